/** F10: what an owner does to a webhook holds for everything that is still pending, within a second. */
import { waitUntil } from "../../../lib/testing/wait";
import { settled } from "../audit";
import { exactly, fault, none } from "../fault";
import { pause, signerOf, type Line } from "../ledger";
import { publishAll } from "../load";
import type { Scene, SceneWebhook } from "../scene";

const WITHIN_MS = 1_000;
const ANSWER_MS = 50;

export const changed = fault({
  id: "F10",
  title: "deleted, paused, moved and re-keyed in the middle of the retries",
  withinMs: 180_000,
  sizes: {
    full: { pending: 1_000, delaySeconds: 12, concurrency: 16, holdMs: 10_000 },
    short: { pending: 100, delaySeconds: 3, concurrency: 2, holdMs: 2_000 },
  },
  async run(scene, { pending, delaySeconds, concurrency, holdMs }) {
    const { ledger } = scene;
    const policy = { retry: { delaysSeconds: [delaySeconds] }, concurrency, status: "paused" };
    const [deleted, paused, moved, rekeyed] = [
      await scene.addWebhook(policy),
      await scene.addWebhook(policy),
      await scene.addWebhook(policy, (name) => `${ledger.urlOf(name)}/old`),
      await scene.addWebhook(policy),
    ];
    const all = [deleted, paused, moved, rekeyed];
    for (const { name } of all) {
      ledger.behave(name, async ({ attempt }) => {
        if (attempt === 1) return { status: 503 };
        await pause(ANSWER_MS);
        return { status: 200 };
      });
    }
    const types = all.map(({ type }) => type);
    await publishAll(scene, types, pending * all.length);
    await scene.startWorker();
    await scene.resume(all);
    const linesOf = ({ name }: SceneWebhook) => ledger.lines.filter((line) => line.name === name);
    const retriesOf = (webhook: SceneWebhook) => linesOf(webhook).filter(({ attempt }) => attempt > 1);
    const underWay = () => all.every((webhook) => retriesOf(webhook).length >= pending / 10);
    await waitUntil("the retries are under way", underWay, 60_000);

    const change = async (method: string, path: string, body?: unknown) => {
      const answer = await scene.api(method, path, body);
      if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}`);
      return { at: performance.now(), body: answer.body };
    };
    const [deletion, pausing, move, rotation] = await Promise.all([
      change("DELETE", `/webhooks/${deleted.id}`),
      change("PATCH", `/webhooks/${paused.id}`, { status: "paused" }),
      change("PATCH", `/webhooks/${moved.id}`, { url: `${ledger.urlOf(moved.name)}/new` }),
      change("POST", `/webhooks/${rekeyed.id}/rotate-secret`, {}),
    ]);
    const oldSecret = rekeyed.secrets[0] ?? "";
    const newSecret = String(rotation.body["secret"]);
    rekeyed.secrets.unshift(newSecret);
    const undelivered = pending - deliveredOf(retriesOf(paused));
    await pause(holdMs);
    const resumedAt = performance.now();
    const late = (lines: Line[], { at }: { at: number }) => lines.filter((line) => line.at > at + WITHIN_MS);
    const lateToPaused = late(linesOf(paused), pausing);
    await change("PATCH", `/webhooks/${paused.id}`, { status: "active" });
    await settled(scene, 60_000);
    const rightly = (line: Line) =>
      signerOf(line, line.at > rotation.at + WITHIN_MS ? [newSecret] : [newSecret, oldSecret]) !== undefined;
    return [
      none("to the deleted one", late(linesOf(deleted), deletion).length),
      none("to the old URL", late(linesOf(moved), move).filter(({ path }) => path.endsWith("/old")).length),
      exactly("moved: delivered", deliveredOf(retriesOf(moved)), pending),
      none("wrong signatures", ledger.lines.filter((line) => !isRight(scene, line, rekeyed, rightly)).length),
      exactly("re-keyed: delivered", deliveredOf(retriesOf(rekeyed)), pending),
      none("to the paused one", lateToPaused.filter(({ at }) => at < resumedAt).length),
      exactly(`resumed: delivered (${undelivered} were held)`, deliveredOf(retriesOf(paused)), pending),
    ];
  },
});

const deliveredOf = (lines: Line[]) =>
  new Set(lines.filter(({ status }) => status === 200).map(({ eventId }) => eventId)).size;

function isRight({ webhooks }: Scene, line: Line, rekeyed: SceneWebhook, rightly: (line: Line) => boolean): boolean {
  if (line.name === rekeyed.name) return rightly(line);
  return signerOf(line, webhooks.find(({ name }) => name === line.name)?.secrets ?? []) !== undefined;
}
