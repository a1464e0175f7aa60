import type { ServerOptions } from "node:https";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { startRawReceiver, startReceiver, unusedPort, type Receiver } from "../../lib/testing/receivers";
import type { OutgoingCall } from "./exchange";
import { createSender } from "./send";
import { ca, certificate } from "./testdata/certificates";

/** Long enough for a busy machine, and far from both "at once" and "never". */
const SHORT_MS = 1_000;
const FAR_BEYOND_MS = 4_000;

/** A sender for which every name leads to this machine. */
function makeSender() {
  const sender = createSender({ policy: "local", resolve: async () => ["127.0.0.1"], ca });
  onTestFinished(() => sender.close());
  return (url: string, call: Partial<OutgoingCall> = {}) =>
    sender.send({ url, headers: [], body: "{}", timeoutMs: 10_000, ...call });
}

const http = ({ port }: { port: number }) => `http://receiver.test:${port}/hook`;
const https = ({ port }: { port: number }) => `https://receiver.test:${port}/hook`;

const allClosed = (receiver: Receiver) =>
  vi.waitFor(() => expect(receiver.open.size).toBe(0), { timeout: FAR_BEYOND_MS, interval: 5 });

describe("the status", () => {
  it.each([200, 201, 204, 299])("%d succeeds", async (code) => {
    const receiver = await startReceiver((response) => response.writeHead(code).end());
    const result = await makeSender()(http(receiver));
    expect(result.error).toBeUndefined();
    expect(result.response?.code).toBe(code);
  });

  it.each([302, 400, 410, 500, 503, 999])("%d is http_status, its answer kept", async (code) => {
    const receiver = await startReceiver((response) => response.writeHead(code, { "X-Why": "so" }).end("because"));
    const result = await makeSender()(http(receiver));
    expect(result).toMatchObject({ error: "http_status", response: { code, bytes: 7 } });
    expect(Buffer.from(result.response?.body ?? []).toString()).toBe("because");
    expect(result.response?.headers).toContainEqual(["x-why", "so"]);
  });

  it.each([301, 302, 303, 307, 308])("%d is not followed", async (code) => {
    const elsewhere = await startReceiver((response) => response.end());
    const receiver = await startReceiver((response) => response.writeHead(code, { location: http(elsewhere) }).end());
    expect(await makeSender()(http(receiver))).toMatchObject({ error: "http_status", response: { code } });
    expect(elsewhere.connections).toBe(0);
    expect(receiver.received).toHaveLength(1);
  });
});

describe("what is sent", () => {
  it("arrives byte for byte, headers in their order and spelling, with nothing added but what HTTP needs", async () => {
    const receiver = await startReceiver((response) => response.end());
    const body = JSON.stringify({ s: "Zoë 🚀 \u2028", n: 1e21 });
    const headers: [string, string][] = [
      ["Content-Type", "application/json"],
      ["User-Agent", "SydxAI-Webhook/1.0"],
      ["X-Sydx-Signature", "00ff"],
      ["x-CUSTOM_header", 'a "b" c;  d'],
    ];
    await makeSender()(`${http(receiver)}?a=b&c=%20d`, { headers, body });
    const [request] = receiver.received;
    expect(request?.body).toEqual(Buffer.from(body));
    const added = ["host", "connection", "content-length"];
    expect(request?.headers.filter(([name]) => !added.includes(name.toLowerCase()))).toEqual([
      ...headers,
      ["Accept-Encoding", "identity"],
    ]);
    expect(request?.headers).toContainEqual(["host", `receiver.test:${receiver.port}`]);
    expect(request?.headers).toContainEqual(["content-length", String(Buffer.byteLength(body))]);
  });

  it("is a POST to the path and query as given", async () => {
    const lines: unknown[] = [];
    const receiver = await startReceiver((response, { method, url }) => {
      lines.push([method, url]);
      response.end();
    });
    await makeSender()(`${http(receiver)}?a=b&c=%20d`);
    expect(lines).toEqual([["POST", "/hook?a=b&c=%20d"]]);
  });

  it("may be 256 KiB", async () => {
    const receiver = await startReceiver((response) => response.end());
    const body = "é".repeat(128 * 1024);
    await makeSender()(http(receiver), { body });
    expect(receiver.received[0]?.body.equals(Buffer.from(body))).toBe(true);
  });
});

