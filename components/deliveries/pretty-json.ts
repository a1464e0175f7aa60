/** JSON with line breaks for reading; anything else as it is. Copying always gives the bytes that were sent. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
