import { afterAll, describe, expect, it } from "vitest";
import { PEOPLE_MAX } from "../core/people-limits";
import { encodeId } from "../core/ids";
import { PERMISSIONS_OF, type Role } from "../core/permissions";
import { closeDb, prisma } from "../db";
import { newId } from "../new-id";
import { makeMember, makeOwner } from "../testing/factories";
import { changePassword, getAccount, switchAccount, updateProfile } from "./account";
import { userIdOf, type Actor } from "./actor";
import { createInvite, hashOf, listInvites, revokeInvite } from "./invites";
import { acceptInvite, findOpenInvite } from "./joining";
import { listMembers, removeMember, updateMember } from "./members";
import { endOtherSessions, listSessions } from "./own-sessions";
import { viewerOf } from "./sessions";
import { admitSignIn, signIn, signOut } from "./sign-in";

afterAll(closeDb);

const PASSWORD = "a long enough password";
const ADDRESS = "192.0.2.77";
const makeEmail = () => `${newId()}@example.com`;
const tokenIn = (link: string) => new URL(link).pathname.slice("/invite/".length);
const as = (actor: Actor, role: Role): Actor => ({ ...actor, permissions: PERMISSIONS_OF[role] });
const actionsOf = async ({ accountId }: Actor) =>
  (await prisma().auditEntry.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(({ action }) => action);

async function invite(owner: Actor, role: Role = "viewer", email = makeEmail()) {
  const made = await createInvite(owner, { email, role });
  return { ...made, token: tokenIn(made.link) };
}

describe("an invite", () => {
  it("is refused in words to who joins two accounts for the first time at the same time", async () => {
    const email = makeEmail();
    const [one, other] = await Promise.all([
      invite(await makeOwner(), "viewer", email),
      invite(await makeOwner(), "viewer", email),
    ]);
    const both = await Promise.allSettled(
      [one, other].map(({ token }) => acceptInvite({ token, password: PASSWORD }, ADDRESS)),
    );
    const refused = both.filter((its) => its.status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "conflict" } }]);
    const again = both[0]?.status === "rejected" ? one : other;
    expect(await acceptInvite({ token: again.token, password: PASSWORD }, ADDRESS)).toMatchObject({ email });
  });

  it("lets somebody new in with its role, once, also when used twice at once", async () => {
    const owner = await makeOwner();
    const { email, token } = await invite(owner, "admin");
    expect(await findOpenInvite(token)).toEqual({ email, role: "admin", accountName: "Test", hasPassword: false });
    const used = () => acceptInvite({ token, password: PASSWORD }, ADDRESS);
    const both = await Promise.allSettled([used(), used()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await findOpenInvite(token)).toBeUndefined();
    expect(await listInvites(owner)).toEqual([]);
    expect(await listMembers(owner)).toMatchObject([
      { role: "owner", isYou: true },
      { email, role: "admin" },
    ]);
    const session = await signIn(email, PASSWORD, ADDRESS);
    expect(await viewerOf(session?.sessionId ?? "", ADDRESS)).toMatchObject({ email, role: "admin" });
    expect(await actionsOf(owner)).toEqual(["invite.created", "member.joined", "member.signed_in"]);
  });

  it("is stored as a hash, and its link is in no list and no audit entry", async () => {
    const owner = await makeOwner();
    const { token, ...shown } = await invite(owner);
    expect(shown.link).toContain(token);
    const rows = await prisma().invite.findMany({ where: { accountId: owner.accountId } });
    expect(rows).toMatchObject([{ tokenHash: hashOf(token) }]);
    const seen = [
      rows,
      await listInvites(owner),
      await prisma().auditEntry.findMany({ where: { accountId: owner.accountId } }),
    ];
    expect(JSON.stringify(seen)).not.toContain(token);
  });

  it("asks who has a password already for it, and counts wrong ones as failures to sign in", async () => {
    const [here, there] = [await makeOwner(), await makeOwner()];
    const first = await invite(here);
    await acceptInvite({ token: first.token, password: PASSWORD }, ADDRESS);
    const { token } = await invite(there, "admin", first.email);
    const address = newId();
    expect(await findOpenInvite(token)).toMatchObject({ hasPassword: true });
    for (let i = 0; i < 5; i++) {
      const wrong = acceptInvite({ token, password: "another long password" }, address);
      await expect(wrong).rejects.toMatchObject({ code: "validation_failed" });
    }
    await expect(acceptInvite({ token, password: PASSWORD }, address)).rejects.toMatchObject({ code: "rate_limited" });
    await acceptInvite({ token, password: PASSWORD }, ADDRESS);
    expect(await listMembers(there)).toMatchObject([{}, { email: first.email, role: "admin" }]);
  });

  it("of which a new password is too short changes nothing", async () => {
    const { token } = await invite(await makeOwner());
    await expect(acceptInvite({ token, password: "short" }, ADDRESS)).rejects.toMatchObject({ name: "ZodError" });
    expect(await findOpenInvite(token)).toBeDefined();
  });

  it("ends when it is revoked, after seven days, and when there is a newer one for the address", async () => {
    const owner = await makeOwner();
    const revoked = await invite(owner);
    await revokeInvite(owner, revoked.id);
    const expired = await invite(owner);
    await prisma().invite.updateMany({ where: { tokenHash: hashOf(expired.token) }, data: { expiresAt: new Date() } });
    const older = await invite(owner);
    const newer = await invite(owner, "admin", older.email);
    for (const { token } of [revoked, expired, older]) {
      expect(await findOpenInvite(token)).toBeUndefined();
      await expect(acceptInvite({ token, password: PASSWORD }, ADDRESS)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await findOpenInvite(newer.token)).toMatchObject({ role: "admin" });
    expect(await listInvites(owner)).toMatchObject([
      { id: newer.id, isExpired: false },
      { email: expired.email, isExpired: true },
    ]);
    await expect(revokeInvite(owner, revoked.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is refused for who is a member, and where the account is full", async () => {
    const owner = await makeOwner();
    const [me] = await listMembers(owner);
    await expect(invite(owner, "viewer", me?.email)).rejects.toMatchObject({
      fields: { email: expect.any(String) as string },
    });
    const { accountId } = owner;
    await prisma().invite.createMany({
      data: Array.from({ length: PEOPLE_MAX - 1 }, () => {
        const id = newId();
        return {
          id,
          accountId,
          email: `${id}@example.com`,
          role: "viewer",
          tokenHash: id,
          invitedBy: "-",
          expiresAt: new Date(),
        };
      }),
    });
    await expect(invite(owner)).rejects.toMatchObject({ code: "conflict" });
  });

  it("of an owner is not an admin's to revoke or to replace", async () => {
    const owner = await makeOwner();
    const { id, email } = await invite(owner, "owner");
    const admin = as(owner, "admin");
    await expect(revokeInvite(admin, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(invite(admin, "viewer", email)).rejects.toMatchObject({ code: "forbidden" });
    expect(await listInvites(owner)).toMatchObject([{ id, role: "owner" }]);
  });
});

describe("members", () => {
  it("keep one owner: the last can be neither demoted nor removed, also when two leave at once", async () => {
    const owner = await makeOwner();
    const [me] = await listMembers(owner);
    const other = await makeMember(owner, "owner");
    const both = await Promise.allSettled([
      updateMember(owner, me?.id ?? "", { role: "admin" }),
      removeMember(owner, other),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    const owners = (await listMembers(owner)).filter(({ role }) => role === "owner");
    expect(owners).toHaveLength(1);
    await expect(removeMember(owner, owners[0]?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
  });

  it("who are owners are not an admin's to change or remove", async () => {
    const owner = await makeOwner();
    const other = await makeMember(owner, "owner");
    const admin = as(owner, "admin");
    await expect(updateMember(admin, other, { role: "viewer" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeMember(admin, other)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("lose their sessions of this account, and no other, when they are removed; a role counts at once", async () => {
    const [here, there] = [await makeOwner(), await makeOwner()];
    const { email, token } = await invite(here, "admin");
    await acceptInvite({ token, password: PASSWORD }, ADDRESS);
    const again = await invite(there, "viewer", email);
    const { accountId } = await acceptInvite({ token: again.token, password: PASSWORD }, ADDRESS);
    const inHere = await signIn(email, PASSWORD, ADDRESS);
    const inThere = await signIn(email, PASSWORD, ADDRESS);
    const viewer = await viewerOf(inThere?.sessionId ?? "", ADDRESS);
    if (!viewer) throw new Error("signed in a moment ago");
    await switchAccount(viewer, { accountId });
    const member = encodeId("user", inHere?.userId ?? "");
    await updateMember(here, member, { role: "viewer" });
    expect(await viewerOf(inHere?.sessionId ?? "", null)).toMatchObject({
      role: "viewer",
      permissions: PERMISSIONS_OF.viewer,
    });
    await removeMember(here, member);
    expect(await viewerOf(inHere?.sessionId ?? "", null)).toBeUndefined();
    expect(await viewerOf(inThere?.sessionId ?? "", null)).toMatchObject({ accountId: there.accountId });
    expect((await actionsOf(here)).slice(-3)).toEqual(["member.signed_out", "member.role_changed", "member.removed"]);
  });
});

describe("one's own account", () => {
  async function makeSignedIn() {
    const owner = await makeOwner();
    const { email, token } = await invite(owner);
    await acceptInvite({ token, password: PASSWORD }, ADDRESS);
    const open = async () => viewerOf((await signIn(email, PASSWORD, ADDRESS, "Browser/1"))?.sessionId ?? "", ADDRESS);
    const [mine, other] = [await open(), await open()];
    if (!mine || !other) throw new Error("signed in a moment ago");
    return { owner, email, mine, other };
  }

  it("shows its sessions, and ends all but the one that asks", async () => {
    const { mine, other } = await makeSignedIn();
    const shown = await listSessions(mine);
    expect(shown).toHaveLength(2);
    expect(shown.filter(({ isCurrent }) => isCurrent)).toMatchObject([
      { id: encodeId("session", mine.sessionId), address: ADDRESS, userAgent: "Browser/1" },
    ]);
    expect(await endOtherSessions(mine)).toBe(1);
    expect(await viewerOf(other.sessionId, null)).toBeUndefined();
    expect(await viewerOf(mine.sessionId, null)).toBeDefined();
  });

  it("ends in the middle of whatever is asked for, and each answer is whole or none", async () => {
    const { owner, mine, other } = await makeSignedIn();
    const member = encodeId("user", userIdOf(mine) ?? "");
    let isRemoved = false;
    const ask = async () => {
      while (!isRemoved) {
        await viewerOf(other.sessionId, null);
        await listSessions(mine);
      }
    };
    const asking = Array.from({ length: 8 }, ask);
    await removeMember(owner, member);
    isRemoved = true;
    await Promise.all(asking);
    expect(await viewerOf(other.sessionId, null)).toBeUndefined();
  });

  it("may end themselves, too, while their member is removed", async () => {
    for (let round = 0; round < 5; round++) {
      const { owner, mine, other } = await makeSignedIn();
      const member = encodeId("user", userIdOf(mine) ?? "");
      const ends = [endOtherSessions(mine), signOut(other.sessionId), removeMember(owner, member)];
      const reasons = (await Promise.allSettled(ends)).flatMap((end) => (end.status === "rejected" ? end.reason : []));
      expect(reasons).toEqual([]);
    }
  });

  it("has another password only for who knows the old one; then all other sessions have ended", async () => {
    const { email, mine, other } = await makeSignedIn();
    const change = (currentPassword: string) =>
      changePassword(mine, { currentPassword, newPassword: "quite another password" });
    await expect(change("not the password")).rejects.toMatchObject({
      fields: { currentPassword: expect.any(String) as string },
    });
    await change(PASSWORD);
    expect(await viewerOf(other.sessionId, null)).toBeUndefined();
    expect(await viewerOf(mine.sessionId, null)).toBeDefined();
    expect(await signIn(email, PASSWORD, ADDRESS)).toBeUndefined();
    expect(await signIn(email, "quite another password", ADDRESS)).toBeDefined();
  });

  it("lets nobody try passwords without end through an open session", async () => {
    const { email, mine } = await makeSignedIn();
    for (let i = 0; i < 5; i++) await admitSignIn(email, ADDRESS);
    const input = { currentPassword: PASSWORD, newPassword: "quite another password" };
    await expect(changePassword(mine, input)).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("has a name that can be taken away again", async () => {
    const { mine } = await makeSignedIn();
    expect((await updateProfile(mine, { name: " Jane " })).me.name).toBe("Jane");
    expect((await updateProfile(mine, { name: "" })).me.name).toBeNull();
    expect(await getAccount(mine)).toMatchObject({ me: { email: mine.email }, accounts: [{ role: "viewer" }] });
  });

  it("is noted as seen once a minute, with the address", async () => {
    const { owner, mine } = await makeSignedIn();
    const userId = userIdOf(mine) ?? "";
    const long = new Date(Date.now() - 3_600_000);
    await prisma().session.updateMany({ where: { id: mine.sessionId }, data: { lastSeenAt: long } });
    await prisma().member.updateMany({ where: { userId }, data: { lastSeenAt: long } });
    await viewerOf(mine.sessionId, "192.0.2.200");
    const [current] = await listSessions(mine);
    expect(current).toMatchObject({ isCurrent: true, address: "192.0.2.200" });
    const seen = (await listMembers(owner)).find(({ email }) => email === mine.email)?.lastSeenAt ?? "";
    expect(Date.now() - Date.parse(seen)).toBeLessThan(60_000);
  });
});
