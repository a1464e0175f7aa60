/**
 * The one guarded POST, and the only way out of this product. A receiver can be slow, huge, hostile or gone: the
 * answer is always an AttemptResult, at the latest when the deadline is over.
 */
import type { Dispatcher } from "undici";
import type { AttemptPhases, AttemptResult, HeaderPairs } from "../../lib/core/attempt";
import { Answer, type Answered } from "./answer";
import type { ConnectSettings } from "./connect";
import { Connections, discard, type Connection } from "./connections";
import { EgressError, toEgressError } from "./errors";

const PRUNE_EVERY_MS = 5_000;

export interface OutgoingCall {
  url: string;
  headers: HeaderPairs;
  body: string;
  /** Over everything: name, connection, TLS, request, answer. */
  timeoutMs: number;
}

export interface Sender {
  send(call: OutgoingCall): Promise<AttemptResult>;
  close(): void;
}

export function createSender(settings: ConnectSettings): Sender {
  const connections = new Connections(settings);
  const pruning = setInterval(() => connections.prune(Date.now()), PRUNE_EVERY_MS).unref();
  return {
    send: (call) => attempt(call, connections),
    close() {
      clearInterval(pruning);
      connections.close();
    },
  };
}

async function attempt(call: OutgoingCall, connections: Connections): Promise<AttemptResult> {
  const url = new URL(call.url);
  const startedAt = new Date();
  const began = performance.now();
  const deadline = began + call.timeoutMs;
  let connection = connections.acquire(url);
  let outcome = await exchange(call, url, connection, deadline);
  if (outcome.staleSocket) {
    // The receiver closed a kept connection just as we used it. That is no failure of the delivery.
    discard(connection);
    connection = connections.open(url);
    outcome = await exchange(call, url, connection, deadline);
  }
  if (outcome.reusable) connections.release(url, connection);
  else discard(connection);
  const { facts } = connection;
  const phases: AttemptPhases = { ...facts.phases };
  if (outcome.firstByteAt !== undefined) phases.firstByteMs = outcome.firstByteAt - began - opened(phases);
  return {
    startedAt,
    durationMs: performance.now() - began,
    phases,
    ...(facts.remoteAddress ? { remoteAddress: facts.remoteAddress } : {}),
    ...(facts.tlsVersion ? { tlsVersion: facts.tlsVersion } : {}),
    ...(outcome.response ? { response: outcome.response } : {}),
    ...verdict(outcome),
  };
}

const opened = ({ dnsMs = 0, connectMs = 0, tlsMs = 0 }: AttemptPhases) => dnsMs + connectMs + tlsMs;

function verdict({ error, response }: Exchange): Pick<AttemptResult, "error" | "errorDetail"> {
  if (error) return { error: error.kind, ...(error.detail ? { errorDetail: error.detail } : {}) };
  const code = response?.code ?? 0;
  return code >= 200 && code <= 299 ? {} : { error: "http_status" };
}

interface Exchange extends Answered {
  error?: EgressError;
  /** The whole answer was read: the connection may carry another request. */
  reusable: boolean;
  staleSocket: boolean;
}

/** One request and its answer over one connection. Never rejects. */
function exchange(call: OutgoingCall, url: URL, connection: Connection, deadline: number): Promise<Exchange> {
  return new Promise((resolve) => {
    const answer = new Answer();
    let controller: Dispatcher.DispatchController | undefined;
    let settled = false;
    const finish = (end: { error?: EgressError; reusable?: boolean }) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      const { error, reusable = false } = end;
      const wasOpen = connection.facts.phases.dnsMs === undefined;
      const staleSocket = error?.kind === "reset" && wasOpen && connection.idleSince > 0 && !answer.begun;
      resolve({ ...answer.result(), ...(error ? { error } : {}), reusable, staleSocket });
    };
    const giveUp = (error?: EgressError) => {
      finish(error ? { error } : {});
      connection.opening.abort();
      controller?.abort(new Error("given up"));
    };
    const timer = setTimeout(
      () => giveUp(new EgressError("timeout", answer.phase(controller !== undefined))),
      Math.max(deadline - performance.now(), 0),
    );
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: (started) => {
        controller = started;
      },
      onResponseStart: (_controller, code, headers) => answer.start(code, headers),
      onResponseData: (_controller, chunk) => {
        // What is beyond is not read: the status has been said.
        if (!answer.add(chunk)) giveUp();
      },
      onResponseEnd: () => finish({ reusable: true }),
      onResponseError: (_controller, error) => finish({ error: toEgressError(error) }),
    };
    const headers = [...call.headers, ["Accept-Encoding", "identity"]].flat();
    const options = { path: url.pathname + url.search, method: "POST" as const, headers, body: call.body };
    connection.client.dispatch(options, handler);
  });
}
