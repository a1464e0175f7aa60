/** Where a fault plays: the product's real processes and servers, an API key, and a ledger that every webhook points at. */
import pg from "pg";
import { CATALOGUE } from "../../lib/core/catalogue";
import { decodeId } from "../../lib/core/ids";
import { testEnvironment } from "../../lib/testing/environment";
import { waitUntil } from "../../lib/testing/wait";
import { freePort } from "../../scripts/embedded/free-port.mjs";
import { openLedger, type Ledger } from "./ledger";
import { prepareDatabase, startWeb, startWorker, type Process } from "./product";
import type { Sabotaged } from "./sabotage";
import { startServers, type Servers } from "./servers";

const API_KEY = "chaos_0123456789_abcdefghijklmnopqrstuvw";
const BOOTSTRAP = {
  BOOTSTRAP_OWNER_EMAIL: "chaos@example.com",
  BOOTSTRAP_OWNER_PASSWORD: "a long enough password",
  BOOTSTRAP_API_KEY: API_KEY,
};
const WORKER_BOOT_MS = 30_000;
const TYPES = CATALOGUE.flatMap(({ types }) => types.map(({ name }) => name));

/** A webhook, subscribed to one event type that is its own. */
export interface SceneWebhook {
  name: string;
  type: string;
  id: string;
  uuid: string;
  /** All it ever had, the newest first. */
  secrets: string[];
}

export interface Answered {
  status: number;
  // What the API answers is looked into, not relied on.
  body: Record<string, unknown>;
}

export interface Scene {
  url: string;
  servers: Servers;
  db: pg.Pool;
  ledger: Ledger;
  web: Process;
  webhooks: SceneWebhook[];
  /** Resolves when it has said that it lives. */
  startWorker(): Promise<Process>;
  /** @throws where it can't be reached */
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  addWebhook(policy?: Record<string, unknown>, url?: (name: string) => string): Promise<SceneWebhook>;
  addWebhooks(count: number, policy?: Record<string, unknown>): Promise<SceneWebhook[]>;
  /** All of what they hold at once: gently is for receivers that have only just come back. */
  resume(webhooks: readonly Pick<SceneWebhook, "id" | "uuid">[]): Promise<void>;
  stop(): Promise<void>;
}

export interface SceneSettings {
  /** Where the processes' logs go. */
  logs: string;
  /** What is not the real thing. */
  sabotaged?: Sabotaged | undefined;
}

export async function startScene({ logs, sabotaged = {} }: SceneSettings): Promise<Scene> {
  const { worker: workerBundle = "dist/worker.mjs", web: webBundle = "dist/web.mjs", sql } = sabotaged;
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return await build();
  } catch (error) {
    await stop();
    throw error;
  }

  async function build(): Promise<Scene> {
    const servers = await startServers();
    closing.push(() => servers.stop());
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      ...testEnvironment(servers),
      ...BOOTSTRAP,
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      PORT: String(port),
    };
    await prepareDatabase(env);
    const db = new pg.Pool({ connectionString: servers.databaseUrl, max: 4 });
    db.on("error", () => undefined);
    closing.push(() => db.end());
    if (sql) await db.query(sql);
    const ledger = await openLedger();
    closing.push(() => ledger.close());
    const web = await startWeb(webBundle, env, url, logs);
    closing.push(() => web.stop());

    const scene: Scene = {
      url,
      servers,
      db,
      ledger,
      web,
      webhooks: [],
      stop,
      async startWorker() {
        const seen = await countWorkers(db);
        const worker = startWorker(workerBundle, env, logs);
        closing.push(() => worker.stop());
        const lives = async () => worker.hasEnded() || (await countWorkers(db)) > seen;
        await waitUntil("the worker lives", lives, WORKER_BOOT_MS);
        if (worker.hasEnded()) throw new Error(`the worker has ended; see ${logs}`);
        return worker;
      },
      async api(method, path, body, headers = {}) {
        const response = await fetch(`${url}/api/v1${path}`, {
          method,
          headers: { Authorization: `Bearer ${API_KEY}`, "Content-Type": "application/json", ...headers },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        return { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
      },
      async addWebhook(policy = {}, urlOf = ledger.urlOf) {
        const name = `w${scene.webhooks.length}`;
        const type = TYPES[scene.webhooks.length];
        if (!type) throw new Error(`there are only ${TYPES.length} event types`);
        const input = { title: name, url: urlOf(name), events: [type], ...policy };
        const { status, body } = await scene.api("POST", "/webhooks", input);
        if (status !== 201) throw new Error(`creating a webhook answered ${status}: ${JSON.stringify(body)}`);
        const id = String(body["id"]);
        const webhook = { name, type, id, uuid: decodeId("webhook", id) ?? "", secrets: [String(body["secret"])] };
        scene.webhooks.push(webhook);
        return webhook;
      },
      async addWebhooks(count, policy) {
        const added: SceneWebhook[] = [];
        for (let i = 0; i < count; i++) added.push(await scene.addWebhook(policy));
        return added;
      },
      async resume(webhooks) {
        for (const { id } of webhooks) await scene.api("PATCH", `/webhooks/${id}`, { status: "active" });
        const uuids = webhooks.map(({ uuid }) => uuid);
        await db.query("UPDATE webhooks SET resumed_at = NULL WHERE id = ANY ($1::uuid[])", [uuids]);
      },
    };
    return scene;
  }
}

async function countWorkers(db: pg.Pool): Promise<number> {
  const { rows } = await db.query<{ count: number }>("SELECT count(*)::int FROM workers");
  return rows[0]?.count ?? 0;
}
