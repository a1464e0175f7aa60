/** F7: a worker that was stopped for a minute comes back with late results, and they overwrite nothing. */
import { waitUntil } from "../../../lib/testing/wait";
import { audit } from "../audit";
import { atMost, exactly, fault, none } from "../fault";
import { pause } from "../ledger";
import { publishAll } from "../load";
import type { Scene } from "../scene";

const EACH = 16;

export const workerStopped = fault({
  id: "F7",
  title: "worker stopped in mid-flight, a second one beside it, then continued",
  withinMs: 240_000,
  sizes: {
    full: { stopMs: 60_000, timeoutMs: 5_000, more: 200 },
    short: { stopMs: 20_000, timeoutMs: 1_000, more: 40 },
  },
  async run(scene, { stopMs, timeoutMs, more }) {
    const { ledger, db } = scene;
    // The second attempt of some succeeds, and of others fails and waits for long: a late result could change either.
    const policy = { timeoutMs, concurrency: EACH, retry: { delaysSeconds: [3_600] } };
    const recovering = await scene.addWebhooks(2, policy);
    const failing = await scene.addWebhooks(2, policy);
    for (const { name } of recovering) {
      ledger.behave(name, ({ attempt }) => (attempt === 1 ? unanswered : { status: 200 }));
    }
    for (const { name } of failing)
      ledger.behave(name, ({ attempt }) => (attempt === 1 ? unanswered : { status: 500 }));
    const other = await scene.addWebhook();
    const first = await scene.startWorker();
    const types = [...recovering, ...failing].map(({ type }) => type);
    const flying = await publishAll(scene, types, types.length * EACH);
    await waitUntil("all are in flight", () => ledger.lines.length >= types.length * EACH, timeoutMs);
    first.signal("SIGSTOP");
    const inFlight = ledger.lines.length;
    await scene.startWorker();
    const others = await publishAll(scene, [other.type], more);
    await pause(stopMs);
    const before = await states(scene);
    first.signal("SIGCONT");
    const lateResults = async () => {
      const { rows } = await db.query<{ count: number }>(
        "SELECT count(*)::int FROM attempts WHERE number = 1 AND outcome = 'retrying'",
      );
      return rows[0]?.count ?? 0;
    };
    await waitUntil("the late results are in the log", async () => (await lateResults()) >= inFlight, 30_000);
    const after = await states(scene);
    const { lost, badSignatures } = await audit(scene, [...flying.accepted, ...others.accepted]);
    const deliveries = new Set(ledger.lines.map(({ deliveryId }) => deliveryId)).size;
    return [
      exactly("late results", await lateResults(), inFlight),
      exactly("taken over meanwhile", [...before.values()].filter((state) => state.startsWith("2 ")).length, inFlight),
      none("states overwritten", [...before].filter(([id, state]) => after.get(id) !== state).length),
      atMost("sent twice", ledger.lines.length - deliveries, inFlight),
      none("lost", lost),
      none("bad signatures", badSignatures),
    ];
  },
});

const unanswered = new Promise<never>(() => undefined);

/** Delivery id → all that a result could change, the number of attempts first. */
async function states({ db }: Scene): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; state: string }>(
    "SELECT id, concat_ws(' ', attempts, status, failures, response_code, error, next_attempt_at, finished_at, last_attempt_at) AS state FROM deliveries",
  );
  return new Map(rows.map(({ id, state }) => [id, state]));
}
