/** Notices as email and as text: whatever titles and facts hold comes out as text, never as markup. */
import type { NoticeTone } from "./notice";

/** So many are told one by one; of the rest, how many they are. */
const MAX_TOLD = 25;

export interface ToldNotice {
  title: string;
  tone: NoticeTone;
  evidence: string | null;
  at: Date;
  webhook: { title: string; url: string } | null;
  /** Where its deliveries can be looked at. */
  link: string;
}

export interface Telling {
  accountName: string;
  /** The inbox. */
  inbox: string;
  /** How people of this account read times. */
  timeZone: string;
}

export interface ToldMail {
  subject: string;
  text: string;
  html: string;
}

const MARKS = { bad: "🔴", warn: "🟠", ok: "🟢" } as const satisfies Record<NoticeTone, string>;
const COLOURS = { bad: "#c62828", warn: "#b26a00", ok: "#2e7d32" } as const satisfies Record<NoticeTone, string>;

/** @param notices oldest first; several are one digest */
export function mailOf(notices: readonly ToldNotice[], telling: Telling): ToldMail {
  const [only] = notices;
  const subject = notices.length === 1 && only ? only.title : `${notices.length} notices about your webhooks`;
  const rest = notices.length - MAX_TOLD;
  const more = rest > 0 ? [`And ${rest} more.`] : [];
  const foot = `You get this because you are told about the webhooks of ${oneLine(telling.accountName)}. All notices: ${telling.inbox}`;
  const told = notices.slice(0, MAX_TOLD);
  return {
    subject: oneLine(subject),
    text: [...told.map((notice) => textBlock(notice, telling)), ...more, `-- \n${foot}`].join("\n\n"),
    html: page(
      [
        ...told.map((notice) => htmlBlock(notice, telling)),
        ...more.map((line) => `<p>${line}</p>`),
        `<hr style="border:0;border-top:1px solid #ddd;margin:24px 0"><p style="color:#666;font-size:13px">You get this because you are told about the webhooks of ${escape(telling.accountName)}. <a href="${escape(telling.inbox)}">All notices</a></p>`,
      ].join("\n"),
    ),
  };
}

/** As Slack's incoming webhooks take it: `&`, `<` and `>` would be markup. */
export function slackTextOf(notices: readonly ToldNotice[], telling: Telling): string {
  const lines = notices.slice(0, MAX_TOLD).map(({ tone, title, evidence, link }) => {
    const said = [`*${slack(title)}*`, ...(evidence ? [slack(evidence)] : [])].join("\n");
    return `${MARKS[tone]} ${said}\n<${slack(link)}|Look at it>`;
  });
  const rest = notices.length - MAX_TOLD;
  return [...lines, ...(rest > 0 ? [`And ${rest} more: <${slack(telling.inbox)}|all notices>`] : [])].join("\n\n");
}

function textBlock({ title, evidence, at, webhook, link }: ToldNotice, { timeZone }: Telling): string {
  return [
    oneLine(title),
    ...(evidence ? [oneLine(evidence)] : []),
    ...(webhook ? [`Webhook: ${oneLine(webhook.title)}, ${webhook.url}`] : []),
    `When: ${wordsOfTime(at, timeZone)}`,
    `Look at it: ${link}`,
  ].join("\n");
}

function htmlBlock({ title, tone, evidence, at, webhook, link }: ToldNotice, { timeZone }: Telling): string {
  const lines = [
    `<h2 style="font-size:18px;margin:0 0 8px;border-left:4px solid ${COLOURS[tone]};padding-left:12px">${escape(title)}</h2>`,
    ...(evidence ? [`<p style="margin:0 0 8px">${escape(evidence)}</p>`] : []),
    ...(webhook
      ? [`<p style="margin:0 0 8px;color:#444">${escape(webhook.title)}, <code>${escape(webhook.url)}</code></p>`]
      : []),
    `<p style="margin:0 0 8px;color:#666">${escape(wordsOfTime(at, timeZone))}</p>`,
    `<p style="margin:0 0 24px"><a href="${escape(link)}">Look at it</a></p>`,
  ];
  return lines.join("\n");
}

const page = (body: string) =>
  `<!doctype html>\n<html lang="en"><body style="font-family:system-ui,sans-serif;font-size:15px;line-height:1.5;color:#111;max-width:600px;margin:24px auto;padding:0 16px">\n${body}\n</body></html>`;

/** `Wed 25 Mar 2026, 09:22 Europe/Berlin` */
export function wordsOfTime(at: Date, timeZone: string): string {
  const options = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
  const day = new Intl.DateTimeFormat("en-GB", { ...options, timeZone }).format(at).replace(",", "");
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone }).format(at);
  return `${day}, ${time} ${timeZone}`;
}

const oneLine = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, " ");

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
const slack = (text: string) => oneLine(text).replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? character);
