import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppError } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import { PERMISSIONS_OF, ROLES, SCOPES, type Role, type Scope } from "../core/permissions";
import { listNotices, markNoticesRead } from "../alerts/inbox";
import { createAlertRule, deleteAlertRule, getAlertRule, listAlertRules, updateAlertRule } from "../alerts/rules";
import { sendTestAlert } from "../alerts/send-test";
import { getAlertSettings, updateAlertSettings } from "../alerts/settings";
import { closeDb, prisma } from "../db";
import { getDelivery, listDeliveries, retryDelivery } from "../deliveries/deliveries";
import { countHeld } from "../deliveries/held";
import { changeRedelivery, getRedelivery, listRedeliveries } from "../deliveries/redeliveries";
import { replay } from "../deliveries/replay";
import { retryMany } from "../deliveries/retry-many";
import { checkSignatures } from "../deliveries/signatures";
import {
  createInspector,
  deleteInspector,
  getInspector,
  listInspectors,
  updateInspector,
} from "../inspectors/inspectors";
import {
  checkInspectedRequest,
  clearInspectedRequests,
  getInspectedRequest,
  listInspectedRequests,
} from "../inspectors/requests";
import { capture } from "../inspectors/capture";
import { newId } from "../new-id";
import { closeQueue } from "../queue";
import { makeMember, makeOwner, makeWebhook } from "../testing/factories";
import { listEgressIps } from "../webhooks/egress-ips";
import { getEvent } from "../webhooks/events";
import { acceptBatch, acceptEvent } from "../webhooks/accept-events";
import { createEventSet, deleteEventSet, listEventSets } from "../webhooks/event-sets";
import {
  createEventType,
  deleteEventType,
  getEventType,
  listEventTypes,
  updateEventType,
} from "../webhooks/event-types";
import { previewFilter } from "../webhooks/filter-preview";
import { getDisabling, updateDisabling } from "../webhooks/disabling";
import { getPublishing, updatePublishing } from "../webhooks/publishing";
import { sendTest } from "../webhooks/send-test";
import { testDraft } from "../webhooks/test-draft";
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  rotateSecret,
  updateWebhook,
} from "../webhooks/webhooks";
import { changePassword, getAccount, switchAccount, updateAccount, updateProfile } from "./account";
import { userIdOf, type Actor } from "./actor";
import { actorOfKey, createApiKey, listApiKeys, revokeApiKey } from "./api-keys";
import { listAuditLog } from "./audit-log";
import { createInvite, listInvites, revokeInvite } from "./invites";
import { listMembers, removeMember, updateMember } from "./members";
import { endOtherSessions, listSessions } from "./own-sessions";
import { hashPassword } from "./passwords";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

interface Ids {
  webhook: string;
  delivery: string;
  event: string;
  apiKey: string;
  redelivery: string;
  inspector: string;
  inspectedRequest: string;
  eventType: string;
  eventSet: string;
  alertRule: string;
  notice: string;
  member: string;
  invite: string;
  account: string;
}

interface UseCase {
  name: string;
  roles: Role[];
  scopes: Scope[];
  /** Undefined where it takes no id. */
  target?: keyof Ids;
  run: (actor: Actor, id: string) => Promise<unknown>;
}

const everyone: Role[] = [...ROLES];
const managers: Role[] = ["owner", "admin"];
const alertRule = { title: "Ten", condition: { kind: "repeated_failures", count: 10 } };
const owners: Role[] = ["owner"];
const makeEmail = () => `${newId()}@example.com`;
const PASSWORD = "a long enough password";
const passwordHash = hashPassword(PASSWORD);
const input = { title: "New", url: "http://127.0.0.1:4999/", events: ["*"] };

