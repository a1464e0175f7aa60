/**
 * Node 20's `URL.canParse` refuses every address with a letter like ü or ß once it has been called often enough to be
 * compiled: only the constructor can be trusted.
 * @returns undefined for what is no URL
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
