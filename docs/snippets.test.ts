import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGE_NAMES } from "../components/verify/snippets";
import { FORMAT_NAMES, type FormatName } from "../lib/core/formats";
import type { SigningKeys } from "../lib/core/formats/format";
import { EVENT, headersOf, KEYS, OTHER_SECRET, requestOf } from "../lib/testing/outgoing";
import {
  isInstalled,
  RUNTIME_NAMES,
  startSnippet,
  type RunningSnippet,
  type RuntimeName,
} from "../lib/testing/snippets";
import { waitUntil } from "../lib/testing/wait";

const MINUTES = 4 * 60_000;
const OTHER_KEYS: SigningKeys = { secret: OTHER_SECRET, authorization: "Bearer guessed" };

let running: RunningSnippet | undefined;
afterEach(() => running?.stop());

interface Send {
  keys?: SigningKeys;
  attemptedAt?: Date;
  change?: (body: string) => string;
  headers?: (headers: Record<string, string>) => Record<string, string>;
}

/** @returns the status of its answer */
async function send(url: string, format: FormatName, { keys, attemptedAt, change, headers }: Send = {}) {
  const request = requestOf(format, attemptedAt ? { attemptedAt } : {}, keys);
  const sent = headersOf(request);
  const body = change ? change(request.body) : request.body;
  return (await fetch(url, { method: "POST", headers: headers ? headers(sent) : sent, body })).status;
}

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000);
const without = (pattern: RegExp) => (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !pattern.test(name)));

async function prove(language: RuntimeName, format: FormatName): Promise<void> {
  const credentials: Record<string, string> =
    format === "sidecar" ? { WEBHOOK_AUTHORIZATION: KEYS.authorization } : { WEBHOOK_SECRET: KEYS.secret };
  running = await startSnippet(language, format, credentials);
  const { url, printed } = running;

  expect(await send(url, format)).toBe(200);
  await waitUntil("it prints the event", () => printed().includes(EVENT.eventId), 10_000);
  expect(printed()).toContain(EVENT.type);

  expect(await send(url, format, { keys: OTHER_KEYS })).toBe(401);
  expect(await send(url, format, { headers: without(/signature|authorization/i) })).toBe(401);
  if (format !== "sidecar") {
    expect(await send(url, format, { change: (body) => body.replace("John", "Joan") })).toBe(401);
    expect(await send(url, format, { change: (body) => `${body} ` })).toBe(401);
    expect(await send(url, format, { keys: { secret: OTHER_SECRET, previousSecret: KEYS.secret } })).toBe(200);
    expect(await send(url, format, { keys: { secret: KEYS.secret, previousSecret: OTHER_SECRET } })).toBe(200);
  }
  if (format === "standard") {
    expect(await send(url, format, { attemptedAt: secondsAgo(240) })).toBe(200);
    expect(await send(url, format, { attemptedAt: secondsAgo(600) })).toBe(401);
    expect(await send(url, format, { attemptedAt: secondsAgo(-600) })).toBe(401);
  }
  // Whatever it was sent, it still answers.
  expect(await send(url, format)).toBe(200);
}

it("there is code for every language that the pages show, in every format", () => {
  expect(RUNTIME_NAMES).toEqual(LANGUAGE_NAMES);
});

describe.each(RUNTIME_NAMES)("the receiver in %s", (language) => {
  it.for(FORMAT_NAMES)(
    "accepts what is genuine as %s, also during a rotation, and refuses what is forged, changed or old",
    { timeout: MINUTES },
    async (format, { skip }) => {
      skip(!isInstalled(language), `${language} is not installed on this machine`);
      await prove(language, format);
    },
  );
});
