import { isIP } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import vectors from "../../lib/core/testdata/destinations.json";
import { listenForNames, type Zone } from "../../lib/testing/name-server";
import { startReceiver } from "../../lib/testing/receivers";
import { systemResolver, type Resolve } from "./resolve";
import { createSender } from "./send";

const quoted = (urls: string[]) => urls.map((url) => [JSON.stringify(url), url] as const);

function makeSender(resolve: Resolve) {
  const sender = createSender({ policy: "public", resolve });
  onTestFinished(() => sender.close());
  return (url: string, timeoutMs = 10_000) => sender.send({ url, headers: [], body: "{}", timeoutMs });
}

async function startNameServer(zone: Zone): Promise<string> {
  const { address, close } = await listenForNames(zone);
  onTestFinished(close);
  return address;
}

const hostOf = (url: string) => new URL(url).hostname.replace(/^\[|\]$/g, "");
const blockedAddresses = [...new Set(vectors.blocked.map(hostOf).filter((host) => isIP(host)))];

describe("at delivery, under `public`", () => {
  it.each(quoted([...vectors.refuse, ...vectors.blocked]))(
    "%s, were it stored, is blocked, and no name server asked",
    async (_, url) => {
      const asked: string[] = [];
      const send = makeSender(async (host) => {
        asked.push(host);
        return ["93.184.216.34"];
      });
      expect(await send(url)).toMatchObject({ error: "blocked_address", phases: {} });
      expect(asked).toEqual([]);
    },
  );

  it.each(blockedAddresses)("a name that leads to %s is blocked, also beside a public address", async (address) => {
    for (const addresses of [[address], ["93.184.216.34", address], [address, "2606:4700:4700::1111"]]) {
      expect(await makeSender(async () => addresses)("https://a.example.com/")).toMatchObject({
        error: "blocked_address",
        phases: { dnsMs: expect.any(Number) },
      });
    }
  });
});

describe("a name server's answer:", () => {
  const LOOPBACK_V6 = "0:0:0:0:0:0:0:1";
  const PUBLIC_V6 = "2606:4700:4700:0:0:0:0:1111";

  it.each<{ what: string; zone: Zone; outcome: object }>([
    {
      what: "a chain of aliases that ends in private",
      zone: {
        "a.example.com": { cname: "b.example.com" },
        "b.example.com": { cname: "c.example.net" },
        "c.example.net": { a: ["10.0.0.1"] },
      },
      outcome: { error: "blocked_address" },
    },
    {
      what: "an alias for localhost",
      zone: { "a.example.com": { cname: "localhost" }, localhost: { a: ["127.0.0.1"], aaaa: [LOOPBACK_V6] } },
      outcome: { error: "blocked_address" },
    },
    {
      what: "public IPv4 and private IPv6",
      zone: { "a.example.com": { a: ["93.184.216.34"], aaaa: [LOOPBACK_V6] } },
      outcome: { error: "blocked_address" },
    },
    {
      what: "private IPv4 and public IPv6",
      zone: { "a.example.com": { a: ["192.168.0.1"], aaaa: [PUBLIC_V6] } },
      outcome: { error: "blocked_address" },
    },
    {
      what: "a public address and loopback",
      zone: { "a.example.com": { a: ["93.184.216.34", "127.0.0.1"] } },
      outcome: { error: "blocked_address" },
    },
    { what: "no such name", zone: {}, outcome: { error: "dns", errorDetail: "no_address" } },
    {
      what: "a name without addresses",
      zone: { "a.example.com": {} },
      outcome: { error: "dns", errorDetail: "no_address" },
    },
    {
      what: "an alias of nothing",
      zone: { "a.example.com": { cname: "gone.example.com" } },
      outcome: { error: "dns", errorDetail: "no_address" },
    },
    {
      what: "a failure",
      zone: { "a.example.com": { code: 2 } },
      outcome: { error: "dns", errorDetail: "timeout" },
    },
    { what: "none at all", zone: { "a.example.com": "silent" }, outcome: { error: "dns", errorDetail: "timeout" } },
  ])("$what", { timeout: 15_000 }, async ({ zone, outcome }) => {
    const receiver = await startReceiver((response) => response.end());
    const send = makeSender(systemResolver("public", [await startNameServer(zone)]));
    const result = await send(`https://a.example.com:${receiver.port}/`);
    expect(result).toMatchObject(outcome);
    expect(result.response).toBeUndefined();
    expect(result.durationMs).toBeLessThan(6_000);
    expect(receiver.connections).toBe(0);
  });

  it("is awaited no longer than the deadline", async () => {
    const send = makeSender(systemResolver("public", [await startNameServer({ "a.example.com": "silent" })]));
    const result = await send("https://a.example.com/", 500);
    expect(result).toMatchObject({ error: "timeout", errorDetail: "connect", phases: {} });
    expect(result.durationMs).toBeLessThan(2_500);
  });

  it.each([{ a: ["93.184.216.34"] }, { aaaa: [PUBLIC_V6] }, { a: ["93.184.216.34"], aaaa: [PUBLIC_V6] }])(
    "%j is all of its addresses",
    async (records) => {
      const zone: Zone = { "a.example.com": { cname: "b.example.com" }, "b.example.com": records };
      const resolve = systemResolver("public", [await startNameServer(zone)]);
      const expected = [...(records.a ?? []), ...(records.aaaa ? ["2606:4700:4700::1111"] : [])];
      expect(await resolve("a.example.com")).toEqual(expected);
    },
  );
});

it("a name that leads elsewhere by the next connection is judged anew", async () => {
  const receiver = await startReceiver((response) => response.writeHead(200, { connection: "close" }).end());
  const answers = [["127.0.0.1"], ["169.254.169.254"], ["127.0.0.1", "169.254.169.254"]];
  const sender = createSender({ policy: "local", resolve: async () => answers.shift() ?? [] });
  onTestFinished(() => sender.close());
  const call = { url: `http://rebound.example.com:${receiver.port}/`, headers: [], body: "{}", timeoutMs: 10_000 };
  expect(await sender.send(call)).toMatchObject({ response: { code: 200 } });
  expect(await sender.send(call)).toMatchObject({ error: "blocked_address" });
  expect(await sender.send(call)).toMatchObject({ error: "blocked_address" });
  expect(receiver.connections).toBe(1);
});
