/** For every fault the protection it is about, and how to take it away: the run must then be red. */

export interface Edit {
  file: string;
  search: string;
  replacement: string;
}

export interface Sabotage {
  fault: string;
  /** `npm run chaos -- F1 --without <name>` */
  name: string;
  /** What then goes wrong: one of these checks must not hold. */
  expected: RegExp;
  /** In the sources, while a copy of the worker is bundled. */
  worker?: readonly Edit[];
  /** The same with the web process: what of it is Next.js's stays as it is. */
  web?: readonly Edit[];
  /** In the new database. */
  sql?: string;
}

const NO_LEASE_RUNS_OUT: Edit = {
  file: "lib/deliveries/take.ts",
  search: "now() AND (leased_until IS NULL OR leased_until < now())",
  replacement: "now() AND leased_until IS NULL",
};

/** A worker that ends as soon as it is asked to. */
const NO_FAREWELL: Edit = {
  file: "workers/index.ts",
  search: "    isStopping = true;\n",
  replacement: "    process.exit(0);\n",
};

export const SABOTAGES: readonly Sabotage[] = [
  { fault: "F1", name: "lease-end", worker: [NO_LEASE_RUNS_OUT], expected: /^stuck/ },
  { fault: "F2", name: "lease-end", worker: [NO_LEASE_RUNS_OUT], expected: /^stuck/ },
  {
    fault: "F2",
    name: "interrupted",
    worker: [
      {
        file: "lib/deliveries/take.ts",
        search: "FROM taken WHERE interrupted_at IS NOT NULL",
        replacement: "FROM taken WHERE false",
      },
    ],
    expected: /^both attempts visible/,
  },
  {
    fault: "F3",
    name: "sweep",
    worker: [
      {
        file: "workers/index.ts",
        search: "createSweep({ findDueWebhooks, ring, now: Date.now })",
        replacement: "async () => void createSweep",
      },
    ],
    expected: /^(stuck|lost)/,
  },
  {
    fault: "F4",
    name: "unwaited-bell",
    web: [
      {
        file: "lib/queue.ts",
        search: "enableOfflineQueue: false, maxRetriesPerRequest: 1",
        replacement: "enableOfflineQueue: true",
      },
      // Next.js's part has opened the shared one as it should be.
      {
        file: "lib/queue.ts",
        search: "const shared = globalThis as { webhooksQueue?: Queue<Bell> };",
        replacement: "const shared: { webhooksQueue?: Queue<Bell> } = {};",
      },
      { file: "lib/webhooks/accept-events.ts", search: "void ring(", replacement: "await ring(" },
    ],
    expected: /^(not 202|p99)/,
  },
  {
    fault: "F5",
    name: "synchronous-commit",
    sql: "ALTER ROLE webhooks SET synchronous_commit = off",
    expected: /^(202 without a row|lost)/,
  },
  {
    fault: "F6",
    name: "key-guard",
    // Every key is as good as a new one.
    sql: `
      CREATE FUNCTION forget_key() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN NEW.key := gen_random_uuid()::text; RETURN NEW; END $$;
      CREATE TRIGGER forget_key BEFORE INSERT ON idempotency_keys FOR EACH ROW EXECUTE FUNCTION forget_key();`,
    expected: /^events/,
  },
  {
    fault: "F7",
    name: "attempt-guard",
    worker: [
      {
        file: "lib/deliveries/record.ts",
        search: "deliveries.attempts = result.number",
        replacement: "deliveries.attempts >= result.number",
      },
    ],
    expected: /^states overwritten/,
  },
  {
    fault: "F8",
    name: "fair-slots",
    // As many slots as one webhook may use, for whoever comes first.
    worker: [
      { file: "workers/index.ts", search: "MAX_SENDS = 2_000", replacement: "MAX_SENDS = 16" },
      {
        file: "workers/egress/slots.ts",
        search: "return holder.held === 0 ? this.#free > 0 : holder.held < this.#free - this.#reserve;",
        replacement: "return this.#free > 0;",
      },
      {
        file: "workers/egress/slots.ts",
        search: "return Math.max(Math.ceil((this.#free - this.#reserve - held) / 2), first);",
        replacement: "return Math.max(this.#free, first);",
      },
    ],
    expected: /^(lost|others' p95)/,
  },
  {
    fault: "F9",
    name: "concurrency",
    worker: [
      {
        file: "lib/deliveries/destination.ts",
        search: "concurrency: row.concurrency",
        replacement: "concurrency: 256",
      },
    ],
    expected: /^most of/,
  },
  {
    fault: "F9",
    name: "retry-after",
    worker: [
      {
        file: "lib/core/decide.ts",
        search: "Math.max(scheduledMs, askedMs ?? 0)",
        replacement: "scheduledMs + 0 * (askedMs ?? 0)",
      },
    ],
    expected: /^Retry-After/,
  },
  {
    fault: "F10",
    name: "fresh-destination",
    worker: [
      { file: "workers/index.ts", search: "DESTINATION_FRESH_MS = 500", replacement: "DESTINATION_FRESH_MS = 60_000" },
    ],
    expected: /^(to the|wrong signatures)/,
  },
  { fault: "F11", name: "farewell", worker: [NO_FAREWELL], expected: /^duplicates/ },
  { fault: "F12", name: "farewell", worker: [NO_FAREWELL], expected: /^(duplicates|p99)/ },
  {
    fault: "F13",
    name: "deadline",
    worker: [
      {
        file: "workers/egress/exchange.ts",
        search: "Math.max(deadline - performance.now(), 0)",
        replacement: "20_000 + 0 * deadline",
      },
    ],
    expected: /^(drip|endless 103|10 GB, silent|stalled TLS)/,
  },
  {
    fault: "F13",
    name: "body-limit",
    worker: [
      {
        file: "workers/egress/answer.ts",
        search: "READ_MAX_BYTES = 64 * 1024",
        replacement: "READ_MAX_BYTES = Infinity",
      },
      {
        file: "workers/egress/answer.ts",
        search: "STORE_MAX_BYTES = 16 * 1024",
        replacement: "STORE_MAX_BYTES = 2 ** 26",
      },
    ],
    expected: /memory/,
  },
];
