/** Signing secrets: `whsec_` and base64 of 32 random bytes, sealed for their webhook. */
import { randomBytes } from "node:crypto";
import { seal } from "../vault";

const PREFIX = "whsec_";
const SECRET_BYTES = 32;

/** @param webhookId uuid: the secret opens for no other webhook */
export function newSecret(webhookId: string): { secret: string; sealed: string } {
  const secret = PREFIX + randomBytes(SECRET_BYTES).toString("base64");
  return { secret, sealed: seal(secret, webhookId) };
}
