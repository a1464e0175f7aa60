/** Where the documentation explains a failure: the same anchors for its tables and for links from the delivery log. */
import type { AttemptError } from "@/lib/core/attempt";

/** Codes that mean the same share a line, under the first of them. */
export function anchorOfStatus(code: number): string {
  if (code >= 300 && code < 400) return "status-301";
  if (code >= 500) return "status-500";
  if (code === 403) return "status-401";
  if (code === 405) return "status-404";
  return [401, 404, 410, 429].includes(code) ? `status-${code}` : "status-400";
}

export function failureHref(error: AttemptError, responseCode: number | null): string {
  return error === "http_status"
    ? `/docs/responses#${anchorOfStatus(responseCode ?? 0)}`
    : `/docs/troubleshooting#${error}`;
}
