/** `npm run listen`: prints a webhook's deliveries as they are made, and forwards them to a server on this machine. */
import { verify } from "../lib/client/verify";
import type { SignedRequest } from "../lib/core/signed-request";
import { createFeed, FeedRefused } from "./listen/feed";
import { forward, headersOf } from "./listen/forward";
import { readOptions, UsageError, type ListenOptions } from "./listen/options";
import { openProgress } from "./listen/progress";

/** Characters of a body; all of it is forwarded. */
const MAX_PRINTED = 10_000;

const say = (line: string) => console.log(line);

async function main(options: ListenOptions): Promise<void> {
  const feed = createFeed({ ...options, say });
  if (options.replay) {
    const isTaken = await handOver(await feed.one(options.replay), options);
    process.exitCode = isTaken ? 0 : 1;
    return;
  }
  const progress = openProgress(options.cursorFile, `${options.url} ${options.webhook}`);
  if (options.begin) progress.forget();
  const resumed = progress.cursor();
  // The first question is answered at once: from its cursor on, nothing is missed.
  let page = await feed.next(resumed === undefined ? { ...options.begin } : { after: resumed }, 0);
  say(`Listening to ${options.webhook} at ${options.url}${resumed ? ", from where it stopped" : ""}. Ctrl-C ends it.`);
  if (options.forward) say(`Forwarding to ${options.forward.href}`);
  for (;;) {
    for (const request of page.data) {
      if (progress.hasSeen(request.deliveryId)) continue;
      await handOver(request, options);
      progress.see(request.deliveryId);
    }
    progress.moveTo(page.nextCursor);
    page = await feed.next({ after: page.nextCursor });
  }
}

/** @returns whether the local server took it */
async function handOver(request: SignedRequest, options: ListenOptions): Promise<boolean> {
  const { eventType, eventId, deliveryId, body } = request;
  say(
    `\n${new Date().toLocaleTimeString("en-GB")} ${eventType} ${eventId} ${deliveryId}${verdictOf(request, options)}`,
  );
  say(shorten(JSON.stringify(JSON.parse(body), null, 2)));
  if (!options.forward) return true;
  const outcome = await forward(request, { to: options.forward, authorization: options.authorization, say });
  if ("problem" in outcome) {
    say(`✗ ${options.forward.href} gave no answer: ${outcome.problem}`);
    return false;
  }
  const isTaken = outcome.status >= 200 && outcome.status < 300;
  say(`${isTaken ? "✓" : "✗"} ${options.forward.href} answered ${outcome.status} in ${outcome.tookMs} ms`);
  return isTaken;
}

function shorten(text: string): string {
  const rest = text.length - MAX_PRINTED;
  const shown = text.slice(0, MAX_PRINTED).replace(CONTROLS, escaped);
  return rest > 0 ? `${shown}\n… ${rest.toLocaleString("en")} more characters` : shown;
}

/** What JSON.stringify leaves as it is, and a terminal obeys. */
const CONTROLS = /[\u007f-\u009f]/g;
const escaped = (control: string) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`;

function verdictOf(request: SignedRequest, { secret, authorization }: ListenOptions): string {
  const { format, body } = request;
  if ((format === "sidecar" ? authorization : secret) === undefined) return "";
  const result = verify(body, headersOf(request, authorization), { format, secret, authorization });
  return result.ok ? " ✓ genuine" : ` ✗ not genuine: ${result.reason}`;
}

// What was handed over is in the file already.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(0));
try {
  await main(readOptions(process.argv.slice(2), process.env, new Date()));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof FeedRefused)) throw error;
  const exitCode = error instanceof UsageError ? error.exitCode : 1;
  (exitCode === 0 ? console.log : console.error)(error.message);
  process.exit(exitCode);
}
