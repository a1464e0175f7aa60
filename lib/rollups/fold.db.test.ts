import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { decodeId, encodeId } from "../core/ids";
import { latencyBucket } from "../core/latency";
import { statsOf } from "../core/stats";
import { STATS_BUCKETS, type StatsBucket } from "../core/stats-buckets";
import { windowOf, type Counted } from "../core/window";
import { closeDb, pool } from "../db";
import { recordResults } from "../deliveries/record";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { foldedFrom } from "../testing/folding";
import { seededRandom, type Random } from "../testing/random";
import { recordingOf, type Ending } from "../testing/recordings";
import { webhookStats } from "../webhooks/stats";
import { foldRollups } from "./fold";
import { windowsOf } from "./windows";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const MINUTE_MS = STATS_BUCKETS.minute;
const DAY_MS = STATS_BUCKETS.day;
const TYPES = ["sms.sent", "call.ended", "lead.captured"] as const;
type End = [outcome: Ending["outcome"], result: Ending["result"]];
const ENDS: [End, ...End[]] = [
  ["succeeded", 200],
  ["succeeded", 204],
  ["retrying", 503],
  ["retrying", "timeout"],
  ["failed", "refused"],
  ["failed", 404],
];

let owner: Actor;
beforeAll(async () => {
  owner = await makeOwner();
  await pool().query("SELECT ensure_partitions(now() - interval '30 days', now())");
});

async function makeWebhooks(count: number): Promise<[string, ...string[]]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push(decodeId("webhook", (await makeWebhook(owner)).id) ?? "");
  return ids as [string, ...string[]];
}

interface Attempt extends Counted {
  at: number;
  type: string;
}

/** Webhooks that are sent to at random, by a clock of its own. */
class History {
  clock = Date.now() - 9 * DAY_MS;
  readonly #typeOf = new Map<string, string>();

  constructor(
    readonly webhookIds: readonly [string, ...string[]],
    readonly random: Random,
  ) {}

  pass(): void {
    this.clock += this.random.int(this.random.pick([MINUTE_MS, 5 * MINUTE_MS, 40 * MINUTE_MS, DAY_MS / 3]));
  }

  async record(): Promise<void> {
    const recordings = Array.from({ length: 1 + this.random.int(15) }, () => recordingOf(this.#ending()));
    for (const { deliveryId, eventType } of recordings) this.#typeOf.set(deliveryId, eventType);
    await recordResults(recordings, new Date(this.clock));
  }

  async fold(): Promise<void> {
    await foldRollups(new Date(this.clock));
  }

  #ending(): Ending {
    const { random } = this;
    const [outcome, result] = random.pick(ENDS);
    const late = random.int(
      random.pick([MINUTE_MS, MINUTE_MS, MINUTE_MS, 12 * MINUTE_MS, 3 * 60 * MINUTE_MS, 2 * DAY_MS]),
    );
    return {
      ...{ accountId: owner.accountId, outcome, result },
      webhookId: random.pick(this.webhookIds),
      eventType: random.pick(TYPES),
      // A worker's clock may be ahead, too.
      startedAt: new Date(this.clock + random.int(MINUTE_MS) - late),
      durationMs: random.int(3000),
    };
  }

  /** From the log. */
  async attemptsOf(webhookId: string): Promise<Attempt[]> {
    const { rows } = await pool().query<Attempt & { deliveryId: string }>(
      `SELECT delivery_id AS "deliveryId", date_part('epoch', started_at) * 1000 AS at, outcome,
         coalesce(response_code::text, error) AS result, duration_ms AS "durationMs"
       FROM attempts WHERE webhook_id = $1`,
      [webhookId],
    );
    return rows.map((row) => ({
      ...{ ...row, count: 1, latencyBucket: latencyBucket(row.durationMs) },
      type: this.#typeOf.get(row.deliveryId) ?? "",
    }));
  }

  /** Throws where any number differs from what the log says. */
  async compare(): Promise<void> {
    for (const bucket of ["minute", "hour", "day"] as const) await this.#compareStats(bucket);
    await this.#compareWindows();
  }

  async #compareStats(bucket: StatsBucket): Promise<void> {
    const webhookId = this.random.pick(this.webhookIds);
    const ms = STATS_BUCKETS[bucket];
    const to = Math.ceil((this.clock - this.random.int(DAY_MS) + 2 * MINUTE_MS) / ms) * ms;
    const from = to - (1 + this.random.int(DAY_MS * 2 > 1500 * ms ? 1500 : (DAY_MS * 4) / ms)) * ms;
    const types = this.random.pick([undefined, ["sms.sent"], ["call.ended", "lead.captured"]]);
    const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), bucket, type: types };
    const { total, buckets } = await webhookStats(owner, encodeId("webhook", webhookId), query);
    const attempts = (await this.attemptsOf(webhookId)).filter(({ type }) => !types || types.includes(type));
    expect(total, bucket).toEqual(statsOf(between(attempts, from, to)));
    const expected = buckets.map(({ at }) => ({
      at,
      ...statsOf(between(attempts, Date.parse(at), Date.parse(at) + ms)),
    }));
    expect(buckets, bucket).toEqual(expected);
  }

  async #compareWindows(): Promise<void> {
    const to = this.clock + MINUTE_MS - this.random.int(this.random.pick([MINUTE_MS, DAY_MS]));
    const from = to - this.random.int(this.random.pick([20 * MINUTE_MS, 3 * 60 * MINUTE_MS, 3 * DAY_MS]));
    const windows = await windowsOf(this.webhookIds, new Date(from), new Date(to));
    for (const webhookId of this.webhookIds) {
      const minute = (at: number) => Math.floor(at / MINUTE_MS) * MINUTE_MS;
      const its = (await this.attemptsOf(webhookId)).filter(({ at }) => at >= minute(from) && minute(at) < to);
      expect(windows.get(webhookId), `${from} to ${to}`).toEqual(windowOf(its));
    }
  }
}

