// What our client sends: the contract test makes the call, a server here writes it down.
const { createServer } = require("node:http");
const { spawn } = require("node:child_process");
const { once } = require("node:events");

/** The request of an operation with everything set, or nothing if none came. */
async function captureOurs(contract, document, operation) {
    let request;
    const server = createServer(async (incoming, answer) => {
        const chunks = await incoming.toArray();
        const [path, query = ""] = incoming.url.split("?");
        request ??= { method: incoming.method, path, query, body: Buffer.concat(chunks).toString() };
        answer.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const environment = {
        BINDERY_CONTRACT_URL: `http://127.0.0.1:${server.address().port}`,
        BINDERY_CONTRACT_MODE: "all",
        BINDERY_CONTRACT_OPERATION: operation.id,
    };
    // Whether it can read `{}` is of no interest here.
    const test = spawn(contract, [document, "--exact", "--ignored"], {
        env: { ...process.env, ...environment },
        stdio: "ignore",
    });
    await once(test, "exit");
    server.close();
    return request;
}

module.exports = { captureOurs };
