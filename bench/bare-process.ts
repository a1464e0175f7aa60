/** The measure of all things here: signed POSTs with undici, 64 in flight, nothing recorded. Prints posts per second. */
import { createHmac } from "node:crypto";
import { Pool } from "undici";
import { encodeId } from "../lib/core/ids";
import { newId } from "../lib/new-id";

const IN_FLIGHT = 64;
const WARM_UP_MS = 1_000;
const DATA =
  '{"contact":"919876543210","name":"John Doe","body":"Hello, I\'m interested in your product","type":"text"}';

const [origin = "", secret = "", seconds = "5"] = process.argv.slice(2);
const pool = new Pool(origin, { connections: IN_FLIGHT, pipelining: 1 });
const accountId = encodeId("account", newId());
let sent = 0;
let endsAt = performance.now() + WARM_UP_MS;

async function lane(): Promise<void> {
  while (performance.now() < endsAt) {
    const id = encodeId("event", newId());
    const timestamp = new Date().toISOString();
    const body = `{"event":"message.received","timestamp":"${timestamp}","tenantId":"${accountId}","data":${DATA}}`;
    const headers = {
      "Content-Type": "application/json",
      "User-Agent": "SydxAI-Webhook/1.0",
      "X-Sydx-Event": "message.received",
      "X-Sydx-Timestamp": timestamp,
      "X-Sydx-Signature": createHmac("sha256", secret).update(body).digest("hex"),
      "X-Sydx-Event-Id": id,
    };
    const response = await pool.request({ path: "/0", method: "POST", headers, body });
    await response.body.dump();
    if (response.statusCode !== 200) throw new Error(`the receiver answered ${response.statusCode}`);
    sent++;
  }
}

const lanes = () => Promise.all(Array.from({ length: IN_FLIGHT }, lane));
await lanes();
sent = 0;
const began = performance.now();
endsAt = began + Number(seconds) * 1000;
await lanes();
process.send?.({ perSecond: sent / ((performance.now() - began) / 1000) });
await pool.close();
process.disconnect();
