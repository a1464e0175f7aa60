import { describe, expect, it } from "vitest";
import { allowanceOf, rateLimitHeaders, windowAt } from "./rate-limit";

const AT = 1_774_426_970_254;

describe("a key's allowance", () => {
  it("admits as many requests a window as its rate makes, and then none", () => {
    const ends = Array.from({ length: 25 }, (_, counted) => allowanceOf(2, counted, AT));
    expect(ends.map(({ isAdmitted }) => isAdmitted)).toEqual(ends.map((_, index) => index < 20));
    expect(ends.map(({ remaining }) => remaining)).toEqual(ends.map((_, index) => Math.max(19 - index, 0)));
  });

  it("says when the next window begins, never 0 and never more than a window", () => {
    for (let ms = AT; ms < AT + 20_000; ms += 7) {
      const { resetSeconds } = allowanceOf(1, 0, ms);
      expect(resetSeconds).toBeGreaterThanOrEqual(1);
      expect(resetSeconds).toBeLessThanOrEqual(10);
      expect(windowAt(ms + resetSeconds * 1000)).toBe(windowAt(ms) + 1);
    }
  });

  it("tells of itself in every answer, and when to come back in a refusal", () => {
    expect(rateLimitHeaders(allowanceOf(2, 3, AT))).toEqual({
      "RateLimit-Limit": "20",
      "RateLimit-Remaining": "16",
      "RateLimit-Reset": "10",
      "RateLimit-Policy": "20;w=10",
    });
    expect(rateLimitHeaders(allowanceOf(2, 20, AT + 7_000))).toMatchObject({ "Retry-After": "3" });
  });
});
