/** Requests that wait for something to happen: they look again and again, and only so many at once. */

const LOOK_EVERY_MS = 250;
/** In this process: of an account, and of all. Who comes beyond is answered at once, and asks again. */
const MAX_WAITING_OF_ACCOUNT = 20;
const MAX_WAITING = 200;
const waiting = new Map<string, number>();
let allWaiting = 0;

interface Wait {
  /** uuid */
  accountId: string;
  waitSeconds: number;
  /** Ends the wait. */
  until: AbortSignal;
}

/** Looks at once, and then until it has happened, or the time is up. */
export async function waitUntil(
  hasHappened: () => Promise<boolean>,
  { accountId, waitSeconds, until }: Wait,
): Promise<void> {
  const deadline = Date.now() + waitSeconds * 1000;
  const others = waiting.get(accountId) ?? 0;
  if ((await hasHappened()) || others >= MAX_WAITING_OF_ACCOUNT || allWaiting >= MAX_WAITING) return;
  waiting.set(accountId, (waiting.get(accountId) ?? 0) + 1);
  allWaiting++;
  try {
    while (Date.now() < deadline && !until.aborted) {
      await pause(Math.min(LOOK_EVERY_MS, deadline - Date.now()), until);
      if (await hasHappened()) return;
    }
  } finally {
    const rest = (waiting.get(accountId) ?? 1) - 1;
    if (rest > 0) waiting.set(accountId, rest);
    else waiting.delete(accountId);
    allWaiting--;
  }
}

function pause(ms: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      until.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, Math.max(0, ms));
    until.addEventListener("abort", end);
  });
}
