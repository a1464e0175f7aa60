const SOMEWHERE = "https://this-site.invalid";

/** Only a path of this site, as a browser would read it: a link must not lead a signed-in person elsewhere. */
export function pathWithin(next: unknown): string | undefined {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, SOMEWHERE)) return undefined;
  const url = new URL(next, SOMEWHERE);
  // What was `/.//name` is now `//name`: another site.
  if (url.origin !== SOMEWHERE || url.pathname.startsWith("//")) return undefined;
  return url.pathname + url.search + url.hash;
}
