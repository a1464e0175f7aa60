/** The directions of the house (ARCHITECTURE.md). Every rule is an error. */
const test = "\\.test\\.tsx?$";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphan-import", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "core-is-pure",
      severity: "error",
      from: { path: "^lib/core/", pathNot: test },
      to: {
        pathNot: [
          "^lib/core/",
          "node_modules/zod/",
          "node_modules/use-intl/",
          "^node:crypto$",
          "^crypto$",
          "^node:net$",
          "^net$",
          "ipaddr\\.js",
        ],
      },
    },
    {
      name: "lib-knows-no-edge",
      severity: "error",
      from: { path: "^lib/", pathNot: [test, "^lib/testing/"] },
      to: { path: "^(app|components|web|workers|e2e|bench|scripts)/" },
    },
    {
      name: "app-knows-no-worker",
      severity: "error",
      from: { path: "^(app|web)/" },
      to: { path: "^(workers|e2e|bench|scripts)/" },
    },
    {
      name: "worker-knows-no-app",
      severity: "error",
      from: { path: "^workers/" },
      to: { path: "^(app|components|web|e2e|bench)/" },
    },
    {
      name: "components-know-core-and-api-client",
      severity: "error",
      from: { path: "^components/", pathNot: test },
      to: {
        path: "^(app|lib|web|workers|prisma|e2e|bench|scripts)/",
        pathNot: ["^lib/core/", "^lib/api-client/", "^lib/problem-words\\.ts$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "ui-knows-no-feature",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(components/(?!ui/)|lib/)" },
    },
    {
      name: "only-use-cases-touch-the-database",
      severity: "error",
      from: {
        pathNot: [
          "^lib/(webhooks|accounts|alerts|deliveries|inspectors|rollups)/",
          "^lib/db\\.ts$",
          "^lib/testing/",
          "^app/api/ready/",
          "^(web|workers)/index\\.ts$",
          "^scripts/",
          "^bench/",
          "^prisma/",
          test,
        ],
      },
      to: { path: ["^lib/db\\.ts$", "^prisma/client/"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "testing-only-in-tests",
      severity: "error",
      from: { pathNot: [test, "^lib/testing/", "^e2e/", "^bench/", "^scripts/screenshots", "^vitest"] },
      to: { path: "^lib/testing/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^prisma/client/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    exclude: { path: "^(\\.next|dist|\\.data)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      mainFields: ["module", "main"],
    },
  },
};
