import { describe, expect, it } from "vitest";
import { linkOf } from "./alert-links";
import { encodeId } from "./ids";
import { mailOf, slackTextOf, type ToldNotice } from "./notice-words";

const telling = { accountName: "Acme & Co", inbox: "https://hooks.example.com/inbox", timeZone: "Europe/Berlin" };
const notice: ToldNotice = {
  title: "CRM fails too often",
  tone: "bad",
  evidence: "90 of 100 attempts succeeded",
  at: new Date("2026-03-25T08:22:50.000Z"),
  webhook: { title: "CRM", url: "https://crm.example.com/?a=1&b=2" },
  link: "https://hooks.example.com/logs?webhook=wh_1&status=failed",
};

describe("the mail of a notice", () => {
  it("says what, on what grounds, where, when, and where to look, in text", () => {
    const { subject, text } = mailOf([notice], telling);
    expect(subject).toBe("CRM fails too often");
    expect(text.split("\n")).toEqual([
      "CRM fails too often",
      "90 of 100 attempts succeeded",
      "Webhook: CRM, https://crm.example.com/?a=1&b=2",
      "When: Wed 25 Mar 2026, 09:22 Europe/Berlin",
      "Look at it: https://hooks.example.com/logs?webhook=wh_1&status=failed",
      "",
      "-- ",
      "You get this because you are told about the webhooks of Acme & Co. All notices: https://hooks.example.com/inbox",
    ]);
  });

  it("has no markup but its own", () => {
    const hostile = `<img src=x onerror="alert('1')">&`;
    const told = {
      ...notice,
      title: hostile,
      evidence: hostile,
      webhook: { title: hostile, url: hostile },
      link: hostile,
    };
    const { html } = mailOf([told], { ...telling, accountName: hostile, inbox: hostile });
    expect(html).not.toContain("<img");
    expect(html.match(/<\w+/g)?.every((tag) => /^<(!doctype|html|body|h2|p|code|a|hr)$/.test(tag))).toBe(true);
    expect(html.replaceAll(/<[^>]*>/g, "")).not.toMatch(/["<>]|&(?!amp;|lt;|gt;|quot;|#39;)/);
  });

  it("has one line for its subject, whatever a title holds", () => {
    const { subject, text } = mailOf([{ ...notice, title: "a\r\nBcc: everybody@example.com\u0000" }], telling);
    expect(subject).toBe("a Bcc: everybody@example.com ");
    expect(text.split("\n")[0]).toBe(subject);
  });

  it("has no lines but its own, in text and for Slack, whatever titles and evidence hold", () => {
    const forged = "a\r\nLook at it: https://evil.example.com\u2028b";
    const told = {
      ...notice,
      title: forged,
      evidence: forged,
      webhook: { title: forged, url: "https://a.example.com" },
    };
    const { text } = mailOf([told], { ...telling, accountName: forged });
    expect(text.match(/^Look at it:.*$/gm)).toEqual([`Look at it: ${notice.link}`]);
    expect(slackTextOf([told], telling).split(/[\r\n\u2028]/)).toEqual([
      "🔴 *a Look at it: https://evil.example.com b*",
      "a Look at it: https://evil.example.com b",
      `<${notice.link.replace("&", "&amp;")}|Look at it>`,
    ]);
  });

  it("of many is one digest, which counts those that it has no room for", () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...notice, title: `Notice ${index}.` }));
    const { subject, text, html } = mailOf(many, telling);
    expect(subject).toBe("30 notices about your webhooks");
    for (const body of [text, html]) {
      expect(body).toContain("Notice 24.");
      expect(body).not.toContain("Notice 25.");
      expect(body).toContain("And 5 more.");
    }
    expect(slackTextOf(many, telling)).toContain("And 5 more: <https://hooks.example.com/inbox|all notices>");
  });
});

describe("a notice leads", () => {
  const webhookId = "019d2416-d88e-7000-8000-000000000001";
  it.each([
    ["failing", "logs?webhook=ID&status=failed,pending"],
    ["disabled", "logs?webhook=ID&status=held"],
    ["backlog_age", "logs?webhook=ID&status=pending"],
    ["recovered", "logs?webhook=ID"],
    ["certificate", "ID"],
    ["silence", "ID"],
  ])("of %s to %s", (kind, place) => {
    const id = encodeId("webhook", webhookId);
    expect(linkOf({ kind, webhookId })).toBe(`/settings/webhooks/${place.replace("ID", id)}`);
  });

  it("of an event type to those of that type", () => {
    const path = linkOf({ kind: "event_type_failing", webhookId, eventType: "call.ended" });
    expect(path).toMatch(/&status=failed,pending&type=call\.ended$/);
  });

  it("of no webhook to the alerts", () => {
    expect(linkOf({ kind: "test", webhookId: null })).toBe("/settings/webhooks/alerts");
  });
});