describe("a receiver that can't be talked to", () => {
  it("on a port nobody listens on is refused, and its address is told", async () => {
    const port = await unusedPort();
    const result = await makeSender()(http({ port }));
    expect(result).toMatchObject({ error: "refused", remoteAddress: `127.0.0.1:${port}` });
  });

  it.each([
    ["resets", "resetAndDestroy"],
    ["closes", "end"],
  ] as const)("that %s the connection before an answer is reset", async (_, how) => {
    const receiver = await startRawReceiver((socket) => socket.once("data", () => socket[how]()));
    expect(await makeSender()(http(receiver))).toMatchObject({ error: "reset" });
    expect(receiver.connections).toBe(1);
  });

  it("that closes in the middle of its answer is reset, with what came kept", async () => {
    const receiver = await startRawReceiver((socket) =>
      socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")),
    );
    expect(await makeSender()(http(receiver))).toMatchObject({ error: "reset", response: { code: 200, bytes: 4 } });
  });

  it.each([
    ["a banner of another protocol", "SSH-2.0-OpenSSH_9.6\r\n"],
    ["bytes", Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x46])],
    ["HTTP with a broken status", "HTTP/1.1 abc OK\r\n\r\n"],
    ["a header with a NUL in it", "HTTP/1.1 200 OK\r\nX-A: \0\r\n\r\n"],
    ["contradicting lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    ["101, which nobody asked for", "HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"],
  ])("that answers %s is bad_response", async (_, garbage) => {
    const receiver = await startRawReceiver((socket) => socket.once("data", () => socket.write(garbage)));
    expect(await makeSender()(http(receiver))).toMatchObject({ error: "bad_response" });
  });

  it("that answers 17 kB of headers is bad_response, and the next one is served", async () => {
    const receiver = await startReceiver((response, { url }) =>
      response.writeHead(200, url === "/hook" ? { "X-Big": "a".repeat(17_000) } : {}).end(),
    );
    const send = makeSender();
    expect(await send(http(receiver))).toMatchObject({ error: "bad_response", errorDetail: "headers_too_large" });
    expect((await send(`${http(receiver)}/small`)).response?.code).toBe(200);
  });
});

