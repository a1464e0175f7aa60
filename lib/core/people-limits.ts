/** How many people an account has, and how long an invite holds. */

/** Members and pending invites together. */
export const PEOPLE_MAX = 200;
export const INVITE_DAYS = 7;
