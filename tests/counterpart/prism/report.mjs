// Says how many of the calls in a file were accepted, with every exception and its cause:
//
//     report.mjs CALLS FOLDER DOCUMENT…
//
// Exit code 1: an operation of the documents was not called, or one that was refused has no cause in
// exceptions.tsv.
import { readFileSync } from "node:fs";

const [, , file, folder, ...documents] = process.argv;
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const lines = (path) => readFileSync(path, "utf8").split("\n").filter((line) => line !== "");

const operations = (document) => {
    const { paths } = JSON.parse(readFileSync(`${folder}/twilio_${document}.json`, "utf8"));
    return Object.values(paths).flatMap((item) => methods.filter((method) => method in item)).length;
};
const expected = documents.map(operations).reduce((sum, count) => sum + count, 0);
const calls = lines(file)
    .map((line) => JSON.parse(line))
    .filter((call) => documents.includes(call.document));
const refused = calls.filter((call) => call.outcome !== "accepted");
const causes = new Map(
    lines(new URL("exceptions.tsv", import.meta.url))
        .filter((line) => !line.startsWith("#"))
        .map((line) => line.split("\t"))
        .map(([name, operation, cause]) => [`${name} ${operation}`, cause]),
);

const title = documents.length === 1 ? documents[0].padEnd(24) : `${documents.length} documents:`;
console.log(`${title} ${calls.length - refused.length} of ${expected} calls accepted`);
if (calls.length !== expected) {
    console.log(`    ${calls.length} were made`);
    process.exitCode = 1;
}
for (const call of refused) {
    const cause = causes.get(`${call.document} ${call.operation}`);
    console.log(`    ${call.operation}: ${call.outcome} ${call.status ?? ""}: ${cause ?? "NOT EXPLAINED"}`);
    if (cause === undefined) {
        console.log(`    ${call.message}\n    ${JSON.stringify(call.body)?.slice(0, 600)}`);
        process.exitCode = 1;
    }
}
