import { expect, it } from "vitest";
import { groupFailures, type FailedAttempt } from "./failure-groups";

const FROM = new Date("2026-03-25T00:00:00Z");
const TO = new Date("2026-03-26T00:00:00Z");
const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 2, 25, hour, minute));

const failed = (more: Partial<FailedAttempt>): FailedAttempt => ({
  ...{ deliveryId: "a", deliveryStatus: "failed", startedAt: at(9), error: "http_status", errorDetail: null },
  ...{ responseCode: 401, body: '{"error":"invalid signature"}', ...more },
});

it("puts together what failed alike, whatever ids the answers name, and keeps apart what didn't", () => {
  const groups = groupFailures(
    [
      failed({ startedAt: at(11), deliveryId: "c", deliveryStatus: "pending" }),
      failed({ startedAt: at(9, 14), body: '{"error":"invalid  signature","id":"req-4711"}' }),
      failed({ startedAt: at(10) }),
      failed({ responseCode: 403 }),
      failed({ body: "no contact 919876543210", responseCode: 404, startedAt: at(1) }),
      failed({ body: "no contact 919876543211", responseCode: 404, startedAt: at(2) }),
      failed({ error: "timeout", errorDetail: "connect", responseCode: null, body: "" }),
      failed({ error: "timeout", errorDetail: "first_byte", responseCode: null, body: "" }),
    ],
    FROM,
    TO,
  );
  expect(
    groups.map(({ error, errorDetail, responseCode, message, attempts }) => [
      error,
      errorDetail,
      responseCode,
      message,
      attempts,
    ]),
  ).toEqual([
    ["http_status", null, 401, "invalid signature", 3],
    ["http_status", null, 404, "no contact …", 2],
    ["http_status", null, 403, "invalid signature", 1],
    ["timeout", "connect", null, "", 1],
    ["timeout", "first_byte", null, "", 1],
  ]);
  expect(groups[0]).toMatchObject({
    ...{ deliveries: 2, failed: 1, firstAt: at(9, 14), lastAt: at(11) },
    ...{ firstDeliveryId: "a", lastDeliveryId: "c" },
  });
});

it("shows when: every attempt is in the trend, also one that began just before the span", () => {
  const [group] = groupFailures(
    [failed({ startedAt: new Date(FROM.getTime() - 100) }), failed({}), failed({ startedAt: at(23, 59) })],
    FROM,
    TO,
  );
  expect(group?.trend).toHaveLength(24);
  expect(group?.trend.map((count, hour) => [hour, count]).filter(([, count]) => count)).toEqual([
    [0, 1],
    [9, 1],
    [23, 1],
  ]);
});

it("has no group of nothing", () => {
  expect(groupFailures([], FROM, TO)).toEqual([]);
});
