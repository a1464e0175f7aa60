/** One attempt of one delivery: build, send, decide. What comes out is ready to be recorded. */
import { maskAuthorization } from "../lib/core/authorization";
import { PROBE_EVERY_MS } from "../lib/core/course";
import { decide, type DecideInput, type Decision } from "../lib/core/decide";
import type { AttemptOutcome } from "../lib/core/delivery";
import { maskEchoes } from "../lib/core/echoes";
import { hmac } from "../lib/core/formats/hmac";
import { buildRequest } from "../lib/core/formats/request";
import { encodeId } from "../lib/core/ids";
import type { Destination } from "../lib/deliveries/destination";
import type { Recording } from "../lib/deliveries/record";
import type { Due } from "../lib/deliveries/take";
import type { Sender } from "./egress/send";

export interface DeliverEffects {
  send: Sender["send"];
  /** @param eventId uuid @returns canonical JSON */
  loadData: (eventId: string) => Promise<string>;
  now: () => Date;
  /** 0 to 1 */
  random: () => number;
}

export interface Delivered {
  decision: Decision;
  recording: Recording;
}

/** @param webhookId uuid */
export async function deliver(
  due: Due,
  webhookId: string,
  destination: Destination,
  effects: DeliverEffects,
): Promise<Delivered> {
  const { url, timeoutMs, format, alsoSign, keys, headers: extraHeaders } = destination;
  const event = {
    eventId: encodeId("event", due.eventId),
    deliveryId: encodeId("delivery", due.id),
    attempt: due.attempt,
    attemptedAt: effects.now(),
    type: due.type,
    timestamp: due.timestamp,
    accountId: destination.accountId,
    webhookId: destination.webhookId,
    data: due.data ?? (await effects.loadData(due.eventId)),
  };
  const { headers, body, bodySignature } = buildRequest({ format, alsoSign, extraHeaders, event, keys }, hmac);
  const result = await effects.send({ url, headers, body, timeoutMs });
  const isTest = due.cause === "test";
  const isProbe = due.id === destination.probeId;
  const decision = (isProbe ? decideProbe : decide)({
    result,
    failures: due.failures,
    // A test is sent once: somebody is watching, and clicks again.
    delaysSeconds: isTest ? [] : destination.delaysSeconds,
    now: effects.now(),
    random: effects.random(),
  });
  return {
    decision,
    recording: {
      deliveryId: due.id,
      accountId: due.accountId,
      webhookId,
      eventType: due.type,
      attempt: due.attempt,
      outcome: OUTCOMES[decision.kind],
      delayMs: decision.kind === "retry" ? decision.delayMs : undefined,
      failures: decision.kind === "succeeded" || isProbe ? due.failures : due.failures + 1,
      format,
      url,
      requestHeaders: maskAuthorization(headers),
      bodySignature,
      result: maskEchoes(result, headers),
      manual: due.manual && !isTest,
      countsForHealth: !isTest && !due.manual,
    },
  };
}

/** It was sent to learn about the receiver: however it fails, it goes on waiting with all the retries it had. */
function decideProbe({ result }: DecideInput): Decision {
  return result.error ? { kind: "retry", delayMs: PROBE_EVERY_MS } : { kind: "succeeded" };
}

const OUTCOMES = {
  succeeded: "succeeded",
  retry: "retrying",
  exhausted: "failed",
  disabled: "failed",
} as const satisfies Record<Decision["kind"], AttemptOutcome>;
