// WEBHOOK_SECRET='whsec_…' node receiver.mjs
import { createHmac, timingSafeEqual } from "node:crypto";
import http from "node:http";

const secret = process.env.WEBHOOK_SECRET; // the whole string, whsec_ included
if (!secret) throw new Error("Set WEBHOOK_SECRET.");

function isGenuine(body, headers) {
  const expected = createHmac("sha256", secret).update(body).digest("hex");
  // While the secret is being rotated, the old one's signature stands in a header of its own.
  const given = [headers["x-sydx-signature"], headers["x-sydx-signature-previous"]];
  return given.some((signature) => isSame(signature, expected));
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
    console.log(request.headers["x-sydx-event-id"], JSON.parse(body).event);
    response.writeHead(200).end();
  });
});
server.listen(process.env.PORT ?? 4000);
