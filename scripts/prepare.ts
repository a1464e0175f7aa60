/**
 * Gets a database ready: migrations, partitions, and what the BOOTSTRAP_ variables ask for. Safe to run again. Says what it
 * did in words, or with --json for the launcher.
 */
import path from "node:path";
import { bootstrap, issueSetupToken } from "../lib/accounts/setup";
import { closeDb } from "../lib/db";
import { refuseWrongKeys } from "../lib/deliveries/destination";
import { ensurePartitions } from "../lib/deliveries/partitions";
import { ConfigError, env, EX_CONFIG } from "../lib/env";
import { migrate } from "../prisma/migrate";

async function prepare(): Promise<void> {
  const applied = await migrate(env().DATABASE_URL, path.resolve("prisma/migrations"));
  await ensurePartitions();
  await refuseWrongKeys();
  await bootstrap(env());
  const setupToken = await issueSetupToken();
  if (process.argv.includes("--json")) console.log(JSON.stringify({ applied, setupToken }));
  else tell(applied, setupToken);
  await closeDb();
}

function tell(applied: number, setupToken: string | null): void {
  const { APP_URL, PORT } = env();
  console.log(applied === 0 ? "The database is up to date." : `Migrations applied: ${applied}.`);
  if (setupToken === null) return console.log("There is an owner.");
  console.log("There is no owner yet. Start the web process, then open this link; it works once:");
  console.log(`  ${APP_URL ?? `http://localhost:${PORT}`}/setup?token=${setupToken}`);
}

try {
  await prepare();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof ConfigError ? EX_CONFIG : 1);
}
