/** The first account and its owner: by the one-time link, or from the environment. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { setupSchema } from "../core/credentials";
import { AppError } from "../core/errors";
import { encodeId } from "../core/ids";
import { PERMISSIONS_OF, SCOPES } from "../core/permissions";
import { prisma, type Transaction } from "../db";
import type { Env } from "../env";
import { newId } from "../new-id";
import { importApiKey } from "./api-keys";
import { audit } from "./audit";
import { hashPassword } from "./passwords";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** @returns a new one-time token, the only copy there is; null where an owner exists already */
export async function issueSetupToken(): Promise<string | null> {
  if (await isSetUp()) return null;
  const token = randomBytes(24).toString("base64url");
  const tokenHash = sha256(token);
  await prisma().setupToken.upsert({ where: { id: 1 }, create: { tokenHash }, update: { tokenHash } });
  return token;
}

export async function isSetUp(): Promise<boolean> {
  return (await prisma().member.findFirst({ where: { role: "owner" }, select: { userId: true } })) !== null;
}

export async function isValidSetupToken(token: string): Promise<boolean> {
  const row = await prisma().setupToken.findUnique({ where: { id: 1 } });
  return row !== null && timingSafeEqual(Buffer.from(row.tokenHash), Buffer.from(sha256(token)));
}

/**
 * @param input as a client sent it; parsed here
 * @throws AppError forbidden where the link was used before or is not ours
 */
export async function setUp(input: unknown, address: string): Promise<void> {
  const { token, accountName, email, password } = setupSchema.parse(input);
  const usedUp = new AppError("forbidden", "This link was used already, or a newer one exists. Look at the terminal.");
  // Hashing is dear: not for whoever comes without a link.
  if (!(await isValidSetupToken(token))) throw usedUp;
  const passwordHash = await hashPassword(password);
  await prisma().$transaction(async (tx) => {
    // Deleting is taking: of two at once, one wins.
    const { count } = await tx.setupToken.deleteMany({ where: { id: 1, tokenHash: sha256(token) } });
    if (count === 0) throw usedUp;
    await createAccount(tx, { accountName, email, passwordHash, address });
  });
}

interface NewAccount {
  accountName: string;
  email: string;
  passwordHash: string;
  address: string | null;
}

async function createAccount(tx: Transaction, { accountName, email, passwordHash, address }: NewAccount) {
  const accountId = newId();
  const userId = newId();
  await tx.account.create({ data: { id: accountId, name: accountName } });
  await tx.user.create({ data: { id: userId, email, passwordHash } });
  await tx.member.create({ data: { accountId, userId, role: "owner" } });
  const actor = { accountId, label: `user:${encodeId("user", userId)}`, address };
  await audit(tx, actor, "account.created", encodeId("account", accountId));
  return accountId;
}

type BootstrapEnv = Pick<Env, "BOOTSTRAP_OWNER_EMAIL" | "BOOTSTRAP_OWNER_PASSWORD" | "BOOTSTRAP_API_KEY">;

/** Creates what the BOOTSTRAP_ variables ask for, once: what exists already stays as it is. */
export async function bootstrap(env: BootstrapEnv): Promise<void> {
  const { BOOTSTRAP_OWNER_EMAIL: email, BOOTSTRAP_OWNER_PASSWORD: password, BOOTSTRAP_API_KEY: key } = env;
  if (email && password && !(await isSetUp())) {
    const passwordHash = await hashPassword(password);
    await prisma().$transaction(async (tx) => {
      await tx.setupToken.deleteMany();
      await createAccount(tx, { accountName: nameFrom(email), email, passwordHash, address: null });
    });
  }
  const first = await prisma().account.findFirst({ orderBy: { createdAt: "asc" } });
  if (key && first) {
    const actor = { accountId: first.id, label: "bootstrap", permissions: PERMISSIONS_OF.owner, address: null };
    await importApiKey(actor, { name: "Bootstrap", scopes: [...SCOPES], key });
  }
}

/** `jane@acme.io` → `Acme` */
function nameFrom(email: string): string {
  const domain = email.split("@")[1]?.split(".")[0] ?? "";
  return domain ? domain[0]?.toUpperCase() + domain.slice(1) : "My account";
}
