/**
 * Headers of an inspector's answer. It stands on this site's own host, so only those are let through that mean something
 * to a sender and nothing to a browser: no cookie, no policy, nothing about the connection.
 */
import { z } from "zod";

const MAX_HEADERS = 10;
const MAX_VALUE = 1_000;
const ALLOWED = /^(location|retry-after|x-[a-z0-9][a-z0-9-]{0,60})$/i;
/** Set on every answer of this site, or obeyed by browsers and proxies. */
const OURS = /^x-(content-type-options|frame-options|request-id|dns-prefetch-control|accel-.*|sendfile|robots-tag)$/i;
const VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

const NAME_RULE =
  "An answer may have Location, Retry-After, and headers that begin with X- and aren't this server's own.";
const VALUE_RULE = `Give a value of 1 to ${MAX_VALUE.toLocaleString("en")} visible ASCII characters.`;

export const answerHeadersSchema = z
  .record(z.string(), z.string("Give the value as text."), { error: "Give an object of header names and values." })
  .superRefine((headers, context) => {
    const seen = new Set<string>();
    for (const [name, value] of Object.entries(headers)) {
      const refuse = (message: string) => context.addIssue({ code: "custom", path: [name.slice(0, 64)], message });
      if (!ALLOWED.test(name) || OURS.test(name)) refuse(NAME_RULE);
      else if (seen.has(name.toLowerCase())) refuse(`${name} stands there twice.`);
      else if (value.length > MAX_VALUE || !VALUE.test(value)) refuse(VALUE_RULE);
      seen.add(name.toLowerCase());
    }
    if (seen.size > MAX_HEADERS) {
      context.addIssue({ code: "custom", path: [], message: `Give at most ${MAX_HEADERS} headers.` });
    }
  });

/** A browser must not be led away from this site by whoever owns an inspector. */
export function withoutRedirect(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== "location"));
}
