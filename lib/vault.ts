/** Secrets at rest: AES-256-GCM, bound to their row. What was tampered with doesn't open. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "./env";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * @param context what the secret belongs to (an id): opens only with the same
 * @returns `v1.<key id>.<base64url of iv, tag, ciphertext>`
 */
export function seal(plaintext: string, context: string): string {
  const [key] = env().ENCRYPTION_KEYS;
  if (!key) throw new Error("there is no encryption key");
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.bytes, iv);
  cipher.setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return `v1.${key.id}.${Buffer.concat([iv, cipher.getAuthTag(), ciphertext]).toString("base64url")}`;
}

/** What is stored can't be opened: another key, another row, or a flipped bit. */
export class SealBroken extends Error {}

/** @throws SealBroken */
export function unseal(sealed: string, context: string): string {
  try {
    return open(sealed, context);
  } catch (error) {
    throw new SealBroken(error instanceof Error ? error.message : "it does not open", { cause: error });
  }
}

function open(sealed: string, context: string): string {
  const [version, keyId, payload] = sealed.split(".");
  const key = env().ENCRYPTION_KEYS.find(({ id }) => id === keyId);
  if (version !== "v1" || !key || !payload) throw new Error(`no encryption key ${JSON.stringify(keyId)} is configured`);
  const bytes = Buffer.from(payload, "base64url");
  const decipher = createDecipheriv(ALGORITHM, key.bytes, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}
