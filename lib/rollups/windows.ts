/** The last minutes or hours of many webhooks, counted in one statement. */
import { windowOf, type Counted, type Window } from "../core/window";
import { pool } from "../db";
import { rowsSql, rowsValues } from "./rows";

const COUNTS = 'sum(count)::float8 AS count, sum(duration_ms)::float8 AS "durationMs"';

const WINDOWS = `
SELECT webhook_id AS "webhookId", outcome, result, latency_bucket AS "latencyBucket", ${COUNTS}
FROM (${rowsSql("hour")}) AS rollup
GROUP BY webhook_id, outcome, result, latency_bucket`;

/**
 * @param webhookIds uuids
 * @param from to the minute, of the last two weeks
 * @param to itself not counted
 * @returns one for each, in this order, also where there was nothing
 */
export async function windowsOf(webhookIds: readonly string[], from: Date, to: Date): Promise<Map<string, Window>> {
  const rows = new Map(webhookIds.map((id): [string, Counted[]] => [id, []]));
  const values = rowsValues("hour", { webhookIds, from, to });
  const counted = await pool().query<Counted & { webhookId: string }>(WINDOWS, values);
  for (const row of counted.rows) rows.get(row.webhookId)?.push(row);
  return new Map([...rows].map(([id, its]) => [id, windowOf(its)]));
}

export interface CountedHour {
  /** Unix milliseconds; hours begin as UTC's do. */
  at: number;
  attempts: number;
  succeeded: number;
}

export interface Day extends Window {
  /** The hour that is under way and the 23 before it, empty ones included. */
  hourly: CountedHour[];
}

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** Rows that have an hour tell of it; the others of the whole. */
const DAYS = `
SELECT webhook_id AS "webhookId", date_part('epoch', hour) * 1000 AS hour, outcome, result,
  latency_bucket AS "latencyBucket", ${COUNTS}
FROM (SELECT *, date_bin('1 hour', at, 'epoch') AS hour FROM (${rowsSql("hour")}) AS rollup) AS rollup
GROUP BY GROUPING SETS ((webhook_id, outcome, result, latency_bucket), (webhook_id, hour, outcome))`;

type DayRow = Counted & { webhookId: string; hour: number | null };

/**
 * The last 24 hours to the minute, as a list of webhooks shows them.
 * @param webhookIds uuids
 * @returns one for each, in this order, also where there was nothing
 */
export async function daysOf(webhookIds: readonly string[], now: Date): Promise<Map<string, Day>> {
  const lastHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const hours = Array.from({ length: DAY_HOURS }, (_, index) => lastHour - (DAY_HOURS - 1 - index) * HOUR_MS);
  const from = new Date(now.getTime() - DAY_HOURS * HOUR_MS);
  const { rows } = await pool().query<DayRow>(DAYS, rowsValues("hour", { webhookIds, from, to: now }));
  const byWebhook = new Map(webhookIds.map((id): [string, DayRow[]] => [id, []]));
  for (const row of rows) byWebhook.get(row.webhookId)?.push(row);
  return new Map([...byWebhook].map(([id, its]) => [id, dayOf(its, hours)]));
}

function dayOf(rows: readonly DayRow[], hours: readonly number[]): Day {
  const hourly = new Map(hours.map((at): [number, CountedHour] => [at, { at, attempts: 0, succeeded: 0 }]));
  for (const { hour, outcome, count } of rows) {
    const its = hour === null ? undefined : hourly.get(hour);
    if (!its) continue;
    its.attempts += count;
    if (outcome === "succeeded") its.succeeded += count;
  }
  return { ...windowOf(rows.filter(({ hour }) => hour === null)), hourly: [...hourly.values()] };
}
