import { readFileSync } from "node:fs";
import net from "node:net";
import { expect, test, type Page } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations } from "./axe";
import { API_KEY, signIn } from "./owner";
import { openTerminal, type Terminal } from "./terminal";
import { startReceiver } from "../lib/testing/documented-receiver";
import { isInstalled, RUNTIME_NAMES, startSnippet } from "../lib/testing/snippets";

const MINUTE = 60_000;
/** Asked before any test: asking blocks, and connections die meanwhile. */
const INSTALLED = RUNTIME_NAMES.filter(isInstalled);

let terminal: Terminal | undefined;
test.beforeEach(() => deleteAllWebhooks());
test.afterEach(async () => {
  await terminal?.close();
  terminal = undefined;
});

/** @returns the paths of all pages, as the sidebar has them */
async function pagePaths(page: Page): Promise<string[]> {
  await page.goto("/docs");
  const links = page.getByRole("navigation", { name: "Documentation" }).getByRole("link");
  return links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
}

/** They are long: reference.spec.ts looks at them. */
const isReference = (path: string) => path.startsWith("/docs/api");

interface DocPage {
  path: string;
  ids: string[];
  /** Of links within the documentation. */
  hrefs: string[];
  emptyCells: number;
  /** What it says works as it stands. */
  commands: string[];
}

/** As it is sent, which is whole; drawing it takes longer. */
async function readPage(page: Page, path: string): Promise<DocPage> {
  const html = await (await page.request.get(path)).text();
  const read = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "text/html");
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    return {
      ids: all("[id]").map(({ id }) => id),
      hrefs: all("main a[href^='/docs'], main a[href^='#']").map((link) => link.getAttribute("href") ?? ""),
      emptyCells: all("td:empty").length,
      commands: all("[data-terminal] pre").map(({ textContent }) => textContent),
    };
  }, html);
  return { path, ...read };
}

async function readPages(page: Page): Promise<DocPage[]> {
  const paths = await pagePaths(page);
  return Promise.all(paths.map((path) => readPage(page, path)));
}

const isTaken = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, "localhost", () => resolve(socket.destroy() !== undefined));
    socket.on("error", () => resolve(false));
  });

/** Each of these looks unlike the others; the rest is made of the same parts. */
const IN_THE_DARK = ["/docs", "/docs/payloads", "/docs/verify", "/docs/troubleshooting", "/docs/n8n"];

test("every page can be read without signing in, on a phone and in the dark, with no axe violations", async ({
  page,
}) => {
  test.setTimeout(5 * MINUTE);
  for (const path of (await pagePaths(page)).filter((one) => !isReference(one))) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectNoAxeViolations(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    if (IN_THE_DARK.includes(path)) await expectNoAxeViolations(page);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([path, sideways]).toEqual([path, 0]);
  }
});

test("every link within the documentation leads to a page, and to an anchor that stands on it", async ({ page }) => {
  const links = new Set<string>();
  const anchors = new Map<string, string[]>();
  for (const { path, ids, hrefs, emptyCells } of await readPages(page)) {
    anchors.set(path, ids);
    expect(new Set(ids).size, `an id stands twice on ${path}`).toBe(ids.length);
    expect([path, emptyCells]).toEqual([path, 0]);
    for (const href of hrefs) links.add(href.startsWith("#") ? path + href : href);
  }
  expect(links.size).toBeGreaterThan(100);
  for (const link of links) {
    const [path = "", anchor] = link.split("#");
    // A file to copy, not a page.
    if (path.startsWith("/docs/code/")) expect((await page.request.get(path)).status(), link).toBe(200);
    else expect(anchors.has(path), link).toBe(true);
    if (anchor) expect(anchors.get(path), link).toContain(decodeURIComponent(anchor));
  }
});

