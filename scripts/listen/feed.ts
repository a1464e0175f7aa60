/** The product's side of listening: asks until it gets an answer, however long the product is away. */
import {
  signedRequestSchema,
  signedRequestsSchema,
  type SignedRequest,
  type SignedRequests,
} from "../../lib/core/signed-request";

export interface Feed {
  /** @param query where to begin, or a cursor. Waits on the product's side for a first one. @throws FeedRefused */
  next(query: Record<string, string>, waitSeconds?: number): Promise<SignedRequests>;
  /** @throws FeedRefused */
  one(deliveryId: string): Promise<SignedRequest>;
}

interface FeedOptions {
  url: string;
  key: string;
  webhook: string;
  say: (line: string) => void;
}

/** Asking again would change nothing: a wrong key, no such webhook. */
export class FeedRefused extends Error {}

const WAIT_SECONDS = 10;
const TIMEOUT_MS = 30_000;
const PAUSE_MIN_MS = 250;
const PAUSE_MAX_MS = 5_000;

export function createFeed({ url, key, webhook, say }: FeedOptions): Feed {
  async function ask(path: string): Promise<unknown> {
    let pauseMs = PAUSE_MIN_MS;
    for (let isAway = false; ;) {
      const outcome = await askOnce(`${url}/api/v1${path}`, key);
      if ("answer" in outcome) {
        if (isAway) say("✓ the product is back");
        return outcome.answer;
      }
      if (!isAway) say(`… ${outcome.problem}: trying again until it answers`);
      isAway = true;
      await new Promise((resolve) => setTimeout(resolve, Math.max(pauseMs, outcome.waitMs)));
      pauseMs = Math.min(pauseMs * 2, PAUSE_MAX_MS);
    }
  }
  return {
    next: async (query, waitSeconds = WAIT_SECONDS) => {
      const parameters = new URLSearchParams({ ...query, waitSeconds: String(waitSeconds) });
      return signedRequestsSchema.parse(await ask(`/webhooks/${webhook}/requests?${parameters}`));
    },
    one: async (deliveryId) => signedRequestSchema.parse(await ask(`/deliveries/${deliveryId}/request`)),
  };
}

type Outcome = { answer: unknown } | { problem: string; waitMs: number };

async function askOnce(url: string, key: string): Promise<Outcome> {
  let response: Response;
  let text: string;
  try {
    const headers = { Authorization: `Bearer ${key}` };
    response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    text = await response.text();
  } catch (error) {
    return { problem: `the product doesn't answer (${reasonOf(error)})`, waitMs: 0 };
  }
  if (response.ok) {
    const answer = parsed(text);
    // A proxy's page, while what is behind it is away.
    return answer === undefined ? { problem: "the answer is not the product's", waitMs: 0 } : { answer };
  }
  if (response.status === 429 || response.status >= 500) {
    const waitMs = Number(response.headers.get("retry-after") ?? 0) * 1000 || 0;
    return { problem: `the product answered ${response.status}`, waitMs };
  }
  throw new FeedRefused(`The product answered ${response.status} to ${new URL(url).pathname}: ${messageIn(text)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = (error.cause ?? error) as { code?: unknown };
  return typeof code === "string" ? code : error.message;
}

function messageIn(text: string): string {
  try {
    return (JSON.parse(text) as { error: { message: string } }).error.message;
  } catch {
    return text.slice(0, 200);
  }
}
