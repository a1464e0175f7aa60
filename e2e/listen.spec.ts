import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { API_KEY } from "./owner";
import { freePort } from "../scripts/embedded/free-port.mjs";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { isGenuine } from "../lib/testing/documented-verifiers";
import { waitUntil } from "../lib/testing/wait";

const IN_VAIN_MS = 30_000;

let receiver: Receiver;
let folder: string;
const listeners: ChildProcess[] = [];

test.beforeEach(async () => {
  await deleteAllWebhooks();
  receiver = await startReceiver();
  folder = await mkdtemp(path.join(tmpdir(), "listen-"));
});
test.afterEach(async () => {
  await Promise.all(listeners.splice(0).map(end));
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
});

function listen(...args: string[]) {
  const cursor = path.join(folder, "cursor.json");
  const child = spawn(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "scripts/listen.ts", "--cursor", cursor, ...args],
    {
      env: {
        ...process.env,
        WEBHOOKS_API_KEY: API_KEY,
        WEBHOOKS_URL: process.env["E2E_URL"],
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  listeners.push(child);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  }
  const prints = (text: string | RegExp) =>
    waitUntil(
      `it prints ${String(text)}`,
      () => (typeof text === "string" ? printed.includes(text) : text.test(printed)),
      IN_VAIN_MS,
    ).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${printed}`);
    });
  return { child, printed: () => printed, prints, ended: () => endedWith(child) };
}

async function end(child: ChildProcess): Promise<void> {
  child.kill("SIGINT");
  await endedWith(child);
}

async function endedWith(child: ChildProcess): Promise<number | null> {
  await waitUntil("it ends", () => child.exitCode !== null || child.signalCode !== null, IN_VAIN_MS);
  return child.exitCode;
}

const publish = async (name: string) =>
  (await api("POST", "/events", { type: "contact.created", data: { name } })).body.id as string;
const names = () => receiver.received.map(({ body }) => (JSON.parse(body) as { data: { name: string } }).data.name);

/** A webhook whose own receiver is nowhere: what it gets is held. */
const pausedWebhook = (more: Record<string, unknown> = {}) =>
  createWebhook("http://localhost:4009/nowhere", ["contact.*"], { status: "paused", ...more });

test("each delivery is printed, found genuine and forwarded as it is sent, also those of a paused webhook", async () => {
  const { id, secret } = await pausedWebhook({ headers: { "X-Team": "crm" } });
  const { prints, printed } = listen("--webhook", id, "--forward", receiver.url, "--secret", secret);
  await prints("Listening to");
  await prints("Forwarding to");
  const eventId = await publish("Zoë 🚀");
  await prints(`contact.created ${eventId}`);
  await prints(/✓ http:\S+ answered 200/);
  expect(printed()).toMatch(/dlv_\w+ ✓ genuine/);
  expect(receiver.received).toHaveLength(1);
  const [received] = receiver.received;
  expect(received && isGenuine(received, secret)).toBe(true);
  expect(received?.headers).toMatchObject({ "x-sydx-event-id": eventId, "x-team": "crm" });
  expect(printed()).not.toContain(secret);
});

test("a delivery that was sent and one that is listened to have the same body", async () => {
  const own = await startReceiver();
  const { id } = await createWebhook(own.url, ["contact.*"], { format: "aisync" });
  const { prints } = listen("--webhook", id, "--forward", receiver.url);
  await prints("Forwarding to");
  await publish("Ada");
  await prints("answered 200");
  await expect.poll(() => own.received.length).toBe(1);
  expect(receiver.received[0]?.body).toBe(own.received[0]?.body);
  await own.close();
});

test("it goes on where it stopped; nothing comes twice, nothing is missed", async () => {
  const { id } = await pausedWebhook();
  const first = listen("--webhook", id, "--forward", receiver.url);
  await first.prints("Forwarding to");
  await publish("one");
  await expect.poll(names).toEqual(["one"]);
  await end(first.child);
  await publish("two");
  await publish("three");
  const second = listen("--webhook", id, "--forward", receiver.url);
  await second.prints("from where it stopped");
  await expect.poll(names).toEqual(["one", "two", "three"]);
  await publish("four");
  await expect.poll(names).toEqual(["one", "two", "three", "four"]);
});

test("while the local server is away it says so and waits; what the server refuses is said, and the next one goes on", async () => {
  const { id } = await pausedWebhook();
  const port = await freePort();
  const { prints } = listen("--webhook", id, "--forward", `http://127.0.0.1:${port}/hook`);
  await prints("Forwarding to");
  await publish("one");
  await publish("two");
  await prints(/doesn't answer \(ECONNREFUSED\): waiting for it/);
  let count = 0;
  const late = http.createServer((request, response) => {
    request.resume().on("end", () => response.writeHead(++count === 1 ? 500 : 204).end());
  });
  await new Promise<void>((resolve) => late.listen(port, "127.0.0.1", resolve));
  await prints("is back");
  await prints(/✗ \S+ answered 500/);
  await prints(/✓ \S+ answered 204/);
  expect(count).toBe(2);
  late.closeAllConnections();
  await new Promise((resolve) => late.close(resolve));
});

test("while the product is away it says so, and goes on when it is back", async () => {
  const { id } = await pausedWebhook();
  // Between the listener and the product: connections end as they do when the product restarts.
  const door = http.createServer((request, response) => {
    const onward = http.request(
      new URL(request.url ?? "/", process.env["E2E_URL"]),
      { method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const { port } = door.address() as AddressInfo;
  const { prints } = listen("--webhook", id, "--forward", receiver.url, "--url", `http://127.0.0.1:${port}`);
  await prints("Forwarding to");
  await publish("before");
  await expect.poll(names).toEqual(["before"]);
  door.closeAllConnections();
  await new Promise((resolve) => door.close(resolve));
  await prints("trying again until it answers");
  await publish("meanwhile");
  await new Promise<void>((resolve) => door.listen(port, "127.0.0.1", resolve));
  await prints("✓ the product is back");
  await expect.poll(names, { timeout: IN_VAIN_MS }).toEqual(["before", "meanwhile"]);
  door.closeAllConnections();
});

test("it replays the newest ones, those since a while ago, or one", async () => {
  const { id } = await pausedWebhook();
  for (const name of ["one", "two", "three"]) await publish(name);
  const last = listen("--webhook", id, "--forward", receiver.url, "--last", "2");
  await expect.poll(names, { timeout: IN_VAIN_MS }).toEqual(["two", "three"]);
  await end(last.child);
  const since = listen("--webhook", id, "--forward", receiver.url, "--since", "1h");
  await expect.poll(names, { timeout: IN_VAIN_MS }).toEqual(["two", "three", "one", "two", "three"]);
  await end(since.child);
  const { data } = (await api("GET", `/deliveries?webhookId=${id}`)).body as { data: { id: string }[] };
  const one = listen("--replay", data.at(-1)?.id ?? "", "--forward", receiver.url);
  expect(await one.ended()).toBe(0);
  expect(names().at(-1)).toBe("one");
});

test("the Authorization value of a sidecar webhook stays in the product; one's own takes its place", async () => {
  const { id } = await pausedWebhook({ format: "sidecar", authorization: "Bearer chosen-value" });
  await publish("Ada");
  const { body } = await api("GET", `/webhooks/${id}/requests?last=1`);
  expect(JSON.stringify(body)).not.toContain("chosen-value");
  const { prints } = listen(
    "--webhook",
    id,
    "--last",
    "1",
    "--authorization",
    "Bearer mine",
    "--forward",
    receiver.url,
  );
  await prints("✓ genuine");
  await prints("answered 200");
  expect(receiver.received[0]?.headers.authorization).toBe("Bearer mine");
});

test("what can't work is one clear line and exit 1", async () => {
  // Five programs are started, one after another.
  test.setTimeout(4 * IN_VAIN_MS);
  for (const [args, line] of [
    [[], "Give --webhook."],
    [["--webhook", "wh_nowhere"], "answered 404"],
    [["--webhook", "wh_1", "--forward", "nowhere"], "--forward takes a URL"],
    [["--webhook", "wh_1", "--since", "soon"], "--since takes a span"],
    [["--webhook", "wh_1", "--key", "k".repeat(40)], "answered 401"],
  ] as const) {
    const { ended, printed } = listen(...args);
    expect([args, await ended()]).toEqual([args, 1]);
    expect(printed()).toContain(line);
  }
});

test("a query that makes no sense is refused, and its field named", async () => {
  const { id } = await pausedWebhook();
  for (const [query, field] of [
    ["after=abc", "after"],
    ["last=0", "last"],
    ["waitSeconds=21", "waitSeconds"],
    ["nothing=1", "nothing"],
  ]) {
    const { status, body } = await api("GET", `/webhooks/${id}/requests?${query}`);
    expect([query, status, Object.keys(body.error.fields)]).toEqual([query, 422, [field]]);
  }
});