describe("a receiver that takes its time", () => {
  async function timedOut(url: string) {
    const result = await makeSender()(url, { timeoutMs: SHORT_MS });
    expect(result.error).toBe("timeout");
    expect(result.durationMs).toBeLessThan(FAR_BEYOND_MS);
    return result;
  }

  /** Writes again and again for as long as the socket is open. */
  const dripping = (head: string, drop: string) =>
    startRawReceiver((socket) =>
      socket.once("data", () => {
        socket.write(head);
        const dripping = setInterval(() => socket.write(drop), 20);
        socket.on("close", () => clearInterval(dripping));
      }),
    );

  it("before the first byte is a timeout there", async () => {
    const receiver = await startReceiver(() => undefined);
    expect(await timedOut(http(receiver))).toMatchObject({ errorDetail: "first_byte" });
    await allClosed(receiver);
  });

  it("over its headers is a timeout there", async () => {
    const receiver = await dripping("HTTP/1.1 200 OK\r\nX-A: ", "a");
    expect(await timedOut(http(receiver))).toMatchObject({ errorDetail: "first_byte" });
  });

  it("over its body, byte by byte, is a timeout in the body, its status kept", async () => {
    const receiver = await dripping("HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n", "a");
    const result = await timedOut(http(receiver));
    expect(result).toMatchObject({ errorDetail: "body", response: { code: 200 } });
    expect(result.response?.bytes).toBeGreaterThan(0);
    await allClosed(receiver);
  });

  it("with interim answers that never end is a timeout", async () => {
    const early = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
    const result = await timedOut(http(await dripping(early, early)));
    expect(result).toMatchObject({ errorDetail: "first_byte" });
    expect(result.response).toBeUndefined();
  });

  it("over the TLS handshake is a timeout of the connection, which is closed", async () => {
    const receiver = await startRawReceiver(() => undefined);
    const result = await timedOut(https(receiver));
    expect(result).toMatchObject({ errorDetail: "connect", remoteAddress: `127.0.0.1:${receiver.port}` });
    await allClosed(receiver);
  });

  it("before its name is found is a timeout of the connection", async () => {
    const sender = createSender({ policy: "local", resolve: () => new Promise(() => undefined) });
    onTestFinished(() => sender.close());
    const url = "http://receiver.test/";
    const result = await sender.send({ url, headers: [], body: "{}", timeoutMs: SHORT_MS });
    expect(result).toMatchObject({ error: "timeout", errorDetail: "connect" });
    expect(result.durationMs).toBeLessThan(FAR_BEYOND_MS);
  });

  it("with 100, which nobody asked for, and then a proper one succeeds", async () => {
    const receiver = await startRawReceiver((socket) =>
      socket.once("data", () => socket.write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")),
    );
    expect((await makeSender()(http(receiver))).response).toMatchObject({ code: 204, bytes: 0 });
  });

  it("with one interim answer and then a proper one succeeds", async () => {
    const receiver = await startReceiver((response) => {
      response.writeEarlyHints({ link: "</a>; rel=preload" });
      response.end("done");
    });
    expect((await makeSender()(http(receiver))).response).toMatchObject({ code: 200, bytes: 4 });
  });
});

describe("TLS", () => {
  it("to a receiver with a good certificate succeeds, by name and by address", async () => {
    const receiver = await startReceiver((response) => response.end("ok"), certificate("receiver"));
    for (const url of [https(receiver), `https://127.0.0.1:${receiver.port}/`]) {
      const result = await makeSender()(url);
      expect(result).toMatchObject({ tlsVersion: "TLSv1.3", response: { code: 200, bytes: 2 } });
      expect(result.tlsExpiresAt?.toISOString()).toBe("2120-01-01T00:00:00.000Z");
      expect(result.error).toBeUndefined();
      expect(result.phases).toEqual({
        dnsMs: expect.any(Number),
        connectMs: expect.any(Number),
        tlsMs: expect.any(Number),
        firstByteMs: expect.any(Number),
      });
    }
  });

  it.each([
    { what: "an expired certificate", secure: certificate("expired"), detail: "expired", endsIn: 2020 },
    { what: "a self-signed certificate", secure: certificate("self-signed"), detail: "self_signed", endsIn: 2120 },
    { what: "a certificate for another name", secure: certificate("other-name"), detail: "wrong_host", endsIn: 2120 },
    {
      what: "TLS 1.1 and no newer",
      secure: {
        ...certificate("receiver"),
        minVersion: "TLSv1",
        maxVersion: "TLSv1.1",
        ciphers: "DEFAULT@SECLEVEL=0",
      } satisfies ServerOptions,
      detail: "protocol",
      endsIn: undefined,
    },
  ])("with $what is refused before anything is sent, its end told", async ({ secure, detail, endsIn }) => {
    const receiver = await startReceiver((response) => response.end(), secure);
    const result = await makeSender()(https(receiver));
    expect(result).toMatchObject({ error: "tls", errorDetail: detail });
    expect(result.tlsExpiresAt?.getUTCFullYear()).toBe(endsIn);
    expect(result.response).toBeUndefined();
    expect(receiver.received).toEqual([]);
    await allClosed(receiver);
  });

  it("of an authority that nobody knows is refused as untrusted", async () => {
    const receiver = await startReceiver((response) => response.end(), certificate("receiver"));
    const sender = createSender({ policy: "local", resolve: async () => ["127.0.0.1"] });
    onTestFinished(() => sender.close());
    const result = await sender.send({ url: https(receiver), headers: [], body: "{}", timeoutMs: 10_000 });
    expect(result).toMatchObject({ error: "tls", errorDetail: "untrusted" });
    expect(receiver.received).toEqual([]);
  });

  it("to a port that speaks plain HTTP is refused", async () => {
    const receiver = await startReceiver((response) => response.end());
    expect(await makeSender()(https(receiver))).toMatchObject({ error: "tls", errorDetail: "protocol" });
    expect(receiver.received).toEqual([]);
  });
});

describe("a long answer", () => {
  it("of 10 MB with a 2xx succeeds: 64 KiB are read, 16 KiB kept, the connection is closed", async () => {
    const receiver = await startReceiver((response) => response.end(Buffer.alloc(10_000_000, "ab")));
    const result = await makeSender()(http(receiver));
    expect(result.error).toBeUndefined();
    expect(result.response).toMatchObject({ code: 200, bytes: 64 * 1024 });
    expect(Buffer.from(result.response?.body ?? [])).toEqual(Buffer.alloc(16 * 1024, "ab"));
    await allClosed(receiver);
  });

  it("that never ends, at full speed, is over when enough was read", async () => {
    let written = 0;
    const receiver = await startReceiver((response) => {
      const chunk = Buffer.alloc(64 * 1024);
      const more = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
      };
      response.on("drain", more);
      more();
    });
    const result = await makeSender()(http(receiver));
    expect(result.error).toBeUndefined();
    await allClosed(receiver);
    // What the kernel buffered on both sides, not what could have been sent.
    expect(written).toBeLessThan(100_000_000);
  });

  it("with a 500 is http_status", async () => {
    const receiver = await startReceiver((response) => response.writeHead(500).end(Buffer.alloc(1_000_000)));
    expect(await makeSender()(http(receiver))).toMatchObject({ error: "http_status", response: { code: 500 } });
  });

  it("that was asked not to be compressed and is all the same is kept as it came", async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    const receiver = await startReceiver((response, { headers }) =>
      response.writeHead(200, { "content-encoding": "gzip", "x-asked": headers["accept-encoding"] }).end(bomb),
    );
    const { response } = await makeSender()(http(receiver));
    expect(response?.headers).toContainEqual(["x-asked", "identity"]);
    expect(response).toMatchObject({ bytes: bomb.length });
    expect(Buffer.from(response?.body ?? [])).toEqual(bomb);
  });

  it("keeps headers that come more than once", async () => {
    const receiver = await startReceiver((response) => response.writeHead(200, { "set-cookie": ["a=1", "b=2"] }).end());
    const { response } = await makeSender()(http(receiver));
    expect(response?.headers.filter(([name]) => name === "set-cookie")).toEqual([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ]);
  });
});

