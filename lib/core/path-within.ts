import { parseUrl } from "./parse-url";

const SOMEWHERE = "https://this-site.invalid";

/** Only a path of this site, as a browser would read it: a link must not lead a signed-in person elsewhere. */
export function pathWithin(next: unknown): string | undefined {
  const url = typeof next === "string" && next.startsWith("/") ? parseUrl(next, SOMEWHERE) : undefined;
  // What was `/.//name` is now `//name`: another site.
  if (url?.origin !== SOMEWHERE || url.pathname.startsWith("//")) return undefined;
  return url.pathname + url.search + url.hash;
}
