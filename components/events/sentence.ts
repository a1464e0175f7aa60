/** A description as a sentence: an account's own may bring its full stop. */
export const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
