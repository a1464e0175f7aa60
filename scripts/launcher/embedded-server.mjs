/** Keeps an embedded server running at the same address: one that dies is started again, unless it keeps dying. */

const QUICK_DEATH_MS = 10_000;
const QUICK_DEATHS_MAX = 3;

/** @typedef {{ stop: (options?: { immediate?: boolean }) => Promise<void> }} Stoppable */

/**
 * @template {import("../embedded/postgres.mjs").Server} S
 * @param {object} options
 * @param {string} options.name
 * @param {(port: number | undefined) => Promise<S>} options.start
 * @param {(line: string) => void} options.onLine
 * @param {(error: unknown) => void} options.onFatal
 * @returns {Promise<Stoppable & { first: S }>}
 */
export async function keepServer({ name, start, onLine, onFatal }) {
  let stopping = false;
  let quickDeaths = 0;
  const first = await start(undefined);
  let current = first;

  const watch = async () => {
    for (;;) {
      const began = Date.now();
      await current.exited;
      if (stopping) return;
      quickDeaths = Date.now() - began < QUICK_DEATH_MS ? quickDeaths + 1 : 0;
      if (quickDeaths > QUICK_DEATHS_MAX) throw new Error(`${name} keeps stopping`);
      onLine(`${name} stopped unexpectedly; starting it again`);
      current = await start(first.port);
    }
  };
  watch().catch(onFatal);

  return {
    first,
    stop(options) {
      stopping = true;
      return current.stop(options);
    },
  };
}
