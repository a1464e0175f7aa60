/** The order of a start: the cheap checks first, then what takes long side by side, then the app. */
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, isBuilt } from "../build.mjs";
import { startPostgres } from "../embedded/postgres.mjs";
import { startRedis } from "../embedded/redis.mjs";
import { prepareDataFolder } from "./data-folder.mjs";
import { keepServer } from "./embedded-server.mjs";
import { appEnvironment, givenEnvironment, settings } from "./environment.mjs";
import { untilServed } from "./health.mjs";
import { takeLock } from "./lock.mjs";
import { installPackages, packagesAreInstalled } from "./packages.mjs";
import { assertPortFree } from "./port.mjs";
import { prepareDatabase } from "./prepare.mjs";
import { createScreen } from "./screen.mjs";
import { startService } from "./service.mjs";
import { createShutdown } from "./shutdown.mjs";
import { awaitSurvivors } from "./survivors.mjs";
import { WORKER_FLAGS } from "../worker-flags.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

export async function main() {
  const screen = createScreen();
  /** @type {import("./shutdown.mjs").Running} */
  const running = {};
  const { fail } = createShutdown(screen, running);
  try {
    await bringUp(screen, running, fail);
  } catch (error) {
    fail(error);
  }
}

/**
 * @param {import("./screen.mjs").Screen} screen
 * @param {import("./shutdown.mjs").Running} running
 * @param {(error: unknown) => void} fail
 */
async function bringUp(screen, running, fail) {
  const given = givenEnvironment(root);
  const its = settings(given, root);
  const { appUrl, dataDir, embedsPostgres, embedsRedis } = its;
  /** @param {string} name */
  const logFile = (name) => join(dataDir, "logs", `${name}.log`);
  prepareDataFolder(dataDir);
  const lock = takeLock(join(dataDir, "launcher.lock"), appUrl);
  running.releaseLock = lock.release;
  await awaitSurvivors(lock.survivors);
  await assertPortFree(its.host, its.port);
  const env = appEnvironment(given, its);

  screen.line(`\n  ${screen.paint(1, "Outbound Webhooks")}\n`);
  /** @param {string} line */
  const onLine = (line) => screen.line(`  ${screen.paint(33, "!")} ${line}`);

  const postgres = async () => {
    if (!embedsPostgres) return;
    running.postgres = await screen.step("Postgres", "starting", async () => {
      const start = (/** @type {number | undefined} */ port) =>
        startPostgres({ dataDir: join(dataDir, "postgres"), logFile: logFile("postgres"), ...(port ? { port } : {}) });
      const value = await keepServer({ name: "Postgres", start, onLine, onFatal: fail });
      env.DATABASE_URL = value.first.url;
      return { value, text: `${value.first.version}, ${value.first.created ? "new database" : "ready"}` };
    });
  };
  const redis = async () => {
    if (!embedsRedis) return;
    running.redis = await screen.step("Redis", "starting", async () => {
      const packageDir = join(dataDir, "redis-package");
      const start = (/** @type {number | undefined} */ port) =>
        startRedis({
          dataDir: join(dataDir, "redis"),
          logFile: logFile("redis"),
          packageDir,
          ...(port ? { port } : {}),
        });
      const value = await keepServer({ name: "Redis", start, onLine, onFatal: fail });
      env.REDIS_URL = value.first.url;
      if (value.first.setAside)
        onLine(`Redis could not read its old file, now ${value.first.setAside}; nothing is lost.`);
      return { value, text: `${value.first.version}, ${value.first.origin}` };
    });
  };
  await Promise.all([
    redis(),
    installed(screen, dataDir, lock.record).then(() => Promise.all([postgres(), built(screen, given, lock.record)])),
  ]);

  const { setupToken } = await screen.step("Database", "migrating", async () => {
    const value = await prepareDatabase(root, env);
    return {
      value,
      text:
        value.applied === 0
          ? "up to date"
          : `${value.applied} ${value.applied === 1 ? "migration" : "migrations"} applied`,
    };
  });

  await screen.step("App", "starting", async () => {
    const common = { cwd: root, env, onStart: lock.record, onLine, onFatal: fail };
    const web = [join(root, "dist/web.mjs")];
    running.web = startService({ ...common, name: "The web server", args: web, logFile: logFile("web") });
    const worker = [...WORKER_FLAGS, join(root, "dist/worker.mjs")];
    running.worker = startService({ ...common, name: "The worker", args: worker, logFile: logFile("worker") });
    await untilServed(its.healthUrl, logFile("web"));
    running.web.hasStarted();
    running.worker.hasStarted();
    return { value: null, text: "web and worker are running" };
  });
  screen.close();
  screen.line(`\n  ${"Open".padEnd(11)}${screen.paint(1, appUrl)}`);
  if (setupToken)
    screen.line(`  ${"Set up".padEnd(11)}${appUrl}/setup?token=${encodeURIComponent(setupToken)}  (once)`);
  const logs = ["web", "worker", ...(embedsPostgres ? ["postgres"] : []), ...(embedsRedis ? ["redis"] : [])];
  screen.line(`  ${"Logs".padEnd(11)}${relative(process.cwd(), dataDir) || "."}/logs/{${logs.join(",")}}.log`);
  if (embedsPostgres && !given.DESTINATIONS) {
    screen.line(
      `  ${"Note".padEnd(11)}DESTINATIONS=local: http and private addresses are allowed; for real use set it to public`,
    );
  }
  screen.line(`\n  ${screen.paint(2, "Ctrl-C stops everything.")}\n`);
}

/** @type {(screen: import("./screen.mjs").Screen, dataDir: string, record: (pid: number | undefined) => void) => Promise<void>} */
async function installed(screen, dataDir, record) {
  if (packagesAreInstalled(root)) return;
  await screen.step("Packages", "installing", async () => {
    await installPackages(root, join(dataDir, "install.log"), record);
    return { value: null, text: "installed from package-lock.json" };
  });
}

/** @type {(screen: import("./screen.mjs").Screen, given: import("./environment.mjs").Given, record: (pid: number | undefined) => void) => Promise<void>} */
async function built(screen, given, record) {
  if (isBuilt()) return;
  await screen.step("Build", "building", async () => {
    await build({ env: { ...process.env, ...given }, record });
    return { value: null, text: "web, worker" };
  });
}
