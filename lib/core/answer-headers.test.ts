import { expect, it } from "vitest";
import { answerHeadersSchema, withoutRedirect } from "./answer-headers";

it.each([{ Location: "https://a.example/b" }, { "retry-after": "10" }, { "X-Reason": "a b" }, {}])(
  "%j may be",
  (headers) => {
    expect(answerHeadersSchema.safeParse(headers).success).toBe(true);
  },
);

it.each([
  { "Set-Cookie": "session=1" },
  { "Content-Security-Policy": "default-src *" },
  { "Strict-Transport-Security": "max-age=1" },
  { "X-Frame-Options": "ALLOWALL" },
  { "x-request-id": "req_1" },
  { "X-Accel-Redirect": "/secret" },
  { "Access-Control-Allow-Origin": "*" },
  { "Transfer-Encoding": "chunked" },
  { "X-A": "a\r\nSet-Cookie: b=1" },
  { "X-A": "" },
  { "X-A": "1", "x-a": "2" },
  { "X A": "1" },
  Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`X-${index}`, "1"])),
])("%j may not be", (headers) => {
  expect(answerHeadersSchema.safeParse(headers).success).toBe(false);
});

it("a browser gets no Location, however it is written", () => {
  expect(withoutRedirect({ LOCATION: "https://a.example", "X-A": "1" })).toEqual({ "X-A": "1" });
});
