/** How much inspectors take and keep. */

/** Of one request; what is beyond is counted and answered 413. */
export const INSPECTED_BODY_MAX_BYTES = 256 * 1024;
/** Of one inspector; the oldest go first. */
export const INSPECTED_REQUESTS_MAX = 200;
export const INSPECTED_FOR_HOURS = 24;
export const INSPECTORS_MAX = 20;
