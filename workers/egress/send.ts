/**
 * The one guarded POST, and the only way out of this product. A receiver can be slow, huge, hostile or gone: the
 * answer is always an AttemptResult, at the latest when the deadline is over.
 */
import type { AttemptPhases, AttemptResult } from "../../lib/core/attempt";
import type { ConnectionFacts, ConnectSettings } from "./connect";
import type { Connection } from "./connection";
import { Connections } from "./connections";
import { exchange, type Exchanged, type OutgoingCall } from "./exchange";
import { Targets, type Target } from "./target";

const PRUNE_EVERY_MS = 5_000;

export interface Sender {
  send(call: OutgoingCall): Promise<AttemptResult>;
  close(): void;
}

export function createSender(settings: ConnectSettings): Sender {
  const connections = new Connections(settings);
  const targets = new Targets(settings.policy);
  const pruning = setInterval(() => connections.prune(Date.now()), PRUNE_EVERY_MS).unref();
  return {
    send(call) {
      const target = targets.of(call.url);
      return target ? attempt(call, target, connections) : Promise.resolve(refusal());
    },
    close() {
      clearInterval(pruning);
      connections.close();
    },
  };
}

function refusal(): AttemptResult {
  return { startedAt: new Date(), durationMs: 0, phases: {}, error: "blocked_address", errorDetail: "url" };
}

async function attempt(call: OutgoingCall, target: Target, connections: Connections): Promise<AttemptResult> {
  const startedAt = new Date();
  const began = performance.now();
  const exchanging = { call, target, deadline: began + call.timeoutMs };
  let connection: Connection = connections.acquire(target);
  let exchanged = await exchange(connection, exchanging);
  if (exchanged.wasStale) {
    connection.discard();
    connection = connections.open(target);
    exchanged = await exchange(connection, exchanging);
  }
  const result: AttemptResult = {
    startedAt,
    durationMs: performance.now() - began,
    phases: phasesOf(connection.facts, exchanged, began),
  };
  describe(result, connection.facts, exchanged);
  if (exchanged.isReusable) connections.release(connection);
  else connection.discard();
  return result;
}

/** A copy: an opening that was given up may go on writing into its own. */
function phasesOf(facts: ConnectionFacts, { firstByteAt }: Exchanged, began: number): AttemptPhases {
  const phases = { ...facts.phases };
  if (firstByteAt === undefined) return phases;
  const { dnsMs = 0, connectMs = 0, tlsMs = 0 } = phases;
  phases.firstByteMs = firstByteAt - began - dnsMs - connectMs - tlsMs;
  return phases;
}

/** Field by field, as this is done ten thousand times a second. */
function describe(result: AttemptResult, facts: ConnectionFacts, { response, error }: Exchanged): void {
  if (facts.remoteAddress) result.remoteAddress = facts.remoteAddress;
  if (facts.tlsVersion) result.tlsVersion = facts.tlsVersion;
  if (facts.tlsExpiresAt) result.tlsExpiresAt = facts.tlsExpiresAt;
  if (response) result.response = response;
  if (error) {
    result.error = error.kind;
    if (error.detail) result.errorDetail = error.detail;
  } else if (!response || response.code < 200 || response.code > 299) {
    result.error = "http_status";
  }
}
