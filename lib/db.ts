/** Postgres: one pool, shared by Prisma for ordinary queries and by the hot statements. */
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../prisma/client/client";
import { env } from "./env";
import { log } from "./log";

const POOL_SIZE = 20;
const CONNECT_TIMEOUT_MS = 10_000;

interface Connections {
  pool: pg.Pool;
  prisma: PrismaClient;
}

// Development reloads modules; the connections outlive that.
const shared = globalThis as { webhooksDb?: Connections };

function connections(): Connections {
  return (shared.webhooksDb ??= connect());
}

function connect(): Connections {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced by the pool; the query that meets it fails by itself.
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection broke"));
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

export const pool = () => connections().pool;
export const prisma = () => connections().prisma;

export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

export async function closeDb(): Promise<void> {
  const open = shared.webhooksDb;
  delete shared.webhooksDb;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
