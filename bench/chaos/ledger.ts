/** The receiver of every webhook: it writes down each request it gets, and answers as the fault wants it to. */
import { startReceiver, type Answer, type Received } from "../../lib/testing/documented-receiver";
import { isGenuine } from "../../lib/testing/documented-verifiers";

/** One request, as it came. */
export interface Line extends Received {
  /** Which webhook it was for: the first part of the path. */
  name: string;
  eventId: string;
  deliveryId: string;
  attempt: number;
  /** What it was answered; undefined while it is not. */
  status: number | undefined;
}

export type Behaviour = (line: Line) => ReturnType<Answer>;

export interface Ledger {
  lines: Line[];
  /** @param name of a webhook; whatever else stands behind it in the path is the fault's own */
  urlOf(name: string): string;
  /** Until this is called, a webhook's receiver answers 200 at once. */
  behave(name: string, behaviour: Behaviour): void;
  close(): Promise<void>;
}

export async function openLedger(): Promise<Ledger> {
  const lines: Line[] = [];
  const behaviours = new Map<string, Behaviour>();
  const receiver = await startReceiver(async (received) => {
    const { headers } = received;
    const line: Line = {
      ...received,
      name: received.path.split("/")[1] ?? "",
      eventId: String(headers["x-sydx-event-id"]),
      deliveryId: String(headers["x-sydx-delivery-id"]),
      attempt: Number(headers["x-sydx-attempt"]),
      status: undefined,
    };
    lines.push(line);
    const answered = (await behaviours.get(line.name)?.(line)) ?? { status: 200 };
    line.status = answered.status;
    return answered;
  });
  const { origin } = new URL(receiver.url);
  return {
    lines,
    urlOf: (name) => `${origin}/${name}`,
    behave: (name, behaviour) => void behaviours.set(name, behaviour),
    close: receiver.close,
  };
}

/** @returns which of the secrets this was signed with, by the documented verifier; undefined for none */
export function signerOf(line: Line, secrets: readonly string[]): string | undefined {
  return secrets.find((secret) => isGenuine(line, secret));
}

/** Answers 200 after a while. */
export const slowly =
  (ms: number, status = 200): Behaviour =>
  async () => {
    await pause(ms);
    return { status };
  };

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
