/** Takes notices out of the house: nothing of delivering waits for it, and a notice that can't be sent now is sent later. */
import { advanceCourses } from "../lib/alerts/course";
import { evaluateRules } from "../lib/alerts/evaluate";
import { announceExhausted } from "../lib/alerts/exhausted";
import { recordMessages, takeMessages, type Channel, type Outcome, type Outgoing } from "../lib/alerts/messages";
import { mailOf, slackTextOf } from "../lib/core/notice-words";
import type { AlertTask } from "../lib/alert-queue";
import { log } from "../lib/log";
import { sendMail } from "../lib/mail";
import { ring } from "../lib/queue";
import { foldRollups } from "../lib/rollups/fold";
import type { Sender } from "./egress/send";

const SLACK_TIMEOUT_MS = 10_000;
/** Messages of one channel on their way at once: one that hangs holds up no other. */
const AT_ONCE = 8;
/** The rest waits for the next look. */
const MAX_PORTIONS = 50;
const OFTEN_MS = 5_000;
export const RULES_EVERY_MS = 60_000;
export const COURSES_EVERY_MS = 5_000;
const FOLD_EVERY_MS = 60_000;

export interface AlertEffects {
  /** The guarded one. */
  send: Sender["send"];
  isStopping: () => boolean;
  now: () => Date;
}

type TaskName = "email" | "slack" | "courses" | "rules" | "exhausted" | "fold";

export function alertTasks(effects: AlertEffects): Record<TaskName, AlertTask> {
  return {
    email: { everyMs: OFTEN_MS, run: () => sendMessages("email", sendEmail, effects) },
    slack: { everyMs: OFTEN_MS, run: () => sendMessages("slack", sendSlack, effects) },
    courses: { everyMs: COURSES_EVERY_MS, run: async () => ring(await advanceCourses(effects.now())) },
    fold: { everyMs: FOLD_EVERY_MS, run: () => foldRollups() },
    rules: { everyMs: RULES_EVERY_MS, run: () => evaluateRules(effects.now()) },
    exhausted: { everyMs: OFTEN_MS, run: () => announce(effects) },
  };
}

type Sending = (outgoing: Outgoing & { target: string }, effects: AlertEffects) => Promise<Outcome>;

/** Until nothing is due; whenever one has ended, it looks again. */
async function sendMessages(channel: Channel, sendOne: Sending, effects: AlertEffects): Promise<void> {
  const sending = new Set<Promise<void>>();
  try {
    for (;;) {
      const outgoing = effects.isStopping() ? undefined : await takeMessages(channel, effects.now());
      if (outgoing) {
        const one = sendAndRecord(outgoing, sendOne, effects).finally(() => sending.delete(one));
        sending.add(one);
      } else if (sending.size === 0) {
        return;
      }
      if (!outgoing || sending.size >= AT_ONCE) await Promise.race(sending);
    }
  } finally {
    await Promise.all(sending);
  }
}

/** Never throws: what couldn't be recorded is taken again when its lease has ended. */
async function sendAndRecord(outgoing: Outgoing, sendOne: Sending, effects: AlertEffects): Promise<void> {
  try {
    const { target } = outgoing;
    const outcome = target === undefined ? UNREADABLE : await sendOne({ ...outgoing, target }, effects);
    await recordMessages(outgoing, outcome, effects.now());
  } catch (error) {
    log.warn({ err: error, digest: outgoing.digest }, "a notice's messages could not be sent; they are tried again");
  }
}

const UNREADABLE: Outcome = { ok: false, error: "the stored URL can't be read any more: give it again", isFinal: true };

const sendEmail: Sending = ({ target, notices, telling, digest }) =>
  sendMail({ to: target, messageId: digest, ...mailOf(notices, telling) });

const sendSlack: Sending = async ({ target, notices, telling }, { send }) => {
  const { error, errorDetail, response } = await send({
    url: target,
    headers: [["Content-Type", "application/json"]],
    body: JSON.stringify({ text: slackTextOf(notices, telling) }),
    timeoutMs: SLACK_TIMEOUT_MS,
  });
  if (!error) return { ok: true };
  const said = response ? `it answered ${response.code}` : [error, errorDetail].filter(Boolean).join(": ");
  // No such webhook any more: asking again changes nothing.
  return { ok: false, error: said, isFinal: response?.code === 404 || response?.code === 410 };
};

async function announce({ isStopping }: AlertEffects): Promise<void> {
  for (let portion = 0; portion < MAX_PORTIONS && !isStopping(); portion++) {
    if (!(await announceExhausted())) return;
  }
}
