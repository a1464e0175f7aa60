import { describe, expect, it } from "vitest";
import type { AttemptResult, HeaderPairs } from "./attempt";
import { MASK } from "./authorization";
import { maskEchoes } from "./echoes";

const SECRET = 'Bearer s3cr/t&"value"-of-1234567890';
const sent: HeaderPairs = [
  ["Content-Type", "application/json"],
  ["authorization", SECRET],
];

function resultOf(body: string | Uint8Array, headers: HeaderPairs = []): AttemptResult {
  const bytes = Buffer.from(body);
  const response = { code: 200, headers, body: bytes, bytes: bytes.length };
  return { startedAt: new Date(0), durationMs: 1, phases: {}, response };
}

const textOf = ({ response }: AttemptResult) => Buffer.from(response?.body ?? []).toString("utf8");

describe("an answer that says the Authorization value back", () => {
  for (const [how, echo] of Object.entries({
    plain: SECRET,
    "without its scheme": SECRET.slice("Bearer ".length),
    "in JSON": JSON.stringify({ authorization: SECRET }),
    "in JSON with escaped slashes": JSON.stringify({ authorization: SECRET }).replaceAll("/", "\\/"),
    "in a URL": new URLSearchParams({ token: "x" }).toString() + encodeURIComponent(SECRET),
    "in HTML": "<p>Bearer s3cr/t&amp;&quot;value&quot;-of-1234567890</p>",
    twice: `${SECRET}, ${SECRET}`,
  })) {
    it(`${how} is kept with a mask in its place`, () => {
      const kept = textOf(maskEchoes(resultOf(`before ${echo} after`), sent));
      expect(kept).toMatch(/^before .*after$/);
      expect(kept).toContain(MASK);
      expect(kept).not.toMatch(/s3cr|1234567890/);
    });
  }

  it("in a header is kept with a mask in its place", () => {
    const { response } = maskEchoes(resultOf("", [["x-echo", `got ${SECRET}`]]), sent);
    expect(response?.headers).toEqual([["x-echo", `got ${MASK}`]]);
  });

  it("cut off where the record ends is masked, too, and the record grows no longer", () => {
    const cut = resultOf("x".repeat(16_384 - 20) + SECRET.slice(0, 20));
    const kept = maskEchoes(cut, sent).response?.body;
    expect(Buffer.from(kept ?? []).toString("utf8")).not.toContain("s3cr");
    expect(maskEchoes(resultOf("aaaa".repeat(4096)), [["Authorization", "a"]]).response?.body).toHaveLength(16_384);
  });
});

describe("every other answer", () => {
  it("is kept byte for byte", () => {
    const bytes = Uint8Array.of(0, 255, 200, 66);
    const result = resultOf(bytes, [["x", "y"]]);
    expect(maskEchoes(result, sent).response).toEqual(result.response);
  });

  it("to a request without such a value is not even looked at", () => {
    const result = resultOf("Bearer anything");
    expect(maskEchoes(result, [["X-Team", "crm"]])).toBe(result);
  });
});
