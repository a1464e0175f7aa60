import { pool } from "@/lib/db";
import { workerLastSeen } from "@/lib/deliveries/housekeeping";
import { json, methods } from "@/lib/http";
import { log } from "@/lib/log";
import { pingRedis } from "@/lib/queue";

export const dynamic = "force-dynamic";

const TIMEOUT_MS = 2_000;

/** 200 when database and Redis answer and migrations are applied. */
async function get(): Promise<Response> {
  const [database, redis] = await Promise.all([works("database", checkDatabase), works("redis", pingRedis)]);
  const workerSeenAt = database ? await workerLastSeen() : null;
  return json({ database, redis, workerSeenAt }, database && redis ? 200 : 503);
}

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });

async function checkDatabase(): Promise<void> {
  await pool().query("SELECT FROM deliveries LIMIT 0");
}

async function works(name: string, check: () => Promise<void>): Promise<boolean> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("no answer in time")), TIMEOUT_MS).unref();
  });
  try {
    await Promise.race([check(), late]);
    return true;
  } catch (error) {
    log.warn({ err: error, part: name }, "not ready");
    return false;
  }
}
