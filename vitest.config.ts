import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";
import { WORKERS } from "./lib/testing/own-servers";

const exclude = [...configDefaults.exclude, ".next/**", "dist/**", ".data/**", "e2e/**"];

const resolve = { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } };

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: "unit", include: ["**/*.test.{ts,tsx}"], exclude: [...exclude, "**/*.db.test.ts"] } },
      {
        resolve,
        test: {
          name: "database",
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: "lib/testing/servers.ts",
          setupFiles: "lib/testing/use-own-servers.ts",
          maxWorkers: WORKERS,
          sequence: { groupOrder: 1 },
          testTimeout: 20_000,
        },
      },
    ],
  },
});