/** Every use case that a route leads to, and who may call it. */
const USE_CASES: UseCase[] = [
  {
    name: "acceptEvent",
    roles: managers,
    scopes: ["events:write"],
    run: (a) => acceptEvent(a, { type: "sms.sent", data: {} }),
  },
  {
    name: "acceptBatch",
    roles: managers,
    scopes: ["events:write"],
    run: (a) => acceptBatch(a, { events: [{ type: "sms.sent", data: {} }] }),
  },
  { name: "createWebhook", roles: managers, scopes: ["webhooks:write"], run: (a) => createWebhook(a, input) },
  { name: "listWebhooks", roles: everyone, scopes: ["webhooks:read"], run: (a) => listWebhooks(a, { limit: 1 }) },
  { name: "getWebhook", roles: everyone, scopes: ["webhooks:read"], target: "webhook", run: getWebhook },
  {
    name: "updateWebhook",
    roles: managers,
    scopes: ["webhooks:write"],
    target: "webhook",
    run: (a, id) => updateWebhook(a, id, { title: "B" }),
  },
  {
    name: "rotateSecret",
    roles: managers,
    scopes: ["webhooks:write"],
    target: "webhook",
    run: (a, id) => rotateSecret(a, id, {}),
  },
  {
    name: "sendTest",
    roles: managers,
    scopes: ["webhooks:write"],
    target: "webhook",
    run: (a, id) => sendTest(a, id, {}),
  },
  {
    name: "testDraft",
    roles: managers,
    scopes: ["webhooks:write"],
    run: (a) => testDraft(a, { url: "http://127.0.0.1:4999/" }),
  },
  { name: "checkSignatures", roles: everyone, scopes: ["webhooks:read"], target: "delivery", run: checkSignatures },
  { name: "listDeliveries", roles: everyone, scopes: ["webhooks:read"], run: (a) => listDeliveries(a, { limit: 1 }) },
  { name: "getDelivery", roles: everyone, scopes: ["webhooks:read"], target: "delivery", run: getDelivery },
  { name: "retryDelivery", roles: managers, scopes: ["webhooks:write"], target: "delivery", run: retryDelivery },
  {
    name: "retryMany",
    roles: managers,
    scopes: ["webhooks:write"],
    run: (a) => retryMany(a, { filter: {} }),
  },
  {
    name: "replay",
    roles: managers,
    scopes: ["webhooks:write"],
    target: "webhook",
    run: (a, id) => replay(a, id, { since: new Date(Date.now() - 60_000).toISOString() }),
  },
  { name: "countHeld", roles: everyone, scopes: ["webhooks:read"], target: "webhook", run: countHeld },
  {
    name: "listRedeliveries",
    roles: everyone,
    scopes: ["webhooks:read"],
    run: (a) => listRedeliveries(a, { limit: 1 }),
  },
  { name: "getRedelivery", roles: everyone, scopes: ["webhooks:read"], target: "redelivery", run: getRedelivery },
  ...(["pause", "cancel"] as const).map((command): UseCase => ({
    name: `changeRedelivery: ${command}`,
    roles: managers,
    scopes: ["webhooks:write"],
    target: "redelivery",
    run: (a, id) => changeRedelivery(a, id, command),
  })),
  { name: "getEvent", roles: everyone, scopes: ["webhooks:read"], target: "event", run: getEvent },
  { name: "listEgressIps", roles: everyone, scopes: ["webhooks:read"], run: async (a) => listEgressIps(a) },
  { name: "createInspector", roles: managers, scopes: ["webhooks:write"], run: (a) => createInspector(a, {}) },
  { name: "listInspectors", roles: everyone, scopes: ["webhooks:read"], run: (a) => listInspectors(a) },
  { name: "getInspector", roles: everyone, scopes: ["webhooks:read"], target: "inspector", run: getInspector },
  {
    name: "updateInspector",
    roles: managers,
    scopes: ["webhooks:write"],
    target: "inspector",
    run: (a, id) => updateInspector(a, id, { title: "B" }),
  },
  {
    name: "listInspectedRequests",
    roles: everyone,
    scopes: ["webhooks:read"],
    target: "inspector",
    run: (a, id) => listInspectedRequests(a, id, { limit: 1 }),
  },
  {
    name: "getInspectedRequest",
    roles: everyone,
    scopes: ["webhooks:read"],
    target: "inspectedRequest",
    run: (a, id) => getInspectedRequest(a, id.split(" ")[0] ?? "", id.split(" ")[1] ?? ""),
  },
  {
    name: "checkInspectedRequest",
    roles: everyone,
    scopes: ["webhooks:read"],
    target: "inspectedRequest",
    run: (a, id) =>
      checkInspectedRequest(a, id.split(" ")[0] ?? "", id.split(" ")[1] ?? "", { secret: "s", format: "sydx" }),
  },
  {
    name: "clearInspectedRequests",
    roles: managers,
    scopes: ["webhooks:write"],
    target: "inspector",
    run: clearInspectedRequests,
  },
  {
    name: "deleteInspector",
    roles: managers,
    scopes: ["webhooks:write"],
    target: "inspector",
    run: deleteInspector,
  },
  { name: "listApiKeys", roles: managers, scopes: [], run: (a) => listApiKeys(a) },
  { name: "createApiKey", roles: managers, scopes: [], run: (a) => createApiKey(a, { name: "K" }) },
  { name: "revokeApiKey", roles: managers, scopes: [], target: "apiKey", run: revokeApiKey },
  { name: "listEventTypes", roles: everyone, scopes: ["webhooks:read"], run: listEventTypes },
  { name: "getEventType", roles: everyone, scopes: ["webhooks:read"], target: "eventType", run: getEventType },
  {
    name: "createEventType",
    roles: managers,
    scopes: ["webhooks:write"],
    run: (a) => createEventType(a, { name: "order.paid", description: "Triggered when an order is paid" }),
  },
  {
    name: "updateEventType",
    roles: managers,
    scopes: ["webhooks:write"],
    target: "eventType",
    run: (a, name) => updateEventType(a, name, { useCases: ["Ship it"] }),
  },
  {
    name: "deleteEventType",
    roles: managers,
    scopes: ["webhooks:write"],
    target: "eventType",
    run: deleteEventType,
  },
  { name: "listEventSets", roles: everyone, scopes: ["webhooks:read"], run: listEventSets },
  {
    name: "createEventSet",
    roles: managers,
    scopes: ["webhooks:write"],
    run: (a) => createEventSet(a, { name: "Calls", events: ["call.*"] }),
  },
  { name: "deleteEventSet", roles: managers, scopes: ["webhooks:write"], target: "eventSet", run: deleteEventSet },
  { name: "getPublishing", roles: everyone, scopes: ["webhooks:read"], run: getPublishing },
  { name: "getDisabling", roles: everyone, scopes: ["webhooks:read"], run: getDisabling },
  {
    name: "updateDisabling",
    roles: managers,
    scopes: ["webhooks:write"],
    run: (a) => updateDisabling(a, { autoRecover: true }),
  },
  {
    name: "updatePublishing",
    roles: managers,
    scopes: ["webhooks:write"],
    run: (a) => updatePublishing(a, { validation: "warn" }),
  },
  {
    name: "previewFilter",
    roles: everyone,
    scopes: ["webhooks:read"],
    run: (a) => previewFilter(a, { filter: { path: "data.a", op: "eq", value: 1 }, type: "call.ended" }),
  },
  { name: "listAlertRules", roles: everyone, scopes: ["webhooks:read"], run: listAlertRules },
  { name: "getAlertRule", roles: everyone, scopes: ["webhooks:read"], target: "alertRule", run: getAlertRule },
  { name: "createAlertRule", roles: managers, scopes: ["webhooks:write"], run: (a) => createAlertRule(a, alertRule) },
  {
    name: "updateAlertRule",
    roles: managers,
    scopes: ["webhooks:write"],
    target: "alertRule",
    run: (a, id) => updateAlertRule(a, id, { isEnabled: false }),
  },
  { name: "sendTestAlert", roles: managers, scopes: ["webhooks:write"], target: "alertRule", run: sendTestAlert },
  { name: "deleteAlertRule", roles: managers, scopes: ["webhooks:write"], target: "alertRule", run: deleteAlertRule },
  { name: "listNotices", roles: everyone, scopes: ["webhooks:read"], run: (a) => listNotices(a, { limit: 1 }) },
  { name: "markNoticesRead", roles: everyone, scopes: ["webhooks:read"], run: (a) => markNoticesRead(a, {}) },
  {
    name: "markNoticesRead: up to one",
    roles: everyone,
    scopes: ["webhooks:read"],
    target: "notice",
    run: (a, until) => markNoticesRead(a, { until }),
  },
  { name: "getAlertSettings", roles: everyone, scopes: ["webhooks:read"], run: getAlertSettings },
  {
    name: "updateAlertSettings",
    roles: managers,
    scopes: ["webhooks:write"],
    run: (a) => updateAlertSettings(a, { quietHours: null }),
  },
  { name: "listMembers", roles: everyone, scopes: [], run: listMembers },
  {
    name: "updateMember",
    roles: managers,
    scopes: [],
    target: "member",
    run: (a, id) => updateMember(a, id, { role: "admin" }),
  },
  {
    name: "updateMember: to owner",
    roles: owners,
    scopes: [],
    target: "member",
    run: (a, id) => updateMember(a, id, { role: "owner" }),
  },
  { name: "removeMember", roles: managers, scopes: [], target: "member", run: removeMember },
  { name: "listInvites", roles: managers, scopes: [], run: listInvites },
  {
    name: "createInvite",
    roles: managers,
    scopes: [],
    run: (a) => createInvite(a, { email: makeEmail(), role: "admin" }),
  },
  {
    name: "createInvite: of an owner",
    roles: owners,
    scopes: [],
    run: (a) => createInvite(a, { email: makeEmail(), role: "owner" }),
  },
  { name: "revokeInvite", roles: managers, scopes: [], target: "invite", run: revokeInvite },
  { name: "listAuditLog", roles: managers, scopes: [], run: (a) => listAuditLog(a, { limit: 1 }) },
  { name: "getAccount", roles: everyone, scopes: [], run: getAccount },
  { name: "updateAccount", roles: owners, scopes: [], run: (a) => updateAccount(a, { name: "B" }) },
  { name: "updateProfile", roles: everyone, scopes: [], run: (a) => updateProfile(a, { name: "Jane" }) },
  {
    name: "changePassword",
    roles: everyone,
    scopes: [],
    run: (a) => changePassword({ ...a, address: newId() }, { currentPassword: PASSWORD, newPassword: PASSWORD }),
  },
  {
    name: "switchAccount",
    roles: everyone,
    scopes: [],
    target: "account",
    run: (a, accountId) => switchAccount(a, { accountId }),
  },
  { name: "listSessions", roles: everyone, scopes: [], run: listSessions },
  { name: "endOtherSessions", roles: everyone, scopes: [], run: endOtherSessions },
  { name: "deleteWebhook", roles: managers, scopes: ["webhooks:write"], target: "webhook", run: deleteWebhook },
];

