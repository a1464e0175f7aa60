/** F11: a worker told to stop finishes what is in flight, and says that all is well. */
import { waitUntil } from "../../../lib/testing/wait";
import { audit, settled } from "../audit";
import { atMost, exactly, fault, none } from "../fault";
import { slowly } from "../ledger";
import { publishAll } from "../load";

const EXIT_WITHIN_MS = 25_000;

export const sigterm = fault({
  id: "F11",
  title: "SIGTERM with 50 in flight",
  withinMs: 120_000,
  sizes: {
    full: { inFlight: 50, more: 200, answerMs: 4_000 },
    short: { inFlight: 50, more: 50, answerMs: 2_000 },
  },
  async run(scene, { inFlight, more, answerMs }) {
    const { ledger } = scene;
    const slow = await scene.addWebhook({ concurrency: inFlight });
    ledger.behave(slow.name, slowly(answerMs));
    const worker = await scene.startWorker();
    const { accepted } = await publishAll(scene, [slow.type], inFlight + more);
    await waitUntil("enough are in flight", () => ledger.lines.length >= inFlight, 10_000);
    const unanswered = ledger.lines.filter(({ status }) => status === undefined).length;
    const began = performance.now();
    worker.signal("SIGTERM");
    const code = await worker.exit;
    const exitMs = performance.now() - began;
    await scene.startWorker();
    await settled(scene, 60_000);
    const { lost, stuck, duplicates } = await audit(scene, accepted);
    return [
      exactly("in flight", unanswered, inFlight),
      exactly("exit code", code ?? Number.NaN, 0),
      atMost("exit after", exitMs / 1_000, EXIT_WITHIN_MS / 1_000, " s"),
      none("duplicates", duplicates),
      none("lost", lost),
      none("stuck", stuck),
    ];
  },
});
