// A receiver to try deliveries with: verifies each one and says so. Needs only Node.
//
//   WEBHOOK_SECRET='whsec_…' node docs/receiver.mjs [port]
import crypto from "node:crypto";
import http from "node:http";

const secret = process.env.WEBHOOK_SECRET;
const port = Number(process.argv[2] ?? 4000);
if (!secret) {
  console.error("Set WEBHOOK_SECRET to the secret that was shown when the webhook was created.");
  process.exit(1);
}

/** @param {unknown} payload @param {string | string[] | undefined} signature @param {string} secret */
function verifyWebhookSignature(payload, signature, secret) {
  const expected = crypto.createHmac("sha256", secret).update(JSON.stringify(payload)).digest("hex");
  const given = Buffer.from(String(signature));
  return given.length === expected.length && crypto.timingSafeEqual(given, Buffer.from(expected));
}

const server = http.createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  let payload;
  try {
    payload = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return response.writeHead(400).end("This is not JSON.");
  }
  if (!verifyWebhookSignature(payload, request.headers["x-sydx-signature"], secret)) {
    console.log("✗ refused: the signature doesn't match WEBHOOK_SECRET");
    return response.writeHead(401).end("Invalid signature");
  }
  // At least once: remember this id and skip what you have seen.
  console.log(`✓ genuine ${payload.event} ${request.headers["x-sydx-event-id"]}`, payload.data);
  response.writeHead(200, { "content-type": "application/json" }).end('{"received":true}');
});

server.listen(port, "127.0.0.1", () => console.log(`Listening on http://localhost:${port}/webhook`));
