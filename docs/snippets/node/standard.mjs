// WEBHOOK_SECRET='whsec_…' node receiver.mjs
import { createHmac, timingSafeEqual } from "node:crypto";
import http from "node:http";

const OLDEST_SECONDS = 300;
const secret = process.env.WEBHOOK_SECRET;
if (!secret) throw new Error("Set WEBHOOK_SECRET.");
const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");

function isGenuine(body, headers) {
  const { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": given = "" } = headers;
  if (!(Math.abs(Date.now() / 1000 - Number(seconds)) <= OLDEST_SECONDS)) return false;
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.`).update(body).digest("base64");
  // While the secret is being rotated, there are two, with a space between.
  return given.split(" ").some((one) => isSame(one, `v1,${signature}`));
}

function isSame(given = "", expected) {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks); // as it came: parsing it first may change it
    if (!isGenuine(body, request.headers)) {
      response.writeHead(401).end("Invalid signature");
      return;
    }
    // At least once: remember this id, and skip what you have seen.
    console.log(request.headers["webhook-id"], JSON.parse(body).type);
    response.writeHead(200).end();
  });
});
server.listen(process.env.PORT ?? 4000);
