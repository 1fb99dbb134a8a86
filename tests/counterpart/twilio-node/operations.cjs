// The operations of a document whose encoding is easily got wrong: forms with an array, an object or
// an untyped field, queries with a range of dates, collapsible maps.

const FORM = "application/x-www-form-urlencoded";

/** The hard ones, each with its id, method, path template and the schemas of its fields. */
function hardOperations(document) {
    const resolve = (schema) =>
        schema?.$ref === undefined ? schema : document.components.schemas[schema.$ref.split("/").pop()];
    const found = [];
    for (const [path, item] of Object.entries(document.paths)) {
        for (const [method, operation] of Object.entries(item)) {
            const form = operation?.requestBody?.content?.[FORM]?.schema;
            const fields = Object.entries(form?.properties ?? {}).map(([name, schema]) => [name, resolve(schema)]);
            const query = (operation?.parameters ?? []).filter((parameter) => parameter.in === "query");
            const queries = query.map((parameter) => [parameter.name, resolve(parameter.schema)]);
            if (fields.some(([, schema]) => isHardField(schema)) || queries.some(isHardQuery)) {
                const schemas = new Map([...fields, ...queries]);
                found.push({ id: operation.operationId, form: form !== undefined, method, path, schemas });
            }
        }
    }
    return found;
}

const isHardField = (schema) => schema.type === undefined || schema.type === "array" || schema.type === "object";

const isHardQuery = ([name, schema]) => /[<>]$/.test(name) || /collapsible-map/.test(schema.format ?? "");

module.exports = { hardOperations };
