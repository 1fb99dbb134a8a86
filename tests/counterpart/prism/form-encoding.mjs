// Prints an OpenAPI document that tells Prism of its forms what Twilio's documents leave out: an array
// repeats its key, and any character may stand in a value once it is encoded. An array that may be null
// becomes one that may not, which is stricter: Prism takes only a plain `array` apart.
import { readFileSync } from "node:fs";

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const resolve = ({ $ref, ...schema }) =>
    $ref === undefined ? schema : document.components.schemas[$ref.split("/").pop()];

const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
for (const operation of operations) {
    const form = operation?.requestBody?.content?.["application/x-www-form-urlencoded"];
    for (const [name, schema] of Object.entries(form?.schema?.properties ?? {})) {
        const { nullable, ...array } = resolve(schema);
        if (array.type === "array") {
            const encoding = { style: "form", explode: true, allowReserved: true };
            form.encoding = { ...form.encoding, [name]: encoding };
            form.schema.properties[name] = array;
        }
    }
}
console.log(JSON.stringify(document));
