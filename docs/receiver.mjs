// A receiver to try deliveries with: verifies each one, in every format, and says so. Needs only Node.
//
//   WEBHOOK_SECRET='whsec_…' node docs/receiver.mjs [port]
//   WEBHOOK_AUTHORIZATION='Bearer …' node docs/receiver.mjs [port]     for the format sidecar, which has no signature
import crypto from "node:crypto";
import http from "node:http";

const secret = process.env.WEBHOOK_SECRET;
const authorization = process.env.WEBHOOK_AUTHORIZATION;
const port = Number(process.argv[2] ?? 4000);
const OLDEST_SECONDS = 300;
if (!secret && !authorization) {
  console.error("Set WEBHOOK_SECRET to the secret that was shown when the webhook was created.");
  console.error("For the format sidecar, set WEBHOOK_AUTHORIZATION to the Authorization value you chose.");
  process.exit(1);
}

/** @param {unknown} given @param {string} expected */
function isSame(given, expected) {
  const [one, other] = [Buffer.from(String(given)), Buffer.from(expected)];
  return one.length === other.length && crypto.timingSafeEqual(one, other);
}

/** @typedef {{ headers: http.IncomingHttpHeaders, body: string }} Delivered */

/** sydx, aisync: hex, keyed with the whole secret. While a secret is being rotated, the old one's signature is beside it.
 * @param {Delivered} delivered @param {string} name */
function isSignedInHex({ headers, body }, name) {
  if (!secret) return false;
  const expected = crypto.createHmac("sha256", secret).update(body).digest("hex");
  return isSame(headers[name], expected) || isSame(headers[`${name}-previous`], expected);
}

/** standard: base64 over id, timestamp and body, keyed with what the secret encodes; one that is too old is refused.
 * @param {Delivered} delivered */
function isSignedAsStandard({ headers, body }) {
  if (!secret) return false;
  const { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": signatures } = headers;
  if (!(Math.abs(Date.now() / 1000 - Number(seconds)) <= OLDEST_SECONDS)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = crypto.createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return String(signatures)
    .split(" ")
    .some((signature) => isSame(signature, `v1,${expected}`));
}

/** Each format is known by a header of its own. @param {Delivered} delivered */
function isGenuine(delivered) {
  const { headers } = delivered;
  if (headers["x-sydx-signature"]) return isSignedInHex(delivered, "x-sydx-signature");
  if (headers["x-webhook-signature"]) return isSignedInHex(delivered, "x-webhook-signature");
  if (headers["webhook-signature"]) return isSignedAsStandard(delivered);
  return authorization !== undefined && isSame(headers.authorization, authorization);
}

const server = http.createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  // The raw body is what is signed.
  const body = Buffer.concat(chunks).toString("utf8");
  if (!isGenuine({ headers: request.headers, body })) {
    console.log("✗ refused: it doesn't match", secret ? "WEBHOOK_SECRET" : "WEBHOOK_AUTHORIZATION");
    return response.writeHead(401).end("Invalid signature");
  }
  const { event, type, webhookType, data, ...rest } = JSON.parse(body);
  const { "x-sydx-event-id": sydxId, "x-webhook-event-id": id, "webhook-id": standardId } = request.headers;
  // At least once: remember this id and skip what you have seen.
  console.log(`✓ genuine ${event ?? webhookType ?? type} ${sydxId ?? id ?? standardId}`, webhookType ? rest : data);
  response.writeHead(200, { "content-type": "application/json" }).end('{"received":true}');
});

server.listen(port, "127.0.0.1", () => {
  const address = server.address();
  const listening = typeof address === "object" && address ? address.port : port;
  console.log(`Listening on http://localhost:${listening}/webhook`);
});
