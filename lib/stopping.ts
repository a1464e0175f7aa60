/** Requests that wait for something end when the process is asked to stop, instead of keeping it. */
const SIGNALS = ["SIGTERM", "SIGINT"] as const;

// Bundlers make copies of a module; one listener is enough.
const shared = globalThis as { webhooksStopping?: AbortController };

export function stopping(): AbortSignal {
  if (!shared.webhooksStopping) {
    const controller = (shared.webhooksStopping = new AbortController());
    for (const signal of SIGNALS) process.once(signal, () => controller.abort());
  }
  return shared.webhooksStopping.signal;
}
