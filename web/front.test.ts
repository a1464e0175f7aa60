import net, { type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentRequestId } from "../lib/request-id";
import { createFront } from "./front";

/** What reaches Next.js is answered with this. */
const PAGE = "<p>page</p>";
let seen: string | undefined;
const front = createFront(async (_, response) => {
  await Promise.resolve();
  seen = currentRequestId();
  response.writeHead(404, { "content-type": "text/html" }).end(PAGE);
});

beforeAll(() => new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => front.close(resolve)));

/** @returns what comes back until the connection is closed */
function exchange(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect((front.address() as AddressInfo).port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
    socket.write(request);
  });
}

const ask = (line: string, headers = "Host: x\r\n") =>
  exchange(`${line} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);

function parse(answer: string) {
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head, body: JSON.parse(body) as unknown };
}

const errorOf = (code: string) => ({ error: { code, message: expect.any(String) } });

describe("the error object is the answer to", () => {
  it.each([
    ["a path of the API in capitals", "POST /API/v1/events", 404, "not_found"],
    ["a path of the API in part in capitals", "GET /Api/v1/webhooks", 404, "not_found"],
    ["the API's path alone", "GET /api", 404, "not_found"],
    ["a path of the API in escapes", "GET /%61pi/v1/webhooks", 404, "not_found"],
    ["a slash too many at the end", "POST /api/v1/events/", 404, "not_found"],
    ["a slash too many in between", "POST /api/v1//events", 404, "not_found"],
    ["a malformed percent escape", "GET /api/v1/webhooks/%E0%A4%A", 400, "invalid_request"],
    ["a malformed percent escape anywhere", "GET /settings/%", 400, "invalid_request"],
    ["a method that HTTP knows and the API doesn't", "PROPFIND /api/v1/webhooks", 405, "method_not_allowed"],
    ["a request line that is none", "GET /api/v1/events HTTP/1.1 nonsense", 400, "invalid_request"],
    ["a form that is posted to a page", "POST /settings/webhooks", 405, "method_not_allowed"],
    ["a method that nobody knows", "NONSENSE /api/v1/events", 400, "invalid_request"],
    ["a path longer than all headers may be", `GET /api/v1/${"x".repeat(20_000)}`, 431, "invalid_request"],
  ])("%s", async (_, line, status, code) => {
    const answer = parse(await ask(line));
    expect(answer).toMatchObject({ status, body: errorOf(code) });
    expect(answer.head).toMatch(/content-type: application\/json/i);
    expect(answer.head).toMatch(/x-request-id: req_[0-9a-z]{26}\r?\n?/i);
  });

  it("an expectation that nobody can meet", async () => {
    const answer = parse(await ask("POST /api/v1/events", "Host: x\r\nExpect: wonders\r\n"));
    expect(answer).toMatchObject({ status: 417, body: errorOf("invalid_request") });
  });

  it("a request without a Host", async () => {
    expect(parse(await ask("GET /api/v1/webhooks", ""))).toMatchObject({
      status: 400,
      body: errorOf("invalid_request"),
    });
  });
});

it("what is logged while a request is answered knows its id", async () => {
  expect(await ask("GET /", "Host: x\r\nX-Request-Id: order-4711\r\n")).toMatch(/x-request-id: order-4711\r\n/i);
  expect(seen).toBe("order-4711");
});

describe("Next.js answers", () => {
  it.each(["/", "/settings/webhooks", "/apis", "/api/v1/webhooks?cursor=%E0", "/api/v1/webhooks/%E2%82%AC", "/x?%"])(
    "%s",
    async (path) => {
      expect(await ask(`GET ${path}`)).toContain(PAGE);
    },
  );
});
