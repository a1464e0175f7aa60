/** What a reader waits for: every screen's server, its first paint and its script; and what the two long lists answer to. */
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { encodeId } from "../lib/core/ids";
import { fillDeliveries, fillWebhooks } from "./fill-pages";
import { loadPage, measureInteraction, openBrowser, type Paint } from "./browser";
import { API_KEY, OWNER, type Stage } from "./stage";
import { percentiles } from "./table";

const WEBHOOKS = 500;
const DELIVERIES = 1_000_000;
/** Of each page; before them so many that are not counted, as the server's code is compiled while it runs. */
const REQUESTS = 40;
const WARM_UP = 10;
const LOADS = 5;

const WIDTHS = [34, 9, 9, 11, 11, 0];
const HEAD = ["page", "server p95", "LCP ms", "script kB", "document", ""];

const ROOT = "/settings/webhooks";
const PAGES = {
  webhooks: ROOT,
  logs: `${ROOT}/logs`,
  webhook: `${ROOT}/{id}`,
  "new webhook": `${ROOT}/new`,
  "edit webhook": `${ROOT}/{id}/edit`,
  events: `${ROOT}/events`,
  alerts: `${ROOT}/alerts`,
  inspectors: "/settings/inspectors",
  inspector: "/settings/inspectors/{inspector}",
  "API keys": "/settings/api-keys",
  team: "/settings/team",
  "audit log": "/settings/audit-log",
  account: "/settings/account",
};

export async function pages(stage: Stage): Promise<void> {
  const webhookIds = await fillWebhooks(WEBHOOKS);
  await fillDeliveries(webhookIds, DELIVERIES);
  const web = await stage.startWeb();
  const paths = await pathsOf(stage, encodeId("webhook", webhookIds[0] ?? ""));
  const browser = await openBrowser();
  try {
    const page = await signedIn(browser, stage.webUrl);
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    print(HEAD);
    for (const [name, path] of Object.entries(paths)) await measurePage(stage, { name, path, cookie, page });
    print(["", "≤ 150", "≤ 1200", "≤ 200", "", "gzipped; what the browser asks for before anybody does anything"]);
    await interactions(page, stage.webUrl);
  } finally {
    await browser.close();
  }
  await web.stop();
}

async function pathsOf(stage: Stage, webhookId: string): Promise<Record<string, string>> {
  const response = await fetch(`${stage.webUrl}/api/v1/inspectors`, {
    method: "POST",
    headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ title: "Bench" }),
  });
  const { id } = (await response.json()) as { id: string };
  const named = Object.entries(PAGES).map(([name, path]) => [
    name,
    path.replace("{id}", webhookId).replace("{inspector}", id),
  ]);
  return Object.fromEntries(named) as Record<string, string>;
}

async function signedIn(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}/login`);
  await page.getByLabel("E-mail").fill(OWNER.BOOTSTRAP_OWNER_EMAIL);
  await page.getByLabel("Password").fill(OWNER.BOOTSTRAP_OWNER_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((address) => address.pathname.startsWith("/settings"));
  return page;
}

interface Measured {
  name: string;
  path: string;
  cookie: string;
  page: Page;
}

async function measurePage({ webUrl }: Stage, { name, path, cookie, page }: Measured): Promise<void> {
  const times: number[] = [];
  let html = "";
  for (let request = 0; request < WARM_UP + REQUESTS; request++) {
    const began = performance.now();
    const response = await fetch(webUrl + path, { headers: { cookie }, redirect: "manual" });
    html = await response.text();
    if (request >= WARM_UP) times.push(performance.now() - began);
    if (response.status !== 200) return print([name, "", "", "", "", `answered ${response.status}`]);
  }
  const paints: Paint[] = [];
  for (let load = 0; load < LOADS; load++) paints.push(await loadPage(page, webUrl + path));
  const lcp = percentiles(paints.map(({ lcpMs }) => lcpMs)).p50;
  const scriptBytes = await sizeOf(scriptsIn(html), webUrl);
  print([
    name,
    percentiles(times).p95.toFixed(0),
    lcp.toFixed(0),
    (scriptBytes / 1000).toFixed(1),
    `${(gzipSync(html).length / 1000).toFixed(0)} kB`,
    `LCP: ${paints.at(-1)?.element ?? ""}`,
  ]);
}

/** What a browser of today runs of the script elements in a document: `nomodule` is for those that know no modules. */
function scriptsIn(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/\snomodule\b/i.test(tag));
  const sources = tags.flatMap((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1] ?? []);
  return [...new Set(sources)];
}

const sizes = new Map<string, number>();

async function sizeOf(sources: readonly string[], webUrl: string): Promise<number> {
  let bytes = 0;
  for (const source of sources) {
    if (!sizes.has(source)) {
      const response = await fetch(new URL(source, webUrl));
      sizes.set(source, gzipSync(Buffer.from(await response.arrayBuffer())).length);
    }
    bytes += sizes.get(source) ?? 0;
  }
  return bytes;
}

/** From the press to the next paint, as the browser's Event Timing tells it. */
async function interactions(page: Page, webUrl: string): Promise<void> {
  const measure = async (name: string, act: () => Promise<void>) => {
    const ms = await measureInteraction(page, act);
    print([name, "", "", "", "", `${ms.toFixed(0)} ms to the next paint, ≤ 100`]);
  };
  await page.goto(webUrl + ROOT, { waitUntil: "networkidle" });
  const webhooks = page.getByRole("table", { name: "Webhooks" });
  await measure("webhooks: sort by title", () => webhooks.getByRole("button", { name: "Title" }).click());
  await measure("webhooks: sort by hits", () => webhooks.getByRole("button", { name: "Hits" }).click());
  await measure("webhooks: only failing", () => page.getByRole("button", { name: /\d+ failing/ }).click());
  await measure("webhooks: all again", () => page.getByRole("button", { name: /\d+ failing/ }).click());
  await measure("webhooks: select all", () => page.getByLabel("Select all that are shown").click());
  await measure("webhooks: a row's menu", () =>
    page
      .getByRole("button", { name: /^Actions for/ })
      .first()
      .click(),
  );
  await page.goto(`${webUrl}${ROOT}/logs`, { waitUntil: "networkidle" });
  await measure("logs: open a sheet", () =>
    page
      .getByRole("button", { name: /^Open / })
      .first()
      .click(),
  );
  await page.keyboard.press("Escape");
  await measure("logs: the status filter", () =>
    page
      .getByRole("button", { name: /^Status/ })
      .first()
      .click(),
  );
  await measure("logs: only failed", () => page.getByRole("menuitemcheckbox", { name: "failed" }).click());
}

const print = (cells: readonly string[]) =>
  console.log(
    cells
      .map((cell, index) =>
        index === 0 || index === 5 ? cell.padEnd(WIDTHS[index] ?? 0) : cell.padStart(WIDTHS[index] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
