/** Events, published one by one through the HTTP API as a customer's backend does it. */
import { pause } from "./ledger";
import type { Scene } from "./scene";

const MAX_CLIENTS = 50;

export interface Accepted {
  eventId: string;
  type: string;
  /** performance.now() of the 202. */
  at: number;
}

export interface Published {
  accepted: Accepted[];
  /** Everything that was not a 202: its status, or why there was no answer. */
  refused: string[];
  /** How long each took, refused ones included. */
  tookMs: number[];
}

export const nothingPublished = (): Published => ({ accepted: [], refused: [], tookMs: [] });

/** As fast as `parallel` clients can. */
export async function publishAll(scene: Scene, types: readonly string[], count: number, parallel = 16) {
  const published = nothingPublished();
  let next = 0;
  const client = async () => {
    while (next < count) await publishOne(scene, types[next % types.length] ?? "", next++, published);
  };
  await Promise.all(Array.from({ length: parallel }, client));
  return published;
}

/** One every 1/perSecond s, or, where the machine can't, as fast as so many clients can. */
export async function publishSteadily(
  scene: Scene,
  types: readonly string[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
  published = nothingPublished(),
): Promise<Published> {
  const began = performance.now();
  const running = new Set<Promise<void>>();
  for (let i = 0; i < perSecond * seconds; i++) {
    const waitMs = began + (i * 1000) / perSecond - performance.now();
    if (waitMs > 0) await pause(waitMs);
    while (running.size >= MAX_CLIENTS) await Promise.race(running);
    const publishing = publishOne(scene, types[i % types.length] ?? "", i, published);
    running.add(publishing);
    void publishing.finally(() => running.delete(publishing));
  }
  await Promise.all(running);
  return published;
}

async function publishOne(scene: Scene, type: string, i: number, published: Published): Promise<void> {
  const began = performance.now();
  const answer = await scene.api("POST", "/events", { type, data: { i } }).catch(reasonOf);
  const at = performance.now();
  published.tookMs.push(at - began);
  if (typeof answer === "string") published.refused.push(answer);
  else if (answer.status !== 202) published.refused.push(String(answer.status));
  else published.accepted.push({ eventId: String(answer.body["id"]), type, at });
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? ("code" in cause ? String(cause.code) : cause.message) : String(cause);
}

/** `503 ×12, ECONNRESET ×3` */
export function reasons({ refused }: Published): string {
  const counts = [...new Set(refused)].map(
    (reason) => `${reason} ×${refused.filter((other) => other === reason).length}`,
  );
  return counts.length > 0 ? ` (${counts.join(", ")})` : "";
}