async function makeEverything() {
  const owner = await makeOwner();
  const webhook = await makeWebhook(owner);
  const event = await acceptEvent(owner, { type: "contact.created", data: {} });
  const [delivery] = (await listDeliveries(owner, { limit: 1 })).data;
  const apiKey = await createApiKey(owner, { name: "Backend" });
  const begun = await retryMany(owner, { filter: {} });
  const inspector = await createInspector(owner, {});
  const sent = { method: "POST", path: "", headers: [], body: Buffer.from(""), bytes: 0 };
  const token = new URL(inspector.url).pathname.slice("/inspect/".length);
  await capture({ ...sent, token, isTruncated: false, remoteAddress: "127.0.0.1" });
  const [inspected] = (await listInspectedRequests(owner, inspector.id, { limit: 1 })).data;
  const name = `own_${newId().replaceAll("-", "")}.made`;
  const eventType = await createEventType(owner, { name, description: "Triggered when it is made" });
  const eventSet = await createEventSet(owner, { name: "Own", events: ["sms.*"] });
  const rule = await createAlertRule(owner, alertRule);
  const userId = userIdOf(owner) ?? "";
  await prisma().user.update({ where: { id: userId }, data: { passwordHash: await passwordHash } });
  const ids: Ids = {
    member: await makeMember(owner, "viewer"),
    invite: (await createInvite(owner, { email: makeEmail(), role: "viewer" })).id,
    account: encodeId("account", owner.accountId),
    alertRule: rule.id,
    notice: (await sendTestAlert(owner, rule.id)).id,
    eventType: eventType.name,
    eventSet: eventSet.id ?? "",
    webhook: webhook.id,
    event: event.id,
    delivery: delivery?.id ?? "",
    apiKey: apiKey.id,
    redelivery: "redelivery" in begun ? begun.redelivery.id : "",
    inspector: inspector.id,
    inspectedRequest: `${inspector.id} ${inspected?.id ?? ""}`,
  };
  return { owner, ids };
}

