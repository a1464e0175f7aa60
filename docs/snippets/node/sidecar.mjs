// WEBHOOK_AUTHORIZATION='Bearer …' node receiver.mjs
import { timingSafeEqual } from "node:crypto";
import http from "node:http";

const authorization = process.env.WEBHOOK_AUTHORIZATION; // the value you chose for the webhook
if (!authorization) throw new Error("Set WEBHOOK_AUTHORIZATION.");

function isGenuine(_body, headers) {
  return isSame(headers.authorization, authorization);
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
      response.writeHead(401).end("Invalid authorization");
      return;
    }
    // At least once: remember this id, and skip what you have seen.
    console.log(request.headers["x-webhook-event-id"], JSON.parse(body).webhookType);
    response.writeHead(200).end();
  });
});
server.listen(process.env.PORT ?? 4000);
