import { expect, it } from "vitest";
import { outcomesOf } from "../../lib/core/outcomes";
import { codeCounts, codeFilter, UNANSWERED } from "./outcome-series";

const failed = (responseCode: number | null, error: string | null, count: number) => ({
  ...{ status: "failed" as const, responseCode, error, count },
});

const counts = outcomesOf([
  failed(401, "http_status", 3),
  failed(429, "http_status", 2),
  failed(503, "http_status", 1),
  failed(null, "timeout", 4),
  failed(null, "dns", 5),
  failed(null, null, 7),
]);

it("every class of codes has a filter that means exactly what it counts", () => {
  expect(codeCounts(counts)).toEqual({ "4xx": 5, "5xx": 1, [UNANSWERED]: 9 });
  expect(codeFilter(counts, "4xx")).toEqual({ code: "401,429" });
  expect(codeFilter(counts, UNANSWERED)).toEqual({ error: "timeout,dns" });
});

it("there is no filter where the log would list more than is counted", () => {
  const both = outcomesOf([failed(null, "timeout", 4), failed(200, "timeout", 1)]);
  expect(codeCounts(both)).toEqual({ "2xx": 1, [UNANSWERED]: 4 });
  expect(codeFilter(both, UNANSWERED)).toBeUndefined();
});
