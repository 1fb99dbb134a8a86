// Sends each hard operation with our client and with Twilio's, and compares what arrives.
// Arguments: the folder of the documents and the contract test of the crate made of them.
const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const { captureOurs } = require("./ours.cjs");
const { captureTheirs } = require("./theirs.cjs");
const { hardOperations } = require("./operations.cjs");

const [, , folder, contract] = process.argv;

const causes = new Map(
    readFileSync(join(__dirname, "exceptions.tsv"), "utf8")
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
        .map((line) => line.split("\t"))
        .map(([document, operation, cause]) => [`${document} ${operation}`, cause]),
);

/** The pairs of a form or a query, decoded, in the order of their names. */
function pairs(text) {
    const list = [...new URLSearchParams(text)];
    // The sort is stable: a name's values stay in their order.
    list.sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
    return list.map(([name, value]) => `${name}=${compact(value)}`);
}

/** JSON text without the blanks that mean nothing; any other text as it is. */
function compact(text) {
    try {
        return /^[[{]/.test(text) ? JSON.stringify(JSON.parse(text)) : text;
    } catch {
        return text;
    }
}

/** How two requests differ: not at all, in order or spelling alone, or in what they say. */
function compare(ours, theirs) {
    const same = (part) => ours[part] === theirs[part];
    if (!same("method") || !same("path")) {
        return `${ours.method} ${ours.path} is not ${theirs.method} ${theirs.path}`;
    }
    if (same("query") && same("body")) {
        return "bytes";
    }
    for (const part of ["query", "body"]) {
        const [one, other] = [pairs(ours[part]), pairs(theirs[part])];
        if (JSON.stringify(one) !== JSON.stringify(other)) {
            const only = (a, b) => a.filter((pair) => !b.includes(pair)).join(" & ") || "nothing";
            return `${part}: only ours: ${only(one, other)}; only theirs: ${only(other, one)}`;
        }
    }
    return "pairs";
}

async function main() {
    const count = { forms: 0, queries: 0, bytes: 0, pairs: 0, explained: 0, unexplained: 0 };
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
        const document = file.replace(/^twilio_|\.json$/g, "");
        for (const operation of hardOperations(JSON.parse(readFileSync(join(folder, file), "utf8")))) {
            count[operation.form ? "forms" : "queries"] += 1;
            const ours = await captureOurs(contract, document, operation);
            const theirs = ours && (await captureTheirs(document, operation, ours));
            const found = !ours ? "ours sends nothing" : !theirs ? "theirs has no such call" : compare(ours, theirs);
            if (found === "bytes" || found === "pairs") {
                count[found] += 1;
                continue;
            }
            const cause = causes.get(`${document} ${operation.id}`);
            count[cause ? "explained" : "unexplained"] += 1;
            console.log(`${document} ${operation.id}: ${found}: ${cause ?? "NOT EXPLAINED"}`);
        }
    }
    console.log(`
${count.forms} forms and ${count.queries} queries:
${String(count.bytes).padStart(5)} equal byte for byte
${String(count.pairs).padStart(5)} equal but for the order of fields, how a character is escaped, or blanks in JSON
${String(count.explained).padStart(5)} different, for the cause that stands behind them
${String(count.unexplained).padStart(5)} different without a cause`);
    process.exitCode = count.unexplained === 0 ? 0 : 1;
}

main();
