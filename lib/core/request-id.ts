/** The name of a request, in its answer and in every line that is logged about it. */

/** A caller's own is taken over where it can do no harm in a header, a log or a search for it. */
const HARMLESS = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export const isHarmlessRequestId = (given: string) => HARMLESS.test(given);
