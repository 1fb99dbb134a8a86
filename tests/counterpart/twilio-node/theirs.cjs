// What Twilio's client sends for the values of a request of ours. Its resources are searched for the
// one with the operation's path, and that one's methods for the one that makes such a request.
const twilio = require("twilio");
const { values } = require("./values.cjs");

// It warns of each deprecated resource that the search comes through.
console.warn = () => {};

const PLACE = "PLACE";
let captured;

const http = new twilio.RequestClient();
http.axios.defaults.adapter = async (config) => {
    captured = config;
    return { status: 200, data: {}, headers: {}, config };
};
const client = twilio(`AC${"0".repeat(32)}`, "token", { httpClient: http });

/** The same request by Twilio's client, or nothing if it has no such call. */
async function captureTheirs(document, operation, ours) {
    const template = operation.path.replace(/\{[^}]*\}/g, PLACE);
    const arguments_ = pathArguments(operation.path, ours.path);
    const params = values(operation.schemas, `${ours.query}&${ours.body}`);
    for (const steps of search(versionOf(document), template)) {
        const resource = follow(versionOf(document), steps, [...arguments_]);
        for (const name of methods(resource)) {
            captured = undefined;
            await attempt(() => resource[name](params));
            const request = captured && seen(captured);
            if (request?.method === ours.method && request.path === ours.path) {
                return request;
            }
        }
    }
    return undefined;
}

function seen(config) {
    const url = new URL(http.axios.getUri(config));
    return {
        method: config.method.toUpperCase(),
        path: url.pathname,
        query: url.search.slice(1),
        body: config.data ?? "",
    };
}

/** `ip_messaging_v2` is `client.ipMessaging.v2`, `flex_v1` is `client.flexApi.v1`; `preview` has no version. */
function versionOf(document) {
    const [, domain, version] = document.match(/^(.*?)(?:_(v\d+))?$/);
    const name = domain.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
    const node = client[name] ?? client[`${name}Api`];
    return version === undefined ? node : node?.[version];
}

/** The values that stand in a path where its template has parameters. */
function pathArguments(template, path) {
    const pattern = template.replace(/[.$()*+?^|[\]\\]/g, "\\$&").replace(/\{[^}]*\}/g, "([^/]+?)");
    return path.match(new RegExp(`^${pattern}$`)).slice(1).map(decodeURIComponent);
}

/** The ways, from a version down, to resources of that path. */
function* search(node, template, steps = [], depth = 0) {
    if (node?._uri !== undefined && `/${node._version._version}${node._uri}` === template) {
        yield steps;
    }
    if (depth > 12 || node === undefined || node === null) {
        return;
    }
    if (typeof node === "function") {
        const context = attemptNow(() => node(...Array(node.length).fill(PLACE)));
        yield* search(context, template, [...steps, node.length], depth + 1);
    }
    for (const name of getters(node)) {
        yield* search(attemptNow(() => node[name]), template, [...steps, name], depth + 1);
    }
}

/** Goes a way again, with the values of a request. */
function follow(node, steps, arguments_) {
    return steps.reduce(
        (at, step) => (typeof step === "number" ? at(...arguments_.splice(0, step)) : at[step]),
        node,
    );
}

function getters(node) {
    const own = Object.getOwnPropertyDescriptors(node);
    const inherited = typeof node === "function" ? {} : Object.getOwnPropertyDescriptors(Object.getPrototypeOf(node));
    return Object.entries({ ...inherited, ...own })
        .filter(([name, property]) => property.get !== undefined && !name.startsWith("_"))
        .map(([name]) => name);
}

/** The ways to call a resource: what it has of its own, and what its class has. */
function methods(resource) {
    const usual = ["create", "update", "page", "fetch", "remove"];
    const all = Object.getOwnPropertyNames(resource).concat(
        Object.getOwnPropertyNames(Object.getPrototypeOf(resource)),
    );
    const other = all.filter((name) => !/^(constructor|toJSON|each|list|get|_)|HttpInfo$/.test(name));
    return [...new Set([...usual, ...other])].filter((name) => attemptNow(() => typeof resource[name] === "function"));
}

function attemptNow(action) {
    try {
        return action();
    } catch {
        return undefined;
    }
}

async function attempt(action) {
    try {
        await action();
    } catch {
        // A method that wants something else is not the one.
    }
}

module.exports = { captureTheirs };
