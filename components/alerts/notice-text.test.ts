import { describe, expect, it } from "vitest";
import { ALERT_KINDS } from "@/lib/core/alert-kinds";
import { de } from "@/lib/core/messages/de";
import { english } from "@/lib/core/messages/english";
import type { In } from "@/lib/core/messages/locale";
import { translatorOf, type Messages } from "@/lib/core/messages/translate";
import type { Notice } from "@/lib/core/notice";
import { noticeEvidence, noticeTitle } from "./notice-text";

const german = translatorOf("de", de as In<Messages> as Messages, "notices");
const formats = { moment: (at: number) => new Date(at).toISOString().slice(0, 10), percent: String };

const notice = (more: Partial<Notice>): Notice => ({
  ...{ id: "ntc_1", kind: "failing", tone: "bad", title: "as told", webhookId: "wh_1", webhookTitle: "CRM" },
  ...{
    ruleId: null,
    facts: { evidence: "as told" },
    isRead: false,
    createdAt: "2026-03-25T08:00:00.000Z",
    messages: [],
  },
  ...more,
});

describe("a notice in another language", () => {
  it.each(ALERT_KINDS)("names what a rule of %s has found, and that it is over", (kind) => {
    expect(noticeTitle(german, notice({ kind, ruleId: "alr_1" }))).toContain("CRM");
    const over = { kind: "recovered", ruleId: "alr_1", facts: { condition: { kind } } };
    expect(noticeTitle(german, notice(over))).toContain("CRM");
    expect(noticeTitle(german, notice(over))).not.toBe(noticeTitle(german, notice({ kind, ruleId: "alr_1" })));
  });

  it.each<[Partial<Notice>, string, string]>([
    [{ facts: { failingSince: "2026-03-24T08:00:00.000Z" } }, "CRM schlägt fehl", "Nichts als Fehler seit 2026-03-24"],
    [
      { kind: "disabled", facts: {} },
      "CRM wurde deaktiviert",
      "Seine Zustellungen werden zurückgehalten, bis er fortgesetzt wird",
    ],
    [
      { kind: "recovered", facts: { failingSince: "2026-03-24T08:00:00.000Z" } },
      "CRM funktioniert wieder",
      "Er war seit 2026-03-24 fehlgeschlagen",
    ],
    [{ kind: "test", title: "Test: Zehn", webhookTitle: null }, "Test: Zehn", german("evidence.test")],
    [
      { kind: "success_rate", ruleId: "alr_1", facts: { attempts: 1200, succeeded: 1, percent: 0.1 } },
      "CRM schlägt zu oft fehl",
      "1 von 1.200 Versuchen gelungen: 0.1 %",
    ],
    [
      { kind: "silence", ruleId: "alr_1", facts: { lastEventAt: null } },
      "CRM bekommt keine Ereignisse",
      "Noch kein Ereignis",
    ],
  ])("%j is said anew", (more, title, evidence) => {
    expect(noticeTitle(german, notice(more))).toBe(title);
    expect(noticeEvidence(german, notice(more), formats)).toBe(evidence);
  });

  it("is said as it was told where its facts don't say enough, or its kind is unknown", () => {
    for (const kind of [...ALERT_KINDS.filter((kind) => kind !== "silence"), "failing", "recovered", "something_new"]) {
      expect(noticeEvidence(german, notice({ kind }), formats)).toBe("as told");
    }
    expect(noticeTitle(german, notice({ kind: "something_new" }))).toBe("as told");
    expect(noticeTitle(german, notice({ webhookTitle: null }))).toBe("as told");
  });

  it("has in English the titles that mails have", () => {
    expect(noticeTitle(english("notices"), notice({ kind: "latency_p95", ruleId: "alr_1" }))).toBe(
      "CRM answers slowly",
    );
  });
});
