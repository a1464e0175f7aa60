import { mkdtempSync, readFileSync } from "node:fs";
import { cp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { closeDb, pool } from "../lib/db";
import { ensurePartitions } from "../lib/deliveries/partitions";
import { migrate } from "./migrate";

afterAll(closeDb);

const DATABASE_URL = process.env["DATABASE_URL"] ?? "";

/** Prisma's scalar types, and what Postgres calls them. */
const TYPES: Record<string, string> = {
  String: "text",
  "String @db.Uuid": "uuid",
  "String[]": "ARRAY",
  "String[] @db.Uuid": "ARRAY",
  Int: "integer",
  "Int[]": "ARRAY",
  "Int @db.SmallInt": "smallint",
  BigInt: "bigint",
  Boolean: "boolean",
  "Float @db.Real": "real",
  "Json @db.Json": "json",
  Bytes: "bytea",
  "DateTime @db.Timestamptz": "timestamp with time zone",
};

/** `table.column type null` for every scalar field of schema.prisma. */
function columnsOfSchema(): string[] {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  return [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "?";
    const lines = body.split("\n").filter((line) => /^\s+\w+\s+\w/.test(line) && !line.includes("@@"));
    return lines.flatMap((line) => {
      const [, field = "", base = "", suffix = ""] = /^\s+(\w+)\s+(\w+)(\[\]|\?)?/.exec(line) ?? [];
      const native = /@db\.([A-Za-z]+)/.exec(line)?.[1];
      const type = TYPES[`${base}${suffix === "[]" ? "[]" : ""}${native ? ` @db.${native}` : ""}`];
      if (!type) return [];
      return [`${table}.${/@map\("(\w+)"\)/.exec(line)?.[1] ?? field} ${type} ${suffix === "?" ? "null" : "not null"}`];
    });
  });
}

describe("the migrated database", () => {
  it("has exactly the tables and columns of schema.prisma", async () => {
    const { rows } = await pool().query<{ line: string }>(`
      SELECT c.table_name || '.' || c.column_name || ' ' || c.data_type || ' '
        || CASE c.is_nullable WHEN 'YES' THEN 'null' ELSE 'not null' END AS line
      FROM information_schema.columns c JOIN pg_class ON relname = c.table_name AND relnamespace = 'public'::regnamespace
      WHERE c.table_schema = 'public' AND NOT relispartition AND c.table_name <> '_prisma_migrations'`);
    expect(rows.map(({ line }) => line).toSorted()).toEqual(columnsOfSchema().toSorted());
  });

  it("has an index for every account-scoped list", async () => {
    const { rows } = await pool().query<{ tablename: string }>(
      "SELECT DISTINCT tablename FROM pg_indexes WHERE indexdef LIKE '%(account_id, id)%' AND tablename !~ '[0-9]'",
    );
    expect(rows.map(({ tablename }) => tablename).toSorted()).toEqual([
      "alert_rules",
      "api_keys",
      "audit_entries",
      "deliveries",
      "events",
      "incidents",
      "inspectors",
      "invites",
      "notices",
      "redeliveries",
    ]);
  });
});

describe("partitions", () => {
  it("have no gap from now to at least a week ahead", async () => {
    await ensurePartitions();
    for (const table of ["events", "deliveries", "attempts"]) {
      for (const days of [0, 3, 7]) {
        const { rows } = await pool().query<{ covered: boolean }>(
          `SELECT EXISTS (SELECT FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
             WHERE inhparent = $1::regclass
             AND child.relname = $1::text || '_' || to_char(date_trunc('week', (now() + make_interval(days => $2)) AT TIME ZONE 'UTC'), 'YYYYMMDD')) AS covered`,
          [table, days],
        );
        expect(rows[0]?.covered, `${table} in ${days} days`).toBe(true);
      }
    }
  });

  it("are made while others read and write, and are like those that came with their table", async () => {
    const other = await pool().connect();
    const ours = await pool().connect();
    try {
      await other.query("BEGIN");
      await other.query(
        "LOCK TABLE attempts, deliveries, events, rollup_minutes, rollup_hours, rollup_days IN ROW EXCLUSIVE MODE",
      );
      await ours.query("SET lock_timeout = '2s'");
      const far = "SELECT ensure_partitions(now() + interval '20 weeks', now() + interval '20 weeks') AS made";
      expect((await ours.query(far)).rows).toEqual([{ made: 6 }]);
      expect((await ours.query(far)).rows).toEqual([{ made: 0 }]);
      // Each index of theirs belongs to one of the parent's.
      const { rows } = await ours.query(`
        SELECT parent.relname, count(*) FILTER (WHERE pg_index.indrelid = parent.oid)::int AS of_parent,
          count(*) FILTER (WHERE pg_index.indrelid = child.oid AND adopted.inhrelid IS NOT NULL)::int AS adopted,
          count(*) FILTER (WHERE pg_index.indrelid = child.oid)::int AS of_child
        FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid JOIN pg_class parent ON parent.oid = inhparent
        JOIN pg_index ON pg_index.indrelid IN (child.oid, parent.oid)
        LEFT JOIN pg_inherits adopted ON adopted.inhrelid = pg_index.indexrelid
        WHERE child.relname = parent.relname || to_char(date_trunc('week', now() AT TIME ZONE 'UTC') + interval '20 weeks', '_YYYYMMDD')
        GROUP BY parent.relname`);
      expect(rows).toHaveLength(6);
      for (const { of_parent, adopted, of_child } of rows) expect([adopted, of_child]).toEqual([of_parent, of_parent]);
    } finally {
      await other.query("ROLLBACK");
      await ours.query("RESET lock_timeout");
      other.release();
      ours.release();
    }
  });

  it("order ids by time, in SQL as in lib/core/ids", async () => {
    const { rows } = await pool().query<{ floor: string; sorted: boolean }>(
      "SELECT uuid_v7_floor('2026-03-25T08:22:50.254Z') AS floor, uuid_v7_floor(now()) <= uuid_v7() AS sorted",
    );
    expect(rows[0]).toEqual({ floor: "019d2416-d88e-0000-0000-000000000000", sorted: true });
  });
});

describe("migrating", () => {
  it("applies each migration once, and refuses one that was changed afterwards", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "migrations-"));
    await cp("prisma/migrations", folder, { recursive: true });
    expect(await migrate(DATABASE_URL, folder)).toBe(0);
    const [first = ""] = (await readdir(folder)).toSorted();
    await writeFile(path.join(folder, first, "migration.sql"), "SELECT 1");
    await expect(migrate(DATABASE_URL, folder)).rejects.toThrow(/changed after it had been applied/);
    await rm(folder, { recursive: true });
  });
});
