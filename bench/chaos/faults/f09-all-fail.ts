/** F9: retries of very many come back spread, and not before a receiver has asked for them. */
import { audit, settled } from "../audit";
import { atMost, fault, none } from "../fault";
import { pause, type Line } from "../ledger";
import { publishAll } from "../load";

const ASKED_SECONDS = 20;
const ASKING = 100;

export const allFail = fault({
  id: "F9",
  title: "very many failing at once, then their receiver is back",
  withinMs: 420_000,
  sizes: {
    full: { events: 10_000, answerMs: 50, downMs: 120_000, retry: { preset: "sydx" } },
    short: { events: 2_000, answerMs: 200, downMs: 20_000, retry: { delaysSeconds: [5, 30] } },
  },
  async run(scene, { events, answerMs, downMs, retry }) {
    const { ledger } = scene;
    const failing = await scene.addWebhook({ status: "paused", retry });
    const inSeconds = await scene.addWebhook();
    const byDate = await scene.addWebhook();
    let backAt = Infinity;
    ledger.behave(failing.name, async () => {
      await pause(answerMs);
      return { status: performance.now() < backAt ? 503 : 200 };
    });
    const asked = new Map<string, number>();
    const ask = (wait: (untilMs: number) => string) => (line: Line) => {
      if (line.attempt > 1) return { status: 200 };
      const untilMs = Date.now() + ASKED_SECONDS * 1000;
      asked.set(line.deliveryId, untilMs - performance.timeOrigin);
      return { status: 503, headers: { "retry-after": wait(untilMs) } };
    };
    ledger.behave(
      inSeconds.name,
      ask(() => String(ASKED_SECONDS)),
    );
    // A date has whole seconds, so the receiver asks for the one that begins next.
    ledger.behave(
      byDate.name,
      ask((untilMs) => new Date(Math.ceil(untilMs / 1000) * 1000).toUTCString()),
    );
    await scene.startWorker();
    const { accepted } = await publishAll(scene, [failing.type], events);
    await scene.resume([failing]);
    backAt = performance.now() + downMs;
    const patient = await publishAll(scene, [inSeconds.type, byDate.type], 2 * ASKING);
    await pause(downMs);
    await settled(scene, 200_000);
    const { lost, stuck, duplicates } = await audit(scene, [...accepted, ...patient.accepted]);
    const delivered = ledger.lines.filter(({ name, status }) => name === failing.name && status === 200).length;
    const retries = ledger.lines.filter(({ name, attempt }) => name === failing.name && attempt > 1);
    const early = ledger.lines.flatMap(({ deliveryId, attempt, at }) => {
      const until = asked.get(deliveryId);
      return attempt === 2 && until !== undefined ? [until - at] : [];
    });
    return [
      atMost(
        `most of ${retries.length} retries in one second`,
        (100 * mostWithinOneSecond(retries.map(({ at }) => at))) / events,
        5,
        " %",
      ),
      none("not delivered in the end", events - delivered),
      none(
        `Retry-After not honoured (of ${early.length})`,
        early.filter((ms) => ms > 0).length + 2 * ASKING - early.length,
      ),
      none("lost", lost),
      none("stuck", stuck),
      none("duplicates", duplicates),
    ];
  },
});

/** @param ats ascending, ms */
function mostWithinOneSecond(ats: readonly number[]): number {
  let most = 0;
  for (let from = 0, to = 0; to < ats.length; to++) {
    while ((ats[to] ?? 0) - (ats[from] ?? 0) >= 1_000) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
