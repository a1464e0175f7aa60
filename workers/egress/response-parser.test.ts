import { describe, expect, it } from "vitest";
import type { HeaderPairs } from "../../lib/core/attempt";
import { seededRandom } from "../../lib/testing/random";
import { ResponseParser } from "./response-parser";

function read(chunks: (string | Buffer)[], { maxBytes = Number.POSITIVE_INFINITY } = {}) {
  const seen = { codes: [] as number[], headers: [] as HeaderPairs, body: "", progress: "more" as string };
  const parser = new ResponseParser({
    start(code, headers) {
      seen.codes.push(code);
      seen.headers = headers;
      return true;
    },
    add(chunk) {
      seen.body += chunk.toString("latin1");
      return seen.body.length <= maxBytes;
    },
  });
  for (const chunk of chunks) if (seen.progress === "more") seen.progress = parser.push(Buffer.from(chunk));
  return { ...seen, keepsAlive: parser.keepsAlive, endsWithClose: parser.end(), seconds: parser.keepAliveSeconds };
}

const head = (...lines: string[]) => `${["HTTP/1.1 200 OK", ...lines].join("\r\n")}\r\n\r\n`;

describe("an answer", () => {
  it.each([
    ["with a length", head("Content-Length: 5") + "hello", "hello", true],
    ["with a length of nothing", head("Content-Length: 0"), "", true],
    ["without a body", "HTTP/1.1 204 No Content\r\n\r\n", "", true],
    ["without a reason", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok", "ok", true],
    ["in chunks", head("Transfer-Encoding: chunked") + "3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n", "hello", true],
    ["with trailers", head("Transfer-Encoding: chunked") + "1\r\nh\r\n0\r\nX: y\r\n\r\n", "h", true],
    ["after interim ones", "HTTP/1.1 103 Hints\r\n\r\n" + head("Content-Length: 2") + "ok", "ok", true],
    ["that says close", head("Content-Length: 2", "Connection: close") + "ok", "ok", false],
    ["of HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok", "ok", false],
    ["of HTTP/1.0 that stays", "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok", "ok", true],
    ["with a length twice, the same", head("Content-Length: 2", "Content-Length: 2") + "ok", "ok", true],
    ["in chunks, with a length", head("Transfer-Encoding: chunked", "Content-Length: 9") + "0\r\n\r\n", "", false],
    ["with more behind it", head("Content-Length: 2") + "okHTTP/1.1 500", "ok", false],
  ])("%s is complete, however it is cut", (_, answer, body, keepsAlive) => {
    expect(read([answer])).toMatchObject({ progress: "complete", body, keepsAlive });
    const bytes = read([...answer]);
    expect(bytes).toMatchObject({ progress: "complete", body });
  });

  it("without a length ends with the connection", () => {
    expect(read([head(), "some ", "text"])).toMatchObject({ progress: "more", body: "some text", endsWithClose: true });
    expect(read([head("Content-Length: 9"), "some "]).endsWithClose).toBe(false);
    expect(read([head("Transfer-Encoding: chunked"), "5\r\nsome "]).endsWithClose).toBe(false);
    expect(read(["HTTP/1.1 20"]).endsWithClose).toBe(false);
  });

  it("gives its headers in their order, names in lower case, values without blanks around them", () => {
    const { headers, seconds } = read([
      head("X-A:  b c\t", "Set-Cookie: 1", "set-cookie: 2", "Keep-Alive: timeout=5, max=9"),
    ]);
    expect(headers).toEqual([
      ["x-a", "b c"],
      ["set-cookie", "1"],
      ["set-cookie", "2"],
      ["keep-alive", "timeout=5, max=9"],
    ]);
    expect(seconds).toBe(5);
  });

  it("is read no further than wanted", () => {
    expect(read([head("Content-Length: 100"), "x".repeat(50), "y"], { maxBytes: 10 })).toMatchObject({
      progress: "stopped",
      body: "x".repeat(50),
    });
  });

  it.each([
    ["another protocol", "SSH-2.0-OpenSSH\r\n"],
    ["HTTP/2", "HTTP/2 200 OK\r\n\r\n"],
    ["a status of four digits", "HTTP/1.1 2000 OK\r\n\r\n"],
    ["no status", "HTTP/1.1  OK\r\n\r\n"],
    ["a header without a colon", head("nonsense")],
    ["a header without a name", head(": x")],
    ["a blank before the colon", head("A : x")],
    ["a continued header", head("A: x", " y")],
    ["a NUL in a header", head("A: \0")],
    ["a line feed alone", "HTTP/1.1 200 OK\nA: b\n\n"],
    ["two lengths", head("Content-Length: 1", "Content-Length: 2")],
    ["a list of lengths", head("Content-Length: 1, 1")],
    ["a negative length", head("Content-Length: -1")],
    ["a hexadecimal length", head("Content-Length: 0x1")],
    ["a length beyond all numbers", head("Content-Length: 99999999999999999999")],
    ["a head too long", head(`A: ${"x".repeat(17_000)}`)],
    ["a head that never ends", "HTTP/1.1 200 OK\r\nA: " + "x".repeat(17_000)],
    ["another protocol asked for", "HTTP/1.1 101 Switching\r\n\r\n"],
    ["a chunk without a size", head("Transfer-Encoding: chunked") + "\r\nabc"],
    ["a chunk of a negative size", head("Transfer-Encoding: chunked") + "-1\r\n"],
    ["a chunk longer than its size", head("Transfer-Encoding: chunked") + "1\r\nab\r\n"],
    ["a chunk's size beyond all numbers", head("Transfer-Encoding: chunked") + "fffffffffffffffff\r\n"],
    ["a chunk's line that never ends", head("Transfer-Encoding: chunked") + "1;" + "x".repeat(2_000)],
    ["trailers that never end", head("Transfer-Encoding: chunked") + "0\r\n" + "A: bcdefgh\r\n".repeat(2_000)],
  ])("with %s is refused", (_, answer) => {
    expect(() => read([answer])).toThrow("bad_response");
  });

  it("of random bytes is refused or read, and never more than that", () => {
    const random = seededRandom();
    const pieces = [
      "HTTP/1.1 200 OK\r\n",
      "\r\n",
      "\r",
      "\n",
      "5\r\n",
      "Transfer-Encoding: chunked\r\n",
      "Content-Length: 3\r\n",
      "abc",
      ":",
      "0",
    ];
    for (let round = 0; round < 2_000; round++) {
      const chunks = Array.from({ length: random.int(12) }, () =>
        random.int(4) ? random.pick(pieces as [string, ...string[]]) : Buffer.from([random.int(256)]),
      );
      try {
        expect(["more", "complete"]).toContain(read(["HTTP/1.1 200 OK\r\n", ...chunks]).progress);
      } catch (error) {
        expect(String(error), `seed ${random.seed}`).toContain("bad_response");
      }
    }
  });
});
