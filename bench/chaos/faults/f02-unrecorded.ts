/** F2: a worker that dies between the receiver's 2xx and its record leaves an attempt that can be seen, and a delivery that goes on. */
import { waitUntil } from "../../../lib/testing/wait";
import { audit, settled } from "../audit";
import { atMost, exactly, fault, none } from "../fault";
import { publishAll } from "../load";

const AGAIN_WITHIN_MS = 60_000;
const RECORDING = "wait_event_type = 'Lock' AND query LIKE '%INSERT INTO attempts%'";

export const unrecorded = fault({
  id: "F2",
  title: "worker killed between the 2xx and its record",
  withinMs: 120_000,
  sizes: {
    full: { webhooks: 5, events: 50, timeoutMs: 5_000 },
    short: { webhooks: 5, events: 50, timeoutMs: 2_000 },
  },
  async run(scene, { webhooks: count, events, timeoutMs }) {
    const { ledger, db } = scene;
    const webhooks = await scene.addWebhooks(count, { timeoutMs, status: "paused" });
    const lock = await db.connect();
    // All are answered at once, and from then on nothing can be recorded.
    let locking: Promise<unknown> | undefined;
    const behaviour = async () => {
      await waitUntil("all have arrived", () => ledger.lines.length >= events, timeoutMs);
      await (locking ??= lock.query("BEGIN; LOCK TABLE attempts IN EXCLUSIVE MODE"));
      return { status: 200 };
    };
    for (const { name } of webhooks) ledger.behave(name, behaviour);
    const { accepted } = await publishAll(
      scene,
      webhooks.map(({ type }) => type),
      events,
    );
    const worker = await scene.startWorker();
    await scene.resume(webhooks);
    const isRecording = async () => (await db.query(`SELECT FROM pg_stat_activity WHERE ${RECORDING}`)).rows.length > 0;
    await waitUntil("a result waits to be recorded", isRecording, 10_000);
    worker.signal("SIGKILL");
    await worker.exit;
    const killedAt = performance.now();
    const unrecorded = new Set(ledger.lines.filter(({ status }) => status === 200).map(({ deliveryId }) => deliveryId));
    // A backend that waits for a lock doesn't notice that its client is gone, and would record what nobody heard.
    await db.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    await lock.query("ROLLBACK");
    lock.release();

    await scene.startWorker();
    await settled(scene, AGAIN_WITHIN_MS);
    const again = ledger.lines.filter(({ deliveryId, attempt }) => unrecorded.has(deliveryId) && attempt > 1);
    const lastMs = Math.max(...again.map(({ at }) => at - killedAt));
    const { lost, stuck } = await audit(scene, accepted);
    const { rows } = await db.query<{ outcomes: string }>(
      "SELECT string_agg(outcome, ' ' ORDER BY number) AS outcomes FROM attempts GROUP BY delivery_id",
    );
    const both = rows.filter(({ outcomes }) => outcomes === "interrupted succeeded").length;
    return [
      none("lost", lost),
      none("stuck", stuck),
      exactly("sent and not recorded", unrecorded.size, events),
      exactly("delivered again", new Set(again.map(({ deliveryId }) => deliveryId)).size, unrecorded.size),
      atMost("the last of them after", lastMs / 1_000, AGAIN_WITHIN_MS / 1_000, " s"),
      exactly("both attempts visible", both, unrecorded.size),
    ];
  },
});
