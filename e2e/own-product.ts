/** Every Playwright worker has a product of its own: files run beside each other, and none meets another's account. */
import { z } from "zod";

export const PRODUCTS = 3;

const productsSchema = z.array(z.record(z.string(), z.string()));

/** @param products what each one's tests read from the environment, in the order of the workers' indexes */
export function announceProducts(products: z.infer<typeof productsSchema>): void {
  process.env["E2E_PRODUCTS"] = JSON.stringify(products);
}

/** In a worker, `E2E_URL` and its like are those of its own product; elsewhere nothing happens. */
export function chooseOwnProduct(): void {
  const index = process.env["TEST_PARALLEL_INDEX"];
  if (index === undefined) return;
  const products = productsSchema.parse(JSON.parse(process.env["E2E_PRODUCTS"] ?? "[]"));
  Object.assign(process.env, products[Number(index)]);
}
