/**
 * Rate limits of API keys, shared by all web processes. A request is judged by what this process knows and waits for
 * nothing; ten times a second it tells Redis what it has counted and learns what the others have. So a limit may be
 * overrun by what a tenth of a second brings; without Redis each process counts for itself, and nobody is refused for that.
 */
import { Redis } from "ioredis";
import type { Actor } from "./accounts/actor";
import type { AppError } from "./core/errors";
import { allowanceOf, rateLimited, rateLimitHeaders, WINDOW_SECONDS, windowAt } from "./core/rate-limit";
import { env } from "./env";
import { log } from "./log";

const SYNC_EVERY_MS = 100;
const RECONNECT_MAX_MS = 1_000;

interface Count {
  window: number;
  /** By all processes, as far as Redis has told. */
  known: number;
  /** Of these, Redis is just being told. */
  telling: number;
  untold: number;
}

export interface RateLimiter {
  /** Counts a request. */
  admit(key: string, nowMs: number): ReturnType<typeof allowanceOf>;
  close(): void;
}

export function createRateLimiter(redisUrl: string, perSecond: number): RateLimiter {
  const counts = new Map<string, Count>();
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => Math.min(times * 50, RECONNECT_MAX_MS),
  });
  let isAway = false;
  redis.on("error", (error) => {
    if (!isAway) log.warn({ err: error.message }, "rate limits are counted by each process for itself: Redis is away");
    isAway = true;
  });
  redis.on("ready", () => (isAway = false));
  let timer: NodeJS.Timeout | undefined;
  const syncSoon = () => (timer ??= setTimeout(() => void sync(), SYNC_EVERY_MS).unref());

  async function sync(): Promise<void> {
    const now = windowAt(Date.now());
    for (const [key, { window }] of counts) if (window < now) counts.delete(key);
    const told = [...counts].filter(([, { untold }]) => untold > 0);
    for (const [, count] of told) [count.telling, count.untold] = [count.untold, 0];
    try {
      await Promise.all(told.map(([key, count]) => tell(redis, key, count)));
    } catch {
      // Redis is away, which is logged above: what it wasn't told stands as it did.
    }
    for (const [, count] of told) [count.untold, count.telling] = [count.untold + count.telling, 0];
    timer = undefined;
    if ([...counts.values()].some(({ untold }) => untold > 0)) syncSoon();
  }

  return {
    admit(key, nowMs) {
      const window = windowAt(nowMs);
      let count = counts.get(key);
      if (count?.window !== window) counts.set(key, (count = { window, known: 0, telling: 0, untold: 0 }));
      const allowance = allowanceOf(perSecond, count.known + count.telling + count.untold, nowMs);
      if (allowance.isAdmitted) {
        count.untold++;
        syncSoon();
      }
      return allowance;
    },
    close() {
      clearTimeout(timer);
      redis.disconnect();
    },
  };
}

async function tell(redis: Redis, key: string, count: Count): Promise<void> {
  const name = `rate:${key}:${count.window}`;
  const known = await redis.incrby(name, count.telling);
  count.known = known;
  count.telling = 0;
  await redis.expire(name, 2 * WINDOW_SECONDS);
}

// Bundlers make copies of a module; a process counts in one place.
const shared = globalThis as { webhooksRateLimiter?: RateLimiter | undefined };

export interface Admission {
  /** For the answer, whatever it is. */
  headers: Record<string, string>;
  refused?: AppError;
}

/** Counts a request of an API key. */
export function admit({ label }: Actor): Admission {
  const { API_RATE_LIMIT, REDIS_URL } = env();
  if (API_RATE_LIMIT === 0) return { headers: {} };
  const limiter = (shared.webhooksRateLimiter ??= createRateLimiter(REDIS_URL, API_RATE_LIMIT));
  const allowance = limiter.admit(label, Date.now());
  const headers = rateLimitHeaders(allowance);
  return allowance.isAdmitted ? { headers } : { headers, refused: rateLimited(allowance) };
}

export function closeRateLimits(): void {
  shared.webhooksRateLimiter?.close();
  shared.webhooksRateLimiter = undefined;
}
