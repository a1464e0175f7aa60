/** Takes notices out of the house: nothing of delivering waits for it, and a notice that can't be sent now is sent later. */
import { advanceCourses } from "../lib/alerts/course";
import { evaluateRules } from "../lib/alerts/evaluate";
import { announceExhausted } from "../lib/alerts/exhausted";
import { recordMessages, takeMessages, type Channel, type Outcome, type Outgoing } from "../lib/alerts/messages";
import { mailOf, slackTextOf } from "../lib/core/notice-words";
import type { AlertTask } from "../lib/alert-queue";
import { sendMail } from "../lib/mail";
import { ring } from "../lib/queue";
import { foldRollups } from "../lib/rollups/fold";
import type { Sender } from "./egress/send";

const SLACK_TIMEOUT_MS = 10_000;
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

/** One after another, until nothing is due. */
async function sendMessages(channel: Channel, sendOne: Sending, effects: AlertEffects): Promise<void> {
  for (;;) {
    const outgoing = effects.isStopping() ? undefined : await takeMessages(channel, effects.now());
    if (!outgoing) return;
    const { target } = outgoing;
    const outcome = target === undefined ? UNREADABLE : await sendOne({ ...outgoing, target }, effects);
    await recordMessages(outgoing, outcome, effects.now());
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