test("quick start: its commands, pasted all at once, lead to two verified deliveries", async ({ page }) => {
  const { commands } = await readPage(page, "/docs/quick-start");
  expect(commands.length).toBeGreaterThanOrEqual(5);
  expect(await isTaken(4000), "port 4000 is free").toBe(false);
  terminal = await openTerminal({ WEBHOOKS_API_KEY: API_KEY });
  // All of them at once, as somebody pastes them.
  await terminal.run(commands.join("\n"));
  const { printed } = terminal;
  expect(printed()).not.toContain('"error":{');
  expect(printed()).toContain("Invalid signature");
  await expect.poll(printed).toMatch(/evt_\w+ test\.ping/);
  await expect.poll(printed).toMatch(/evt_\w+ contact\.created/);
  await expect
    .poll(async () => (await api("GET", "/deliveries")).body.data.map(({ status }: { status: string }) => status))
    .toEqual(expect.arrayContaining(["succeeded", "succeeded"]));
});

test("inspector: its commands show a test, and an event that failed once and came again", async ({ page }) => {
  const { commands } = await readPage(page, "/docs/inspector");
  terminal = await openTerminal({ WEBHOOKS_API_KEY: API_KEY });
  const { body: before } = await api("GET", "/inspectors");
  const requests = async () => {
    const { body } = await api("GET", "/inspectors");
    const made = body.data.find(({ id }: { id: string }) => before.data.every((old: { id: string }) => old.id !== id));
    return made ? (await api("GET", `/inspectors/${made.id}/requests`)).body.data : [];
  };
  for (const command of commands) {
    if (command.includes("requests.json")) await expect.poll(async () => (await requests()).length).toBe(1);
    const { output, code } = await terminal.run(command);
    expect([command, code, output]).toEqual([command, 0, output]);
  }
  expect(terminal.printed()).toContain('\\"event\\":\\"test.ping\\"');
  await expect
    .poll(async () => (await requests()).map((one: { answeredStatus: number }) => one.answeredStatus))
    .toEqual([200, 503, 200]);
  await terminal.run(
    `curl -sS -X DELETE ${process.env["E2E_URL"]}/api/v1/inspectors/$INSPECTOR_ID -H "Authorization: Bearer $WEBHOOKS_API_KEY"`,
  );
});

test("the commands of all other pages work as they stand, too", async ({ page }) => {
  test.setTimeout(2 * MINUTE);
  await api("DELETE", "/event-types/invoice.paid");
  const { id } = await createWebhook("http://localhost:4000/webhook", ["*"], { status: "paused" });
  terminal = await openTerminal({ WEBHOOKS_API_KEY: API_KEY, WEBHOOK_ID: id });
  let count = 0;
  for (const { path, commands } of await readPages(page)) {
    if (path === "/docs/quick-start" || path === "/docs/inspector") continue;
    for (const command of commands) {
      const { output, code } = await terminal.run(command);
      expect([path, command, code, output]).toEqual([path, command, 0, output]);
      count++;
    }
  }
  expect(count).toBeGreaterThanOrEqual(12);
  expect(terminal.printed()).toContain('"warnings":[{"path":"data.amount","message":"Has to be number, not string."}]');
  expect(terminal.printed()).toContain('"wouldSend":true');
  await api("PATCH", "/publishing", { validation: "off" });
  await api("DELETE", "/event-types/invoice.paid");
  for (const name of ["publisher", "verify"]) {
    expect(readFileSync(`${terminal.folder}/${name}.ts`, "utf8")).toBe(readFileSync(`lib/client/${name}.ts`, "utf8"));
  }
});

test("what the product sends is genuine to the documented receiver in each language", async () => {
  test.setTimeout(10 * MINUTE);
  for (const language of INSTALLED) {
    await deleteAllWebhooks();
    // The secret is known only once the webhook is there, so its receiver comes later.
    const { id, secret } = await createWebhook("http://localhost:4009/later", ["lead.captured"], { status: "paused" });
    const snippet = await startSnippet(language, "sydx", { WEBHOOK_SECRET: secret });
    try {
      await api("PATCH", `/webhooks/${id}`, { url: snippet.url, status: "active" });
      const { body } = await api("POST", "/events", { type: "lead.captured", data: { name: "Zoë 🚀", n: 1.5 } });
      await expect.poll(snippet.printed, { timeout: 20_000 }).toContain(body.id);
    } finally {
      await snippet.stop();
    }
  }
});

