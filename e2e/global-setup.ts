/** One product for all tests, on servers that the tests can reach, too. */
import { startProductOnServers } from "../lib/testing/product";
import { API_KEY, OWNER } from "./owner";

export default async function setup(): Promise<() => Promise<void>> {
  const product = await startProductOnServers(
    {
      BOOTSTRAP_OWNER_EMAIL: OWNER.email,
      BOOTSTRAP_OWNER_PASSWORD: OWNER.password,
      BOOTSTRAP_API_KEY: API_KEY,
    },
    { durable: false },
  );
  process.env["E2E_URL"] = product.url;
  process.env["E2E_REDIS_URL"] = product.redisUrl;
  process.env["E2E_LAUNCHER"] = String(product.launcher.pid);
  return async () => {
    await product.stop();
  };
}
