/** Postgres: a pool for ordinary queries, Prisma's among them, and one for the hot statements. */
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../prisma/client/client";
import { env } from "./env";
import { log } from "./log";

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * The hot statements are prepared once a connection and planned once: planning them over all partitions takes longer than
 * running them. An index is always right for them, also where a partition is still empty when they are planned.
 */
const HOT_POOL_SIZE = 12;
const HOT_OPTIONS =
  "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off" +
  // Less than the minute after which lib/rollups/fold.ts takes it that nothing is added any more.
  " -c statement_timeout=45000";

/** Patience with a busy pool: a burst waits in line instead of failing. */
const TRANSACTION_OPTIONS = { maxWait: 10_000, timeout: 15_000 };

interface Connections {
  pool: pg.Pool;
  hotPool: pg.Pool;
  prisma: PrismaClient;
}

// Development reloads modules; the connections outlive that.
const shared = globalThis as { webhooksDb?: Connections };

function connections(): Connections {
  return (shared.webhooksDb ??= connect());
}

function connect(): Connections {
  const pool = makePool({ max: POOL_SIZE });
  const hotPool = makePool({ max: HOT_POOL_SIZE, options: HOT_OPTIONS });
  return {
    pool,
    hotPool,
    prisma: new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTION_OPTIONS }),
  };
}

function makePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    ...config,
  });
  // An idle connection that breaks is replaced by the pool; the query that meets it fails by itself.
  pool.on("error", (error) => log.warn({ err: error.message }, "an idle database connection broke"));
  return pool;
}

export type Connection = Pick<pg.Pool | pg.PoolClient, "query">;

/** For publish, take, release, record, sweep and discards. */
export const hotPool = () => connections().hotPool;
export const pool = () => connections().pool;
export const prisma = () => connections().prisma;

/** Where the work fails, its connection is closed: that rolls back, whatever state it is in. */
export async function inTransaction<T>(from: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await from.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

export async function closeDb(): Promise<void> {
  const open = shared.webhooksDb;
  delete shared.webhooksDb;
  await open?.prisma.$disconnect();
  await Promise.all([open?.pool.end(), open?.hotPool.end()]);
}
