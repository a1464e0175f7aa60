/** Generates the Prisma client from prisma/schema.prisma, and what pages show of docs/snippets. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeSnippets } from "./snippets.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
writeSnippets(root);
const { status } = spawnSync(process.execPath, [join(root, "node_modules/prisma/build/index.js"), "generate"], {
  cwd: root,
  stdio: ["ignore", "ignore", "inherit"],
  // `generate` insists on having the schema engine, a download many build machines can't reach, and never runs it.
  env: {
    ...process.env,
    CHECKPOINT_DISABLE: "1",
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY || process.execPath,
  },
});
process.exit(status ?? 1);
