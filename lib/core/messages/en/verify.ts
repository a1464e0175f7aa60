/** Verification code and the signature debugger. */
export const verify = {} as const;
