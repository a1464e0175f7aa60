// Loaded before a process of the product: names under .test come from the name server in TEST_NAME_SERVER, as they would
// from the system's, and never leave this machine.
import dns from "node:dns/promises";
import { syncBuiltinESMExports } from "node:module";

const { TEST_NAME_SERVER } = process.env;
if (TEST_NAME_SERVER) {
  const resolver = new dns.Resolver({ timeout: 60_000, tries: 1 });
  resolver.setServers([TEST_NAME_SERVER]);
  const system = dns.lookup;
  const lookup = async (/** @type {string} */ host, /** @type {import("node:dns").LookupAllOptions} */ options) => {
    if (!host.endsWith(".test")) return system(host, options);
    return (await resolver.resolve4(host)).map((address) => ({ address, family: 4 }));
  };
  Object.assign(dns, { lookup });
  syncBuiltinESMExports();
}
