// The values of a request as a caller of Twilio's client would write them: dates, arrays, objects.

/** The parameters of a call, found by the name that Twilio's client gives them. */
function values(schemas, text) {
    const params = new Map();
    const raw = [...new URLSearchParams(text)];
    for (const [name, schema] of schemas) {
        const texts = raw.filter(([key]) => key === name).map(([, value]) => value);
        if (/collapsible-map/.test(schema.format ?? "")) {
            const prefix = name.replace(/.*collapsible-map-/, "");
            params.set(key(name), collapsible(raw, schema.format.replace(/.*collapsible-map-/, "") || prefix));
        } else if (texts.length > 0) {
            params.set(key(name), value(schema, texts));
        }
    }
    return new Proxy({}, { get: (_, name) => (typeof name === "string" ? params.get(key(name)) : undefined) });
}

/** What Twilio's client calls otherwise, as its methods and fields have these names. */
const renamed = { Page: "pageNumber", Version: "versionParam" };

/** `DateSent<` is `dateSentBefore` to Twilio's client; case is of no interest. */
function key(name) {
    const spelt = renamed[name] ?? name.replace(/<$/, "Before").replace(/>$/, "After");
    return spelt.replace(/[^a-z0-9]/gi, "").toLowerCase();
}

function value(schema, texts) {
    if (schema.type === "array") {
        return texts.map((text) => scalar(schema.items ?? {}, text));
    }
    return scalar(schema, texts[0]);
}

function scalar(schema, text) {
    if (schema.type === undefined || schema.type === "object") {
        return json(text);
    }
    if (schema.type === "boolean") {
        return text === "true";
    }
    if (schema.format === "date" || schema.format === "date-time") {
        return new Date(text);
    }
    return text;
}

/** An untyped field may hold text that is no JSON. */
function json(text) {
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}

/** `AddOns.a.b=c` is `{ a: { b: "c" } }`. */
function collapsible(pairs, prefix) {
    const map = {};
    for (const [name, text] of pairs.filter(([name]) => name.startsWith(`${prefix}.`))) {
        const keys = name.slice(prefix.length + 1).split(".");
        const last = keys.pop();
        keys.reduce((at, part) => (at[part] ??= {}), map)[last] = text;
    }
    return map;
}

module.exports = { values };
