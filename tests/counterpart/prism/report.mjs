// Says how many of the calls in a file were accepted: of one document, or of all, with every
// exception and its cause. Exit code 1: one has no cause in exceptions.tsv.
import { readFileSync } from "node:fs";

const [, , file, document] = process.argv;
const lines = (path) => readFileSync(path, "utf8").split("\n").filter((line) => line !== "");
const calls = lines(file)
    .map((line) => JSON.parse(line))
    .filter((call) => document === undefined || call.document === document);
const refused = calls.filter((call) => call.outcome !== "accepted");
const count = `${calls.length - refused.length} of ${calls.length}`;

if (document !== undefined) {
    console.log(`${document.padEnd(24)} ${count}`);
    process.exit(0);
}

const causes = new Map(
    lines(new URL("exceptions.tsv", import.meta.url))
        .filter((line) => !line.startsWith("#"))
        .map((line) => line.split("\t"))
        .map(([name, operation, cause]) => [`${name} ${operation}`, cause]),
);
console.log(`${count} calls accepted`);
for (const call of refused) {
    const name = `${call.document} ${call.operation}`;
    const cause = causes.get(name);
    console.log(`${name}: ${call.outcome} ${call.status ?? ""}: ${cause ?? "NOT EXPLAINED"}`);
    if (cause === undefined) {
        console.log(`    ${call.message}\n    ${JSON.stringify(call.body)?.slice(0, 600)}`);
        process.exitCode = 1;
    }
}