const between = (attempts: readonly Attempt[], from: number, to: number) =>
  attempts.filter(({ at }) => at >= from && at < to);

describe("the numbers", () => {
  it.each([1, 2, 3])("are what the log says, whatever happened when, and while minutes are summed (%i)", async () => {
    const random = seededRandom();
    const history = new History(await makeWebhooks(3), random);
    const steps: (() => Promise<unknown>)[] = [
      () => history.record(),
      () => Promise.all([history.record(), history.record(), history.fold()]),
      () => Promise.all([history.record(), history.fold(), history.fold()]),
      () => Promise.all([history.compare(), history.fold(), history.fold()]),
      () => history.compare(),
    ];
    await foldedFrom(new Date(history.clock), async () => {
      for (let step = 0; step < 40; step++) {
        history.pass();
        const [first, ...others] = steps;
        if (first) await random.pick([first, ...others])();
      }
      await history.compare();
      history.clock += DAY_MS;
      await history.fold();
      await history.compare();
    }).catch((error: unknown) => {
      throw new Error(`seed ${random.seed}`, { cause: error });
    });
    const late = "SELECT FROM rollup_late WHERE webhook_id = ANY($1)";
    expect((await pool().query(late, [history.webhookIds])).rowCount).toBe(0);
  });
});

describe("summing", () => {
  const mark = async () =>
    (await pool().query<{ at: Date }>("SELECT folded_until AS at FROM rollup_progress")).rows[0]?.at;

  it("waits for a statement that may still add to these minutes", async () => {
    const now = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
    const inAnHour = new Date(now + 60 * MINUTE_MS);
    await foldedFrom(new Date(now), async () => {
      const writer = await pool().connect();
      await writer.query("BEGIN");
      await writer.query("LOCK TABLE rollup_minutes IN ROW EXCLUSIVE MODE");
      await foldRollups(inAnHour);
      expect(await mark()).toEqual(new Date(now));
      await writer.query("COMMIT");
      writer.release();
      await foldRollups(inAnHour);
      expect((await mark())?.getTime()).toBeGreaterThan(now);
    });
  });

  it("leaves the last ten minutes open, and catches up with days that it missed", async () => {
    const day = new Date(Date.now() - 9 * DAY_MS);
    await foldedFrom(day, async () => {
      const now = new Date(Math.ceil(day.getTime() / DAY_MS) * DAY_MS + 3 * DAY_MS + 24 * MINUTE_MS);
      await foldRollups(now);
      expect((now.getTime() - ((await mark())?.getTime() ?? 0)) / MINUTE_MS).toBe(24);
      await foldRollups(new Date(now.getTime() + MINUTE_MS));
      expect((now.getTime() - ((await mark())?.getTime() ?? 0)) / MINUTE_MS).toBe(9);
    });
  });

  it("forgets what comes later than anything is kept, and goes on", async () => {
    const [webhookId] = await makeWebhooks(1);
    const ending = { outcome: "succeeded", result: 200, durationMs: 5, eventType: "sms.sent" } as const;
    const ids = { accountId: owner.accountId, webhookId };
    await recordResults([
      recordingOf({ ...ending, ...ids, startedAt: new Date("2001-01-01T00:00:00Z") }),
      recordingOf({ ...ending, ...ids, startedAt: new Date(Date.now() - DAY_MS) }),
    ]);
    await foldRollups();
    const counted = await pool().query("SELECT DISTINCT at FROM rollup_hours WHERE webhook_id = $1", [webhookId]);
    expect(counted.rowCount).toBe(1);
  });
});
