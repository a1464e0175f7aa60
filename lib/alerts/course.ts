/**
 * The course of a webhook that fails: its owner is told, it is disabled, probed, resumed. Any number of workers may look at
 * once: each step is one transaction with the webhook's row locked, and is decided anew within it.
 */
import { nextStep } from "../core/course";
import type { Health } from "../core/health-schema";
import { prisma } from "../db";
import { log } from "../log";
import { healthsOf } from "../webhooks/health";
import { readCourses, type Course } from "./course-facts";
import { takeStep } from "./course-steps";

/**
 * Takes the next step of every webhook that has one; who has more than one takes it at the next look.
 * @returns uuids of webhooks that may be sent to again, or have a probe to be sent: to be rung
 */
export async function advanceCourses(now: Date): Promise<string[]> {
  const courses = await readCourses(prisma(), now);
  const due = courses.filter(({ facts }) => nextStep(facts, now));
  if (due.length === 0) return [];
  const healths = await readHealths(due, now);
  const toRing: string[] = [];
  for (const { webhookId } of due) {
    try {
      if (await advance(webhookId, healths.get(webhookId), now)) toRing.push(webhookId);
    } catch (error) {
      log.warn({ err: error, webhookId }, "a webhook's course could not go on; it is looked at again");
    }
  }
  return toRing;
}

/** What notices say: as it was when this look began. */
async function readHealths(courses: readonly Course[], now: Date): Promise<Map<string, Health>> {
  const where = { id: { in: courses.map(({ webhookId }) => webhookId) } };
  return healthsOf(await prisma().webhook.findMany({ where, include: { health: true } }), now);
}

/** @returns whether it is to be rung for; a webhook that somebody else has locked is left to them, or to the next look */
function advance(webhookId: string, health: Health | undefined, now: Date): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    const locked = await tx.$queryRaw<unknown[]>`
      SELECT id FROM webhooks WHERE id = ${webhookId}::uuid FOR NO KEY UPDATE SKIP LOCKED`;
    const [course] = locked.length > 0 ? await readCourses(tx, now, webhookId) : [];
    const step = course && nextStep(course.facts, now);
    return course && step && health ? takeStep(tx, { course, step, health, now }) : false;
  });
}
