/** How many of vitest's workers run database tests beside each other, each on servers of its own. */
export const WORKERS = 2;
/** Holds the variables of each worker's tests, as JSON. */
export const ENVIRONMENTS = "TEST_ENVIRONMENTS";
