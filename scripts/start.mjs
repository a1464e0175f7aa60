/** `npm start`: from a fresh clone, or any later state of it, to a served page; or one clear line and exit 1. */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

// Only what any Node can parse may stand in this file: an old one must get as far as the line below.
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node ${process.versions.node} is too old; install Node 20.19 or newer (22 and 24 are fine) and start again.`,
  );
  process.exit(1);
}
const { main } = await import("./launcher/main.mjs");
await main();
