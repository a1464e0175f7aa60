/** What the person at the terminal sees: one calm line per step, and never more motion than one line. */

const NAME_WIDTH = 11;
/** A step quicker than this is not worth announcing. */
const ANNOUNCE_MS = 3_000;

/** @typedef {ReturnType<typeof createScreen>} Screen */

/** @param {NodeJS.WriteStream} [stream] */
export function createScreen(stream = process.stdout) {
  const interactive = Boolean(stream.isTTY);
  const coloured = interactive && !process.env.NO_COLOR;
  /** @type {(code: number, text: string) => string} */
  const paint = (code, text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  /** @type {Map<string, string>} */
  const underWay = new Map();
  const began = Date.now();
  // The terminal may be closed before we are done.
  stream.on("error", () => undefined);

  /** @param {string} text */
  const write = (text) => {
    if (interactive) stream.write("\r\u001b[K");
    if (text) stream.write(`${text}\n`);
  };
  const tick = () => {
    if (underWay.size === 0) return;
    const steps = [...underWay].map(([name, doing]) => `${name.toLowerCase()}: ${doing}`).join(", ");
    const text = `  … ${steps} (${Math.round((Date.now() - began) / 1000)} s)`;
    stream.write(`\r\u001b[K${paint(2, text.slice(0, (stream.columns || 80) - 1))}`);
  };
  const ticker = interactive ? setInterval(tick, 250).unref() : null;

  return {
    paint,
    line: write,
    /**
     * @template T
     * @param {string} name
     * @param {string} doing shown meanwhile
     * @param {() => Promise<{ text: string, value: T }>} work
     * @returns {Promise<T>}
     */
    async step(name, doing, work) {
      const start = Date.now();
      const announcement = interactive
        ? undefined
        : setTimeout(() => write(`  … ${name.padEnd(NAME_WIDTH)}${doing}`), ANNOUNCE_MS);
      underWay.set(name, doing);
      try {
        const { text, value } = await work();
        const seconds = ((Date.now() - start) / 1000).toFixed(1);
        write(
          `  ${paint(32, "✓")} ${name.padEnd(NAME_WIDTH)}${text.padEnd(44)} ${paint(2, `${seconds.padStart(5)} s`)}`,
        );
        return value;
      } finally {
        clearTimeout(announcement);
        underWay.delete(name);
      }
    },
    /** Clears the moving line for good. */
    close() {
      if (ticker) clearInterval(ticker);
      underWay.clear();
      write("");
    },
  };
}
