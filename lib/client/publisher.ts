/**
 * Publishes events. One file without dependencies, for Node, Deno, Bun and workers: copy it. Node runs it as it stands
 * from 22.18 on; publisher.mjs is the same in JavaScript, for Node 20 and newer.
 *
 *   const publisher = createPublisher({ url: "https://hooks.example.com", apiKey: process.env.WEBHOOKS_API_KEY });
 *   await publisher.publish({ type: "contact.created", data: { name: "Ada" } });
 *
 * A call that gets no answer, or 429, 502, 503 or 504, is made again with the same idempotency key: what had been
 * accepted already is not published twice. Give a key of your own (an order's number) where your program may stop and
 * publish the same thing again after its restart.
 */
export interface PublisherOptions {
  /** The product's address, without `/api/v1`. */
  url: string | undefined;
  /** An API key that may publish. */
  apiKey: string | undefined;
  /** For one try. 10,000 if not given. */
  timeoutMs?: number;
  /** Tries after the first one. 4 if not given. */
  retries?: number;
  /** Called before each further try: for your log. */
  onRetry?: (retry: { attempt: number; waitMs: number; reason: string }) => void;
  fetch?: typeof fetch;
}

export interface NewEvent {
  type: string;
  data: Record<string, unknown>;
  /** When it happened; now, if not given. */
  timestamp?: Date | string;
}

export interface PublishedEvent {
  /** `evt_…` */
  id: string;
  type: string;
  /** ISO 8601 */
  timestamp: string;
  /** To how many webhooks it goes. */
  deliveries: number;
}

export interface PublishOptions {
  /** 1 to 255 visible ASCII characters; a random one if not given. Remembered for 24 h. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export interface Publisher {
  /** @throws PublishError */
  publish(event: NewEvent, options?: PublishOptions): Promise<PublishedEvent>;
  /** 1 to 1,000 events, all or none, answered in their order. @throws PublishError */
  publishBatch(events: readonly NewEvent[], options?: PublishOptions): Promise<PublishedEvent[]>;
}

/** The event was not accepted; or, where `status` is null, nobody knows: publish again with the same idempotency key. */
export class PublishError extends Error {
  /** Of the answer; null where there was none. */
  readonly status: number | null;
  /** `validation_failed`, `conflict`, …; null where the answer has no error object. */
  readonly code: string | null;
  /** What is wrong, by field: `data`, `events.3.type`. */
  readonly fields: Record<string, string>;
  readonly idempotencyKey: string;

  constructor(message: string, facts: Pick<PublishError, "status" | "code" | "fields" | "idempotencyKey">) {
    super(message);
    this.name = "PublishError";
    this.status = facts.status;
    this.code = facts.code;
    this.fields = facts.fields;
    this.idempotencyKey = facts.idempotencyKey;
  }
}

const TRANSIENT = new Set([429, 502, 503, 504]);
const FIRST_WAIT_MS = 250;
const MAX_WAIT_MS = 30_000;

/** @throws Error where the address or the key is missing */
export function createPublisher(options: PublisherOptions): Publisher {
  if (!options.url) throw new Error("The option url is missing: the product's address.");
  if (!options.apiKey) throw new Error("The option apiKey is missing.");
  const base = `${options.url.replace(/\/+$/, "")}/api/v1`;
  const post = (path: string, body: unknown, publishing: PublishOptions = {}) =>
    postUntilAnswered(options, `${base}${path}`, JSON.stringify(body), publishing);
  return {
    publish: async (event, publishing) => (await post("/events", event, publishing)) as PublishedEvent,
    publishBatch: async (events, publishing) =>
      ((await post("/events/batch", { events }, publishing)) as { data: PublishedEvent[] }).data,
  };
}

interface Failure {
  error: PublishError;
  isTransient: boolean;
  /** What the answer asked for. */
  retryAfterMs: number;
}

async function postUntilAnswered(
  options: PublisherOptions,
  url: string,
  body: string,
  { idempotencyKey = crypto.randomUUID(), signal }: PublishOptions,
): Promise<unknown> {
  const { retries = 4, onRetry } = options;
  for (let attempt = 1; ; attempt++) {
    const outcome = await post(options, { url, body, idempotencyKey, signal });
    if ("answer" in outcome) return outcome.answer;
    const { error, isTransient, retryAfterMs } = outcome;
    if (!isTransient || attempt > retries || signal?.aborted) throw error;
    // Half of the wait is random, so that many publishers don't come back all at once.
    const backoffMs = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), MAX_WAIT_MS) * (0.5 + Math.random() / 2);
    const waitMs = Math.max(Math.round(backoffMs), retryAfterMs);
    onRetry?.({ attempt: attempt + 1, waitMs, reason: error.message });
    await sleep(waitMs, signal, error);
  }
}

interface Post {
  url: string;
  body: string;
  idempotencyKey: string;
  signal: AbortSignal | undefined;
}

async function post(options: PublisherOptions, call: Post): Promise<{ answer: unknown } | Failure> {
  const { apiKey, timeoutMs = 10_000, fetch: send = fetch } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await send(call.url, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${apiKey}`,
        "Content-Type": "application/json",
        "Idempotency-Key": call.idempotencyKey,
      },
      body: call.body,
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    });
    const text = await response.text();
    return response.ok ? { answer: JSON.parse(text) } : refusalOf(response, text, call.idempotencyKey);
  } catch (cause) {
    const reason = timeout.aborted ? `no answer within ${timeoutMs} ms` : messageOf(cause);
    const facts = { status: null, code: null, fields: {}, idempotencyKey: call.idempotencyKey };
    const error = Object.assign(new PublishError(`Publishing failed: ${reason}.`, facts), { cause });
    return { error, isTransient: true, retryAfterMs: 0 };
  }
}

function refusalOf({ status, headers }: Response, text: string, idempotencyKey: string): Failure {
  const { code = null, message = "", fields = {} } = errorIn(text);
  const problems = Object.entries(fields).map((pair) => pair.join(": "));
  // Of a single one, the message says it already.
  const words = [`Publishing was answered ${status}.`, message, ...problems.filter((text) => !message.includes(text))];
  return {
    error: new PublishError(words.filter(Boolean).join(" "), { status, code, fields, idempotencyKey }),
    isTransient: TRANSIENT.has(status),
    retryAfterMs: retryAfterMs(headers.get("retry-after")),
  };
}

function errorIn(text: string): { code?: string; message?: string; fields?: Record<string, string> } {
  try {
    return (JSON.parse(text) as { error?: object }).error ?? {};
  } catch {
    // A proxy in between answers with a page.
    return {};
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function retryAfterMs(value: string | null): number {
  if (!value) return 0;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), MAX_WAIT_MS);
}

function messageOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}

function sleep(ms: number, signal: AbortSignal | undefined, error: PublishError): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(error);
    const stop = () => {
      clearTimeout(timer);
      reject(error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
