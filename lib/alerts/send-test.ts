/** A test alert: goes by every channel of a rule, at once, and says that it is a test. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { english } from "../core/messages/english";
import type { Notice } from "../core/notice";
import { prisma } from "../db";
import { readNotice } from "./inbox";
import { notify } from "./notify";
import { findRule } from "./rules";

/** No event is published: receivers would take it for one that happened. @returns the notice, its messages on their way */
export async function sendTestAlert(actor: Actor, id: string): Promise<Notice> {
  authorize(actor, "webhooks:write");
  const noticeId = await prisma().$transaction(async (tx) => {
    const rule = await findRule(tx, actor, id);
    await audit(tx, actor, "alert_rule.tested", id);
    const notice = {
      accountId: actor.accountId,
      webhookId: rule.webhookId,
      ruleId: rule.id,
      incidentId: null,
      kind: "test",
      tone: "ok" as const,
      title: english("notices")("test", { rule: rule.title }),
      facts: { evidence: "This is a test of an alert rule's channels: nothing is wrong" },
    };
    return notify(tx, notice, new Date());
  });
  return readNotice(actor, noticeId);
}