describe("a kept connection", () => {
  it("carries the next request, with no look-up and no connecting", async () => {
    const receiver = await startReceiver((response) => response.end("ok"), certificate("receiver"));
    const send = makeSender();
    const first = await send(https(receiver));
    const second = await send(https(receiver));
    expect(Object.keys(first.phases)).toEqual(["dnsMs", "connectMs", "tlsMs", "firstByteMs"]);
    expect(Object.keys(second.phases)).toEqual(["firstByteMs"]);
    expect(second).toMatchObject({ remoteAddress: `127.0.0.1:${receiver.port}`, tlsVersion: "TLSv1.3" });
    expect(second.tlsExpiresAt).toEqual(first.tlsExpiresAt);
    expect(receiver.connections).toBe(1);
    expect(new Set(receiver.received.map(({ remotePort }) => remotePort)).size).toBe(1);
  });

  it("is shared between webhooks of one origin, each with its own path", async () => {
    const receiver = await startReceiver((response, { url }) => response.end(url));
    const send = makeSender();
    const paths = ["/a?x=1", "/b", "/a?x=2"];
    const results = [];
    for (const path of paths) results.push(await send(http(receiver).replace("/hook", path)));
    expect(results.map(({ response }) => String(response?.body))).toEqual(paths);
    expect(receiver.connections).toBe(1);
  });

  it("is not shared between origins", async () => {
    const receiver = await startReceiver((response) => response.end());
    const send = makeSender();
    await send(http(receiver));
    await send(`http://other.test:${receiver.port}/hook`);
    expect(receiver.connections).toBe(2);
  });

  const OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  it("that the receiver closes just as it is used is replaced by a fresh one, once, and that succeeds", async () => {
    const receiver = await startRawReceiver((socket, number) => {
      socket.once("data", () => {
        socket.write(OK);
        socket.once("data", () => (number === 1 ? socket.resetAndDestroy() : socket.write(OK)));
      });
    });
    const send = makeSender();
    await send(http(receiver));
    const second = await send(http(receiver));
    expect(second.error).toBeUndefined();
    expect(second.response?.code).toBe(200);
    expect(second.phases.connectMs).toBeDefined();
    expect(receiver.connections).toBe(2);
  });

  it("whose replacement breaks too is reset", async () => {
    const receiver = await startRawReceiver((socket, number) => {
      socket.once("data", () => {
        if (number > 1) return socket.resetAndDestroy();
        socket.write(OK);
        return socket.once("data", () => socket.resetAndDestroy());
      });
    });
    const send = makeSender();
    await send(http(receiver));
    expect(await send(http(receiver))).toMatchObject({ error: "reset" });
    expect(receiver.connections).toBe(2);
  });

  it("that the receiver closed while it was idle is simply opened anew", async () => {
    const receiver = await startReceiver((response) => response.end());
    const send = makeSender();
    await send(http(receiver));
    for (const socket of receiver.open) socket.destroy();
    await allClosed(receiver);
    expect((await send(http(receiver))).error).toBeUndefined();
    expect(receiver.connections).toBe(2);
  });

  it("that was opened anew and breaks then is reset, as any fresh one", async () => {
    const receiver = await startRawReceiver((socket, number) => {
      socket.once("data", () => (number === 1 ? socket.end(OK) : socket.resetAndDestroy()));
    });
    const send = makeSender();
    await send(http(receiver));
    await allClosed(receiver);
    expect(await send(http(receiver))).toMatchObject({ error: "reset" });
    expect(receiver.connections).toBe(2);
  });

  it("is not kept where the receiver says close", async () => {
    const receiver = await startReceiver((response) => response.writeHead(200, { connection: "close" }).end());
    const send = makeSender();
    await send(http(receiver));
    expect((await send(http(receiver))).error).toBeUndefined();
    expect(receiver.connections).toBe(2);
  });

  it.each([
    { what: "beyond two minutes, so that a name is looked up again", answer: OK, everyMs: 10_000, times: 14 },
    {
      what: "as long as the receiver keeps it",
      answer: OK.replace("\r\n\r\n", "\r\nKeep-Alive: timeout=5\r\n\r\n"),
      everyMs: 4_500,
      times: 2,
    },
  ])("is not kept $what", async ({ answer, everyMs, times }) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const receiver = await startRawReceiver((socket) => socket.on("data", () => socket.write(answer)));
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return ["127.0.0.1"];
    };
    const sender = createSender({ policy: "local", resolve });
    onTestFinished(() => sender.close());
    for (let time = 0; time < times; time++) {
      await sender.send({ url: http(receiver), headers: [], body: "{}", timeoutMs: 10_000 });
      vi.advanceTimersByTime(everyMs);
    }
    expect(receiver.connections).toBe(2);
    expect(asked).toHaveLength(2);
  });

  it("is closed with the sender", async () => {
    const receiver = await startReceiver((response) => response.end());
    const sender = createSender({ policy: "local", resolve: async () => ["127.0.0.1"] });
    await sender.send({ url: http(receiver), headers: [], body: "{}", timeoutMs: 10_000 });
    expect(receiver.open.size).toBe(1);
    sender.close();
    await allClosed(receiver);
  });
});

describe("many at once", () => {
  it("a hundred requests are under way together, and each gets its own answer", async () => {
    const held: (() => void)[] = [];
    const receiver = await startReceiver((response, { url }) => {
      held.push(() => response.end(url));
      // Nobody is answered before all have arrived.
      if (held.length === 100) for (const answer of held) answer();
    });
    const send = makeSender();
    const numbers = Array.from({ length: 100 }, (_, index) => index);
    const results = await Promise.all(numbers.map((number) => send(`http://receiver.test:${receiver.port}/${number}`)));
    expect(results.map(({ response }) => Buffer.from(response?.body ?? []).toString())).toEqual(
      numbers.map((number) => `/${number}`),
    );
    expect(receiver.connections).toBe(100);
  });
});
