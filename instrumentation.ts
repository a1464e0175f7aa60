/** Runs once before the web process serves: a bad variable ends it here, in one line. */
export async function register(): Promise<void> {
  const { ConfigError, EX_CONFIG, tellNextAuthItsUrl } = await import("./lib/env");
  const { noteSocketAddresses } = await import("./lib/client-address");
  try {
    tellNextAuthItsUrl();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EX_CONFIG);
  }
  noteSocketAddresses();
}
