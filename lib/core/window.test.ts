import { expect, it } from "vitest";
import { windowOf, type Counted } from "./window";

const counted = (result: string, latencyBucket: number, count: number, durationMs: number): Counted => ({
  outcome: /^2/.test(result) ? "succeeded" : "failed",
  ...{ result, latencyBucket, count, durationMs },
});

it("response times are those of attempts that reached a receiver, timeouts among them", () => {
  const window = windowOf([
    counted("200", 13, 2, 200),
    counted("503", 13, 1, 100),
    counted("timeout", 27, 1, 15_000),
    ...["dns", "blocked_address", "refused", "reset", "tls"].map((error) => counted(error, 0, 10, 5)),
  ]);
  expect(window).toMatchObject({ attempts: 54, succeeded: 2, failed: 52, averageMs: 3_825 });
  expect(window.latencies).toEqual(
    new Map([
      [13, 3],
      [27, 1],
    ]),
  );
});

it("where none was reached there is no response time", () => {
  const window = windowOf([counted("refused", 0, 3, 3)]);
  expect(window).toMatchObject({ attempts: 3, failed: 3, averageMs: null, results: { refused: 3 } });
  expect(window.latencies.size).toBe(0);
});
