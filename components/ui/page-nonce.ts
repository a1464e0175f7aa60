/** Layers lock scrolling with style elements; the libraries that make them look for the CSP nonce in this global. */
export function setPageNonce(nonce: string): void {
  Object.assign(window, { __webpack_nonce__: nonce });
}

/** Undefined on the server. */
export function pageNonce(): string | undefined {
  return (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__;
}
