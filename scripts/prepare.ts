/** Gets a database ready: migrations, partitions, and what the BOOTSTRAP_ variables ask for. Safe to run again. */
import path from "node:path";
import { bootstrap, issueSetupToken } from "../lib/accounts/setup";
import { closeDb } from "../lib/db";
import { ensurePartitions } from "../lib/deliveries/partitions";
import { ConfigError, env, EX_CONFIG } from "../lib/env";
import { migrate } from "../prisma/migrate";

async function prepare(): Promise<void> {
  const applied = await migrate(env().DATABASE_URL, path.resolve("prisma/migrations"));
  await ensurePartitions();
  await bootstrap(env());
  const setupToken = await issueSetupToken();
  console.log(JSON.stringify({ applied, setupToken }));
  await closeDb();
}

try {
  await prepare();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof ConfigError ? EX_CONFIG : 1);
}
