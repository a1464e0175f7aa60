/** What a webhook keeps sealed: its signing secret (`whsec_` and base64 of 32 random bytes) and Authorization values. */
import { randomBytes } from "node:crypto";
import { seal, unseal } from "../vault";

const PREFIX = "whsec_";
const SECRET_BYTES = 32;

/** @param webhookId uuid: the secret opens for no other webhook */
export function newSecret(webhookId: string): { secret: string; sealed: string } {
  const secret = PREFIX + randomBytes(SECRET_BYTES).toString("base64");
  return { secret, sealed: seal(secret, webhookId) };
}

/** @returns the same secret, sealed for a draft of its webhook @throws SealBroken */
export const lendSecret = (sealed: string, webhookId: string, draftId: string) =>
  seal(unseal(sealed, webhookId), draftId);

/** An Authorization value opens for no other webhook, and not as its signing secret. */
export const sealAuthorization = (value: string, webhookId: string) => seal(value, contextOf(webhookId));

/** @throws SealBroken */
export const unsealAuthorization = (sealed: string, webhookId: string) => unseal(sealed, contextOf(webhookId));

const contextOf = (webhookId: string) => `${webhookId}:authorization`;
