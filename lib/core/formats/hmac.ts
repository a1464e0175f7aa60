/** The signing of wire formats, as the worker does it. */
import { createHmac } from "node:crypto";
import type { Hmac } from "./format";

export const hmac: Hmac = (text, key, as) =>
  createHmac("sha256", "text" in key ? key.text : Buffer.from(key.base64, "base64"))
    .update(text)
    .digest(as);
