/** Before each file of database tests: takes servers that no other file is using, until it has ended. */
import pg from "pg";
import { afterAll, inject } from "vitest";
import { waitUntil } from "./wait";

/**
 * Held on the server that is taken: vitest's own numbers of its workers can stand twice. Locks of two numbers are none of
 * the product's, which have one.
 */
const LOCK = [0, 1];
const PATIENCE_MS = 60_000;

async function isFree(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS taken", LOCK);
  return rows[0]?.taken === true;
}

const all = inject("environments").map((environment) => ({
  environment,
  client: new pg.Client({ connectionString: environment["DATABASE_URL"] }),
}));
await Promise.all(all.map(({ client }) => client.connect()));
let own: (typeof all)[number] | undefined;
await waitUntil(
  "servers are free",
  async () => {
    for (const one of all) if (!own && (await isFree(one.client))) own = one;
    return own !== undefined;
  },
  PATIENCE_MS,
);
Object.assign(process.env, own?.environment);
await Promise.all(all.map((one) => (one === own ? undefined : one.client.end())));
afterAll(() => own?.client.end());