test("search finds sections by their words, says when it finds none, and needs no script", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${process.env["E2E_URL"]}/docs`);
  await page.getByRole("searchbox").fill("retry-after");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Retries: Rules" }).click();
  await expect(page).toHaveURL(/\/docs\/retries#rules$/);
  await page.getByRole("searchbox").fill("<script> nowhere");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing has all of these words.")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("searchbox", { name: "Search for" })).toHaveValue("<script> nowhere");
  for (const [words, found, href] of [
    ["inspectors", "API: Inspectors: GET /inspectors", "/docs/api/inspectors#listInspectors"],
    ["orderBy", "API: Webhooks: POST /webhooks", "/docs/api/webhooks#createWebhook"],
    ["If-Match", "API: Webhooks: PATCH /webhooks/{webhookId}", "/docs/api/webhooks#updateWebhook"],
    ["RateLimit", "API reference: Limits", "/docs/api#limits"],
    ["webhooks:write rotate", /POST .*rotate-secret/, "/docs/api/webhooks#rotateSecret"],
  ] as const) {
    await page.getByRole("searchbox", { name: "Search for" }).fill(words);
    await page.getByRole("button", { name: "Search" }).click();
    const link = page.getByRole("link", { name: found, exact: true }).first();
    await expect(link).toHaveAttribute("href", href);
  }
  await context.close();
});

test("an address that no page has is answered within the documentation, with ways on", async ({ page }) => {
  for (const path of ["/docs/nope", "/docs/api/nope", "/docs/a/b/c"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The documentation has no such page");
    await expect(page.getByRole("navigation", { name: "Documentation" }).getByRole("link")).not.toHaveCount(0);
  }
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Begin at the first page" }).click();
  await expect(page).toHaveURL(/\/docs$/);
});

test("the language of code is chosen once: for every block, the next page and the next visit", async ({ page }) => {
  await page.goto("/docs/verify");
  await page
    .getByRole("tablist", { name: /standard/ })
    .getByRole("tab", { name: "Go" })
    .click();
  const isGo = async () => {
    await expect(page.getByRole("tab", { name: "Go", selected: true })).toHaveCount(4);
    await expect(page.getByRole("region", { name: "Receiver for sydx" })).toContainText("hmac.Equal");
  };
  await isGo();
  await page.getByRole("navigation", { name: "Documentation" }).getByRole("link", { name: "Retries" }).click();
  await expect(page).toHaveURL(/retries$/);
  await page.goBack();
  await isGo();
  await page.reload();
  await isGo();
});

test("a failed delivery leads to its line in the documentation, and the sidebar to all of it", async ({ page }) => {
  const receiver = await startReceiver(() => ({ status: 405 }));
  const { id } = await createWebhook(receiver.url, ["*"]);
  const { body: delivery } = await api("POST", `/webhooks/${id}/test`);
  await expect.poll(async () => (await api("GET", `/deliveries/${delivery.id}`)).body.status).toBe("failed");
  await receiver.close();
  await signIn(page);
  await expect(page.getByRole("link", { name: "Documentation" })).toHaveAttribute("href", "/docs");
  await page.goto(`/settings/webhooks/logs?delivery=${delivery.id}`);
  const link = page.getByRole("link", { name: "More about this" });
  await expect(link).toHaveAttribute("href", "/docs/responses#status-404");
  await link.click();
  await expect(page.locator("#status-404")).toContainText("nothing answers POST at this path");
});

test("on the webhook's page the verification code can be had in each language", async ({ page }) => {
  const { id } = await createWebhook("http://localhost:4000/webhook", ["*"], { format: "standard", status: "paused" });
  await signIn(page, `/settings/webhooks/${id}?tab=verify`);
  for (const [tab, words] of [
    ["Node.js", "timingSafeEqual"],
    ["Python", "hmac.compare_digest"],
    ["PHP", "hash_equals"],
    ["Go", "hmac.Equal"],
    ["Ruby", "OpenSSL.secure_compare"],
    ["Java", "MessageDigest.isEqual"],
  ] as const) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByRole("region", { name: "Verification code" })).toContainText(words);
  }
  await expectNoAxeViolations(page);
});
