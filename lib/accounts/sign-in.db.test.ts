import { afterAll, describe, expect, it } from "vitest";
import { closeDb, prisma } from "../db";
import { newId } from "../new-id";
import { hashPassword } from "./passwords";
import { viewerOf } from "./sessions";
import { bootstrap, isValidSetupToken, issueSetupToken, setUp } from "./setup";
import { admitSignIn, signIn, signOut } from "./sign-in";

afterAll(closeDb);

const PASSWORD = "a long enough password";
let addresses = 0;
const makeAddress = () => `192.0.2.${++addresses}`;

async function makeUser() {
  const [accountId, userId] = [newId(), newId()];
  const email = `${userId}@example.com`;
  await prisma().account.create({ data: { id: accountId, name: "Acme" } });
  await prisma().user.create({ data: { id: userId, email, passwordHash: await hashPassword(PASSWORD) } });
  await prisma().member.create({ data: { accountId, userId, role: "admin" } });
  return { accountId, userId, email };
}

describe("signing in", () => {
  it("takes the right password and no other, whatever the e-mail's case", async () => {
    const { email } = await makeUser();
    expect(await signIn(email.toUpperCase(), PASSWORD, "192.0.2.1")).toMatchObject({ email });
    expect(await signIn(email, "another long password", "192.0.2.1")).toBeUndefined();
    expect(await signIn("nobody@example.com", PASSWORD, "192.0.2.1")).toBeUndefined();
    expect(await signIn(email, "x".repeat(1_000_000), "192.0.2.1")).toBeUndefined();
  });

  it("gives a session that ends at sign-out, and with the membership", async () => {
    const { email, accountId, userId } = await makeUser();
    const first = await signIn(email, PASSWORD, "192.0.2.1");
    const second = await signIn(email, PASSWORD, "192.0.2.1");
    expect(await viewerOf(first?.sessionId ?? "", null)).toMatchObject({ email, role: "admin", accountName: "Acme" });
    await signOut(first?.sessionId ?? "");
    expect(await viewerOf(first?.sessionId ?? "", null)).toBeUndefined();
    await prisma().member.delete({ where: { accountId_userId: { accountId, userId } } });
    expect(await viewerOf(second?.sessionId ?? "", null)).toBeUndefined();
  });
});

describe("failing to sign in", () => {
  it("is allowed five times for an e-mail and address, also when all come at once", async () => {
    const address = makeAddress();
    const waits = await Promise.all(Array.from({ length: 12 }, () => admitSignIn("a@example.com", address)));
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(5);
    expect(Math.max(...waits)).toBeGreaterThan(800);
    expect(await admitSignIn("b@example.com", address)).toBe(0);
    expect(await admitSignIn("a@example.com", makeAddress())).toBe(0);
  });

  it("is allowed twenty times for an address", async () => {
    const address = makeAddress();
    for (let i = 0; i < 20; i++) expect(await admitSignIn(`${i}@example.com`, address)).toBe(0);
    expect(await admitSignIn("last@example.com", address)).toBeGreaterThan(0);
  });

  it("is forgotten by a success", async () => {
    const { email } = await makeUser();
    const address = makeAddress();
    for (let i = 0; i < 5; i++) await admitSignIn(email, address);
    await signIn(email, PASSWORD, address);
    expect(await admitSignIn(email, address)).toBe(0);
  });
});

describe("setting up", () => {
  it("works once with the newest link, and bootstrapping changes nothing that exists", async () => {
    await prisma().session.deleteMany();
    await prisma().member.deleteMany();
    const older = (await issueSetupToken()) ?? "";
    const token = (await issueSetupToken()) ?? "";
    expect([await isValidSetupToken(older), await isValidSetupToken(token)]).toEqual([false, true]);
    const input = { token, accountName: "Acme", email: `${newId()}@example.com`, password: PASSWORD };
    await expect(setUp({ ...input, token: older }, "192.0.2.1")).rejects.toMatchObject({ code: "forbidden" });
    const both = await Promise.allSettled([setUp(input, "192.0.2.1"), setUp(input, "192.0.2.1")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await issueSetupToken()).toBeNull();
    await bootstrap({
      BOOTSTRAP_OWNER_EMAIL: "boot@example.com",
      BOOTSTRAP_OWNER_PASSWORD: PASSWORD,
      BOOTSTRAP_API_KEY: undefined,
    });
    expect(await prisma().user.findUnique({ where: { email: "boot@example.com" } })).toBeNull();
  });
});
