import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { DestinationPolicy } from "../../lib/core/destination-policy";
import { startProxy } from "../../lib/testing/proxy";
import { startRawReceiver, startReceiver, unusedPort } from "../../lib/testing/receivers";
import { createSender } from "./send";
import { ca, certificate } from "./testdata/certificates";

interface Through {
  proxy: string;
  policy?: DestinationPolicy;
  addresses?: string[];
}

/** A sender whose every connection goes through this proxy, and for which every name leads to these addresses. */
function makeSender({ proxy, policy = "local", addresses = ["127.0.0.1"] }: Through) {
  const sender = createSender({ policy, resolve: async () => addresses, proxy: new URL(proxy), ca });
  onTestFinished(() => sender.close());
  return (url: string, timeoutMs = 10_000) => sender.send({ url, headers: [], body: "{}", timeoutMs });
}

const at = ({ port }: { port: number }) => `http://127.0.0.1:${port}`;

describe("through a proxy", () => {
  it.each([
    ["http", undefined],
    ["https", certificate("receiver")],
  ])("%s goes to the vetted address, whose name the proxy never hears", async (scheme, secure) => {
    const proxy = await startProxy();
    const receiver = await startReceiver((response) => response.end("ok"), secure);
    const result = await makeSender({ proxy: at(proxy) })(`${scheme}://receiver.test:${receiver.port}/hook`);
    const authority = `127.0.0.1:${receiver.port}`;
    expect(result).toMatchObject({ remoteAddress: authority, response: { code: 200, bytes: 2 } });
    expect(proxy.heads).toEqual([`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`]);
    expect(receiver.received[0]?.headers).toContainEqual(["host", `receiver.test:${receiver.port}`]);
    const opening = secure ? ["dnsMs", "connectMs", "tlsMs"] : ["dnsMs", "connectMs"];
    expect(Object.keys(result.phases)).toEqual([...opening, "firstByteMs"]);
  });

  it("that speaks TLS itself goes TLS in TLS", async () => {
    const proxy = await startProxy([], certificate("receiver"));
    const receiver = await startReceiver((response) => response.end(), certificate("receiver"));
    const send = makeSender({ proxy: `https://127.0.0.1:${proxy.port}` });
    expect(await send(`https://receiver.test:${receiver.port}/`)).toMatchObject({ response: { code: 200 } });
  });

  it("whose own certificate is bad, nothing goes, its password least of all", async () => {
    const proxy = await startProxy([], certificate("expired"));
    const send = makeSender({ proxy: `https://user:s3cret@127.0.0.1:${proxy.port}` });
    expect(await send("http://receiver.test:4000/")).toMatchObject({ error: "refused", errorDetail: "proxy" });
    expect(proxy.heads).toEqual([]);
  });

  it("the credentials go to it and nowhere else", async () => {
    const proxy = await startProxy();
    const receiver = await startReceiver((response) => response.end());
    const send = makeSender({ proxy: `http://us%3Aer:s3cr%40t@127.0.0.1:${proxy.port}` });
    const result = await send(`http://receiver.test:${receiver.port}/`);
    const [, credentials = ""] = /\r\nProxy-Authorization: Basic (\S+)\r\n/.exec(proxy.heads[0] ?? "") ?? [];
    expect(Buffer.from(credentials, "base64").toString()).toBe("us:er:s3cr@t");
    expect(receiver.received[0]?.headers.flat()).not.toContain("Proxy-Authorization");
    expect(JSON.stringify(result)).not.toMatch(/s3cr|us%3Aer/);
  });

  it("a kept connection carries the next request without another CONNECT", async () => {
    const proxy = await startProxy();
    const receiver = await startReceiver((response) => response.end(), certificate("receiver"));
    const send = makeSender({ proxy: at(proxy) });
    await send(`https://receiver.test:${receiver.port}/`);
    const { phases } = await send(`https://receiver.test:${receiver.port}/`);
    expect(Object.keys(phases)).toEqual(["firstByteMs"]);
    expect(proxy.heads).toHaveLength(1);
  });

  it("an address it doesn't get through to is followed by the next one", async () => {
    const receiver = await startReceiver((response) => response.end());
    const proxy = await startProxy([`[::1]:${receiver.port}`]);
    const send = makeSender({ proxy: at(proxy), addresses: ["::1", "127.0.0.1"] });
    expect(await send(`http://receiver.test:${receiver.port}/`)).toMatchObject({
      remoteAddress: `127.0.0.1:${receiver.port}`,
      response: { code: 200 },
    });
    expect(proxy.heads.map((head) => head.split(" ")[1])).toEqual([
      `[::1]:${receiver.port}`,
      `127.0.0.1:${receiver.port}`,
    ]);
  });

  it("the receiver's certificate must be for its name, whoever stands between", async () => {
    const proxy = await startProxy();
    const receiver = await startReceiver((response) => response.end(), certificate("other-name"));
    const result = await makeSender({ proxy: at(proxy) })(`https://receiver.test:${receiver.port}/`);
    expect(result).toMatchObject({ error: "tls", errorDetail: "wrong_host" });
    expect(receiver.received).toEqual([]);
  });

  it.each([["10.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["::1"]])(
    "what leads to %s is blocked, and the proxy isn't asked",
    async (...addresses) => {
      const proxy = await startProxy();
      const send = makeSender({ proxy: at(proxy), policy: "public", addresses });
      for (const host of ["receiver.example.com", "127.0.0.1"]) {
        expect(await send(`https://${host}/`)).toMatchObject({ error: "blocked_address" });
      }
      expect(proxy.connections).toBe(0);
    },
  );
});

describe("a proxy that", () => {
  const REFUSED = { error: "refused", errorDetail: "proxy", remoteAddress: "127.0.0.1:4000" };

  it.each([
    ["answers 502", "HTTP/1.1 502 Bad Gateway\r\n\r\n"],
    ["answers 407", "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n"],
    ["redirects", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n"],
    ["answers another protocol", "SSH-2.0-OpenSSH_9.6\r\n\r\n"],
    ["answers bytes", Buffer.alloc(9_000, 0x16)],
    ["answers a head without an end", `HTTP/1.1 200 OK\r\nX-A: ${"a".repeat(9_000)}`],
    ["sends a body with its 200", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"],
    ["answers for the receiver", "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"],
  ])("%s is refused", async (_, answer) => {
    const proxy = await startRawReceiver((socket) => socket.once("data", () => socket.write(answer)));
    expect(await makeSender({ proxy: at(proxy) })("http://receiver.test:4000/")).toMatchObject(REFUSED);
    await vi.waitFor(() => expect(proxy.open.size).toBe(0));
  });

  it.each(["end", "resetAndDestroy"] as const)("hangs up (%s) is refused", async (how) => {
    const proxy = await startRawReceiver((socket) => socket.once("data", () => socket[how]()));
    expect(await makeSender({ proxy: at(proxy) })("http://receiver.test:4000/")).toMatchObject(REFUSED);
  });

  it("isn't there is refused", async () => {
    const proxy = at({ port: await unusedPort() });
    expect(await makeSender({ proxy })("http://receiver.test:4000/")).toMatchObject(REFUSED);
  });

  it.each([
    ["is silent", ""],
    ["drips", "H"],
  ])("%s is a timeout of the connection, at the deadline, and let go of", async (_, drop) => {
    const proxy = await startRawReceiver((socket) => {
      const dripping = setInterval(() => drop && socket.write(drop), 20);
      socket.on("close", () => clearInterval(dripping));
    });
    const result = await makeSender({ proxy: at(proxy) })("http://receiver.test:4000/", 1_000);
    expect(result).toMatchObject({ error: "timeout", errorDetail: "connect" });
    expect(result.durationMs).toBeLessThan(4_000);
    await vi.waitFor(() => expect(proxy.open.size).toBe(0));
  });

  it("sends bytes into the tunnel before TLS fails as TLS, and into plain HTTP as a bad answer", async () => {
    const proxy = await startRawReceiver((socket) =>
      socket.once("data", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        socket.once("data", () => socket.write("SSH-2.0-OpenSSH_9.6\r\n"));
      }),
    );
    const send = makeSender({ proxy: at(proxy) });
    expect(await send("https://receiver.test:4000/")).toMatchObject({ error: "tls", errorDetail: "protocol" });
    expect(await send("http://receiver.test:4000/")).toMatchObject({ error: "bad_response" });
  });
});
