/**
 * Applies the migrations of prisma/migrations in order, each in a transaction, under a lock. Keeps Prisma's own books
 * (`_prisma_migrations`), so that `prisma migrate status` agrees wherever its engine can be had.
 */
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

const LOCK = 72_707_369;
const BOOKS = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/**
 * @param folder holds one folder a migration, with a migration.sql in it
 * @returns how many were applied
 * @throws where an applied migration has been edited since, or one fails: nothing of it stays
 */
export async function migrate(databaseUrl: string, folder: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // A session lock: the second process waits here, and then finds everything done.
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(BOOKS);
    return await applyPending(client, folder);
  } finally {
    await client.end();
  }
}

async function applyPending(client: pg.Client, folder: string): Promise<number> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const applied = new Map(rows.map(({ migration_name, checksum }) => [migration_name, checksum]));
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  let count = 0;
  for (const name of names.toSorted()) {
    const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
    const checksum = createHash("sha256").update(sql).digest("hex");
    const earlier = applied.get(name);
    if (earlier === checksum) continue;
    if (earlier) throw new Error(`migration ${name} was changed after it had been applied; write a new one instead`);
    await apply(client, name, sql, checksum);
    count++;
  }
  return count;
}

async function apply(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`migration ${name} failed: ${reason}`, { cause: error });
  }
}