const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => "ok",
    (error: AppError) => error.code,
  );

// Of these, nothing is ever changed.
let mine: Awaited<ReturnType<typeof makeEverything>>;
let theirs: Awaited<ReturnType<typeof makeEverything>>;
beforeAll(async () => {
  mine = await makeEverything();
  theirs = await makeEverything();
});

describe.each(USE_CASES)("$name", ({ roles, scopes, target, run }) => {
  const id = (of: typeof mine) => (target ? of.ids[target] : "");

  it.each(ROLES.filter((role) => !roles.includes(role)))("is forbidden to a role of %s", async (role) => {
    expect(await codeOf(run({ ...mine.owner, permissions: PERMISSIONS_OF[role] }, id(mine)))).toBe("forbidden");
  });

  it.each(SCOPES.filter((scope) => !scopes.includes(scope)))("is forbidden to a key with only %s", async (scope) => {
    expect(await codeOf(run({ ...mine.owner, permissions: [scope] }, id(mine)))).toBe("forbidden");
  });

  it.each(target ? [target] : [])("finds nothing under another account's %s", async () => {
    expect(await codeOf(run(mine.owner, id(theirs)))).toBe("not_found");
  });

  it.each(scopes)("works for a key with %s", async (scope) => {
    const { owner, ids } = await makeEverything();
    expect(await codeOf(run({ ...owner, permissions: [scope] }, target ? ids[target] : ""))).toBe("ok");
  });

  it.each(roles)("works for a role of %s", async (role) => {
    const { owner, ids } = await makeEverything();
    const actor = { ...owner, permissions: PERMISSIONS_OF[role] };
    expect(await codeOf(run(actor, target ? ids[target] : ""))).toBe("ok");
  });
});

