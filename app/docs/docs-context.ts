import { headers } from "next/headers";
import type { DocsContext } from "@/components/docs/docs-page";
import { env } from "@/lib/env";

/** Host and port; a browser sends nothing else, and what stands in commands must not come from anything else. */
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i;

/** Addresses in commands are those by which the reader reached this page, unless APP_URL says which they are. */
export async function docsContext(): Promise<DocsContext> {
  const { APP_URL, PORT, EGRESS_IPS, API_RATE_LIMIT } = env();
  const host = (await headers()).get("host") ?? "";
  const reached = HOST.test(host) ? `http://${host}` : `http://localhost:${PORT}`;
  return {
    origin: APP_URL?.replace(/\/+$/, "") ?? reached,
    egressIps: EGRESS_IPS,
    requestsPerSecond: API_RATE_LIMIT,
  };
}
