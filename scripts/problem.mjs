/** A failure that was foreseen: its message is one line saying what happened and what to do about it. */
export class Problem extends Error {
  /**
   * @param {string} message one line
   * @param {string} [output] what a tool printed, worth showing above the line
   */
  constructor(message, output = "") {
    super(message);
    this.name = "Problem";
    this.output = output;
  }
}

/**
 * The system's code of an error (`ENOENT`, `EACCES`…), or an empty string.
 * @param {unknown} error
 */
export function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