describe("what is stored", () => {
  it("holds no secret and no key in the clear", async () => {
    const owner = await makeOwner();
    const webhook = await makeWebhook(owner);
    const row = await prisma().webhook.findUniqueOrThrow({ where: { id: decodeId("webhook", webhook.id) ?? "" } });
    expect(JSON.stringify(row)).not.toContain(webhook.secret.slice(6));
    const { key } = await createApiKey(owner, { name: "Backend" });
    const keys = await prisma().apiKey.findMany({ where: { accountId: owner.accountId } });
    expect(JSON.stringify(keys)).not.toContain(key);
    expect(await actorOfKey(key, null)).toMatchObject({ accountId: owner.accountId });
  });

  it("has an audit entry for every change, with who and what", async () => {
    const owner = await makeOwner();
    const { id } = await makeWebhook(owner);
    await updateWebhook(owner, id, { title: "B" });
    await rotateSecret(owner, id, {});
    await sendTest(owner, id, {});
    await deleteWebhook(owner, id);
    const entries = await prisma().auditEntry.findMany({
      where: { accountId: owner.accountId },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action }) => action)).toEqual([
      "webhook.created",
      "webhook.updated",
      "webhook.secret_rotated",
      "webhook.tested",
      "webhook.deleted",
    ]);
    expect(new Set(entries.map(({ actor, target }) => `${actor} ${target}`)).size).toBe(1);
  });

  it("has an audit entry for every redelivery, and for all that was done to it", async () => {
    const owner = await makeOwner();
    const { id } = await makeWebhook(owner);
    await replay(owner, id, { since: new Date(Date.now() - 60_000).toISOString() });
    const begun = await retryMany(owner, { filter: {} });
    await retryMany(owner, { filter: {}, dryRun: true });
    const redelivery = "redelivery" in begun ? begun.redelivery.id : "";
    for (const command of ["pause", "resume", "cancel", "cancel"] as const) {
      await changeRedelivery(owner, redelivery, command);
    }
    await updateWebhook(owner, id, { status: "paused" });
    await updateWebhook(owner, id, { status: "active", held: "discard" });
    const entries = await prisma().auditEntry.findMany({
      where: { accountId: owner.accountId },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action }) => action).toSorted()).toEqual([
      "deliveries.retried",
      "redelivery.cancelled",
      "redelivery.paused",
      "redelivery.resumed",
      "webhook.created",
      "webhook.held_discarded",
      "webhook.replayed",
      "webhook.updated",
      "webhook.updated",
    ]);
  });

  it("numbers an account's webhooks from 1 without a gap, also when they are created at once", async () => {
    const owner = await makeOwner();
    const made = await Promise.all(Array.from({ length: 8 }, () => makeWebhook(owner)));
    expect(made.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
