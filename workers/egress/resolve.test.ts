import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { DestinationPolicy } from "../../lib/core/destination-policy";
import { startReceiver } from "../../lib/testing/receivers";
import { vettedAddresses, type Resolve } from "./resolve";
import { createSender } from "./send";

const PUBLIC = "93.184.216.34";
const PUBLIC_V6 = "2606:4700:4700::1111";

/** A name server that answers the same to everything, and remembers what it was asked. */
function nameServer(...addresses: string[]): { asked: string[]; resolve: Resolve } {
  const asked: string[] = [];
  const resolve: Resolve = async (host) => {
    asked.push(host);
    return addresses;
  };
  return { asked, resolve };
}

const vet = (host: string, policy: DestinationPolicy, ...addresses: string[]) =>
  vettedAddresses(host, policy, nameServer(...addresses).resolve);

const BLOCKED = { kind: "blocked_address" };

describe("a name", () => {
  it("gives every address, where all are public", async () => {
    await expect(vet("example.com", "public", PUBLIC, PUBLIC_V6)).resolves.toEqual([PUBLIC, PUBLIC_V6]);
  });

  it.each([
    ["private", "10.0.0.1"],
    ["loopback", "127.0.0.1"],
    ["metadata", "169.254.169.254"],
    ["IPv6 loopback", "::1"],
    ["IPv4-mapped", "::ffff:93.184.216.34"],
    ["unreadable", "example.com"],
  ])("is refused whole for one %s address, first or last", async (_, address) => {
    await expect(vet("example.com", "public", address)).rejects.toMatchObject(BLOCKED);
    await expect(vet("example.com", "public", PUBLIC, address)).rejects.toMatchObject(BLOCKED);
    await expect(vet("example.com", "public", address, PUBLIC)).rejects.toMatchObject(BLOCKED);
  });

  it("may be private under `local`, but never lead to metadata", async () => {
    await expect(vet("receiver", "local", "127.0.0.1", "::1")).resolves.toEqual(["127.0.0.1", "::1"]);
    await expect(vet("receiver", "local", "127.0.0.1", "169.254.169.254")).rejects.toMatchObject(BLOCKED);
  });

  it("without addresses is a dns error", async () => {
    await expect(vet("example.com", "public")).rejects.toMatchObject({ kind: "dns", detail: "no_address" });
  });

  it.each([
    ["ENOTFOUND", "no_address"],
    ["ENODATA", "no_address"],
    ["EAI_AGAIN", "timeout"],
    ["ETIMEOUT", "timeout"],
  ])("whose look-up fails with %s is the dns error %s", async (code, detail) => {
    const failing = () => Promise.reject(Object.assign(new Error(code), { code }));
    await expect(vettedAddresses("example.com", "public", failing)).rejects.toMatchObject({ kind: "dns", detail });
  });

  it("that the name server is silent about for 3 s is a dns timeout", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const silent = () => new Promise<string[]>(() => undefined);
    const outcome = vettedAddresses("example.com", "public", silent).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toMatchObject({ kind: "dns", detail: "timeout" });
  });

  it("that is answered for leaves no timer behind", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    await vet("example.com", "public", PUBLIC);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("an address in the URL", () => {
  it.each<[string, DestinationPolicy, string]>([
    [PUBLIC, "public", PUBLIC],
    [`[${PUBLIC_V6}]`, "public", PUBLIC_V6],
    ["127.0.0.1", "local", "127.0.0.1"],
    ["[::1]", "local", "::1"],
  ])("is taken as it is, no name server asked: %s under %s", async (host, policy, address) => {
    const { asked, resolve } = nameServer("198.51.100.1");
    await expect(vettedAddresses(host, policy, resolve)).resolves.toEqual([address]);
    expect(asked).toEqual([]);
  });

  it.each<[string, DestinationPolicy]>([
    ["127.0.0.1", "public"],
    ["[::1]", "public"],
    ["[::ffff:127.0.0.1]", "local"],
    ["169.254.169.254", "local"],
    ["[fd00:ec2::254]", "local"],
  ])("is vetted all the same: %s under %s", async (host, policy) => {
    await expect(vet(host, policy, PUBLIC)).rejects.toMatchObject(BLOCKED);
  });
});

describe("what is vetted is what is connected", () => {
  async function sendTo(host: string, policy: DestinationPolicy, names: { resolve: Resolve }) {
    const receiver = await startReceiver((response) => response.end());
    const sender = createSender({ policy, resolve: names.resolve });
    onTestFinished(() => sender.close());
    const url = `${policy === "public" ? "https" : "http"}://${host}:${receiver.port}/`;
    return { receiver, result: await sender.send({ url, headers: [], body: "{}", timeoutMs: 3000 }) };
  }

  it.each(["rebound.example.com", "127.0.0.1", "[::1]"])(
    "%s that leads to loopback under `public` is blocked before any connection",
    async (host) => {
      const { receiver, result } = await sendTo(host, "public", nameServer("127.0.0.1"));
      expect(result).toMatchObject({ error: "blocked_address" });
      expect(result.response).toBeUndefined();
      expect(receiver.connections).toBe(0);
    },
  );

  it("nothing is connected where a public address comes with a private one", async () => {
    const { receiver, result } = await sendTo("rebound.example.com", "public", nameServer(PUBLIC, "127.0.0.1"));
    expect(result).toMatchObject({ error: "blocked_address" });
    expect(receiver.connections).toBe(0);
  });

  it("a name is looked up once, and its second answer never counts", async () => {
    const answers = [["127.0.0.1"], ["169.254.169.254"]];
    const asked: string[] = [];
    const resolve: Resolve = async (host) => {
      asked.push(host);
      return answers.shift() ?? [];
    };
    const { receiver, result } = await sendTo("rebound.example.com", "local", { resolve });
    expect(result).toMatchObject({ remoteAddress: `127.0.0.1:${receiver.port}`, response: { code: 200 } });
    expect(asked).toEqual(["rebound.example.com"]);
  });
});
