import { randomBytes } from "node:crypto";
import net, { type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importApiKey } from "../lib/accounts/api-keys";
import { closeDb, pool } from "../lib/db";
import { closeQueue } from "../lib/queue";
import { closeRateLimits } from "../lib/rate-limits";
import { makeOwner } from "../lib/testing/factories";
import { createFront } from "./front";

const front = createFront(async (_, response) => void response.writeHead(404).end());
const event = { type: "contact.created", data: {} };
let accountId: string;

beforeAll(async () => {
  process.env["API_RATE_LIMIT"] = "1";
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise((resolve) => front.close(resolve));
  closeRateLimits();
  await closeQueue();
  await closeDb();
});

async function newKey(): Promise<string> {
  const owner = await makeOwner();
  accountId = owner.accountId;
  const key = randomBytes(24).toString("hex");
  await importApiKey(owner, { name: "Test", scopes: ["events:write"], key });
  return key;
}

const publish = (key: string, body: unknown = event, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${(front.address() as AddressInfo).port}/api/v1/events`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

it("a key that has sent its requests is refused until the next window, and what it sends is not stored", async () => {
  const key = await newKey();
  const answers = [];
  // Two windows may be touched.
  for (let i = 0; i < 21; i++) answers.push(await publish(key));
  const refused = answers.find(({ status }) => status === 429);
  expect(await refused?.json()).toEqual({ error: { code: "rate_limited", message: expect.stringContaining("10 s") } });
  expect(refused?.headers.get("ratelimit-limit")).toBe("10");
  expect(refused?.headers.get("ratelimit-remaining")).toBe("0");
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect(refused?.headers.get("retry-after")).toBe(refused?.headers.get("ratelimit-reset"));
  const { rows } = await pool().query("SELECT FROM events WHERE account_id = $1", [accountId]);
  expect(rows).toHaveLength(answers.filter(({ status }) => status === 202).length);
});

it("every answer tells what is left, an error's too; one without a key of ours tells nothing", async () => {
  const key = await newKey();
  expect((await publish(key)).headers.get("ratelimit-remaining")).toBe("9");
  const refused = await publish(key, { type: 7 });
  // Another window may have begun meanwhile.
  expect([refused.status, refused.headers.get("ratelimit-remaining")]).toEqual([422, expect.stringMatching(/^[89]$/)]);
  const stranger = await publish("x".repeat(40));
  expect([stranger.status, stranger.headers.get("ratelimit-remaining")]).toEqual([401, null]);
});

it("a caller's request id comes back, unless it is one that could do harm", async () => {
  const key = await newKey();
  const idFor = async (given: string, body?: unknown) =>
    (await publish(key, body, { "X-Request-Id": given })).headers.get("x-request-id");
  expect(await idFor("order-4711")).toBe("order-4711");
  expect(await idFor("order-4711", "no event")).toBe("order-4711");
  expect(await idFor("${jndi:ldap://x}")).toMatch(/^req_[0-9a-z]{26}$/);
  expect(await idFor("a".repeat(101))).toMatch(/^req_/);
});

/** This side leaves the connection open: it is the server that ends it. */
function answerUntilEnd(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect((front.address() as AddressInfo).port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
    socket.write(request);
  });
}

it("a connection whose request was answered before all of it was read carries no other one", async () => {
  const chunks = `${(1024 * 1024).toString(16)}\r\n${"x".repeat(1024 * 1024)}\r\n`.repeat(2);
  const headers = "Host: x\r\nAuthorization: Bearer nobody\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (const path of ["/api/v1/events", "/api/v1/webhooks"]) {
    const answer = await answerUntilEnd(`POST ${path} HTTP/1.1\r\n${headers}${chunks}`);
    expect(answer, path).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(answer.match(/HTTP\/1.1 /g), path).toHaveLength(1);
  }
});
