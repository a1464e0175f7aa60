import { configDefaults, defineConfig } from "vitest/config";

const exclude = [...configDefaults.exclude, ".next/**", "dist/**", ".data/**", "e2e/**"];

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["**/*.test.{ts,tsx}"], exclude: [...exclude, "**/*.db.test.ts"] } },
      {
        test: {
          name: "database",
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: "lib/testing/servers.ts",
          // One database: some tests are about the whole of it.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 20_000,
        },
      },
    ],
  },
});
