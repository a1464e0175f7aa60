/** The products that the tests are about, each on servers that they can reach, too. */
import { startProductOnServers } from "../lib/testing/product";
import { announceProducts, PRODUCTS } from "./own-product";
import { API_KEY, OWNER } from "./owner";

export default async function setup(): Promise<() => Promise<void>> {
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
  };
}

const start = () =>
  startProductOnServers(
    {
      BOOTSTRAP_OWNER_EMAIL: OWNER.email,
      BOOTSTRAP_OWNER_PASSWORD: OWNER.password,
      BOOTSTRAP_API_KEY: API_KEY,
    },
    { durable: false },
  );
