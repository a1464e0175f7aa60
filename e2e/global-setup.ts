/** The products that the tests are about, each on servers that they can reach, too. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { listenForNames, type Zone } from "../lib/testing/name-server";
import { startProductOnServers } from "../lib/testing/product";
import { announceProducts, PRODUCTS } from "./own-product";
import { API_KEY, OWNER } from "./owner";

/** What the products' worker finds where it looks names up, and whom it trusts beside the public authorities. */
const ZONE: Zone = {
  "receiver.test": { a: ["127.0.0.1"] },
  "metadata.test": { a: ["127.0.0.1", "169.254.169.254"] },
  "silent.test": "silent",
};
const AUTHORITY = path.resolve("workers/egress/testdata/test-only-authority.pem");
const USE_NAME_SERVER = path.resolve("lib/testing/use-name-server.mjs");

export default async function setup(): Promise<() => Promise<void>> {
  const names = await listenForNames(ZONE);
  const start = () => startOne(names.address);
  // The first one builds what the others run.
  const first = await start();
  const products = [first, ...(await Promise.all(Array.from({ length: PRODUCTS - 1 }, start)))];
  announceProducts(
    products.map(({ url, databaseUrl, redisUrl, launcher }) => ({
      E2E_URL: url,
      E2E_DATABASE_URL: databaseUrl,
      E2E_REDIS_URL: redisUrl,
      E2E_LAUNCHER: String(launcher.pid),
    })),
  );
  return async () => {
    await Promise.all(products.map((product) => product.stop()));
    names.close();
  };
}

const startOne = (nameServer: string) =>
  startProductOnServers(
    {
      BOOTSTRAP_OWNER_EMAIL: OWNER.email,
      BOOTSTRAP_OWNER_PASSWORD: OWNER.password,
      BOOTSTRAP_API_KEY: API_KEY,
      TEST_NAME_SERVER: nameServer,
      NODE_OPTIONS: `--import ${pathToFileURL(USE_NAME_SERVER).href}`,
      NODE_EXTRA_CA_CERTS: AUTHORITY,
    },
    { durable: false },
  );
