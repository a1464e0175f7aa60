import { randomBytes } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { uuidV7 } from "../core/ids";
import { closeDb, prisma } from "../db";
import { makeOwner } from "../testing/factories";
import { deleteOutdated } from "./housekeeping";

afterAll(closeDb);

const DAY_MS = 86_400_000;

it("notices, with how they went out, and incidents that are over are kept for 90 days", async () => {
  const { accountId } = await makeOwner();
  const make = async (daysAgo: number, isOver: boolean) => {
    const at = new Date(Date.now() - daysAgo * DAY_MS);
    const id = () => uuidV7(at.getTime(), randomBytes(10));
    const incident = { id: id(), accountId, kind: "silence", openedAt: at, evidence: {} };
    const { id: incidentId } = await prisma().incident.create({ data: { ...incident, closedAt: isOver ? at : null } });
    const notice = { id: id(), accountId, incidentId, kind: "silence", tone: "warn", title: "T", facts: {} };
    await prisma().notice.create({ data: { ...notice, createdAt: at } });
    await prisma().noticeMessage.create({
      data: { id: id(), noticeId: notice.id, channel: "email", target: "a@b.example" },
    });
    await prisma().incident.updateMany({ where: { id: incidentId }, data: { kind: `silence_${daysAgo}` } });
  };
  await make(89, true);
  await make(91, true);
  await make(92, false);
  await deleteOutdated();
  const ofAccount = { where: { accountId } };
  const kinds = (await prisma().incident.findMany(ofAccount)).map(({ kind }) => kind).toSorted();
  expect(kinds).toEqual(["silence_89", "silence_92"]);
  expect(await prisma().notice.count(ofAccount)).toBe(1);
  expect(await prisma().noticeMessage.count({ where: { notice: { accountId } } })).toBe(1);
});
