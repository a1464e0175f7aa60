/** The page of a webhook: its tabs, charts that say what the log says, failures in groups, and the signature debugger. */
import { expect, test, type Page } from "@playwright/test";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations, expectWellEverywhere } from "./axe";
import { signIn } from "./owner";

test.use({ timezoneId: "Asia/Kolkata" });

let receiver: Receiver;

test.beforeEach(async () => {
  receiver = await startReceiver();
  await deleteAllWebhooks();
});
test.afterEach(() => receiver.close());

async function publish(count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, n) => ({ type: "lead.captured", data: { n } }));
  expect((await api("POST", "/events/batch", { events })).status).toBe(202);
}

/** Five deliveries arrive, three are refused. */
async function makeHistory() {
  let count = 0;
  receiver.answer = () => {
    count += 1;
    return count <= 5
      ? { status: 200 }
      : { status: 401, body: JSON.stringify({ error: "invalid signature", id: count }) };
  };
  const webhook = await createWebhook(receiver.url, ["lead.*"], {
    title: "CRM",
    retry: { delaysSeconds: [] },
    concurrency: 1,
  });
  await publish(8);
  await expect.poll(async () => (await outcomesOf(webhook.id)).statuses).toMatchObject({ succeeded: 5, failed: 3 });
  return webhook;
}

const outcomesOf = async (id: string) => (await api("GET", `/webhooks/${id}/outcomes`)).body.total;

test("every tab has an address, and Back leads to the one before", async ({ page }) => {
  const { id } = await createWebhook(receiver.url, ["lead.*"], { title: "CRM" });
  await signIn(page, `/settings/webhooks/${id}`);
  const tabs = page.getByRole("navigation", { name: "This webhook" });
  await expect(tabs.getByRole("link", { name: "Overview" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByText("No deliveries in this time")).toBeVisible();
  await expect(page.getByText("No failures in this time")).toBeVisible();
  await expectWellEverywhere(page);
  for (const [name, heading] of [
    ["Settings", "Settings"],
    ["Verify", "Signature debugger"],
    ["Guides", "Guides"],
  ] as const) {
    await tabs.getByRole("link", { name }).click();
    await expect(page.getByRole("main").getByRole("heading", { name: heading, exact: true })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`tab=${name.toLowerCase()}`));
    await expectNoAxeViolations(page);
  }
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Signature debugger" })).toBeVisible();
  await tabs.getByRole("link", { name: "Deliveries" }).click();
  await expect(page).toHaveURL(new RegExp(`logs\\?webhook=${id}`));
});

test("what a chart counts is what the log counts for the filter that it leads to", async ({ page }) => {
  test.setTimeout(180_000);
  const { id } = await makeHistory();
  await signIn(page, `/settings/webhooks/${id}?range=1h`);
  const chart = page.getByRole("region", { name: "Deliveries", exact: true });
  const codes = page.getByRole("region", { name: "Response codes", exact: true });
  const links: [link: string, count: number][] = [];
  for (const [where, name, count] of [
    [chart, "succeeded: 5", 5],
    [chart, "failed: 3", 3],
    [codes, "200: 5", 5],
    [codes, "401: 3", 3],
  ] as const) {
    const href = await where.getByRole("link", { name }).getAttribute("href");
    links.push([href ?? "", count]);
  }
  await expectWellEverywhere(page);
  await chart.getByRole("button", { name: "Deliveries: show as a table" }).click();
  const table = chart.getByRole("table", { name: "Deliveries" });
  for (const link of await table.getByRole("link").all()) {
    links.push([(await link.getAttribute("href")) ?? "", Number(await link.textContent())]);
  }
  expect(links.length).toBeGreaterThan(6);
  for (const [href, count] of links) {
    const { webhook, ...filter } = Object.fromEntries(new URL(href, "http://localhost").searchParams);
    const query = new URLSearchParams({ webhookId: webhook ?? "", ...filter });
    expect((await api("GET", `/deliveries/count?${query}`)).body, href).toEqual({ count, exact: true });
  }
  await expectNoAxeViolations(page);
});

test("a bar leads to its deliveries, a drag zooms in, Back and a button zoom out", async ({ page }) => {
  const { id } = await makeHistory();
  await signIn(page, `/settings/webhooks/${id}?range=1h`);
  const chart = page.getByRole("region", { name: "Deliveries", exact: true });
  await expect(chart.getByRole("link", { name: "failed: 3" })).toBeVisible();
  const plot = await chart.locator(".recharts-cartesian-grid").boundingBox();
  if (!plot) throw new Error("the chart has no plot");
  await page.mouse.move(plot.x + plot.width * 0.5, plot.y + plot.height / 2);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.7, plot.y + plot.height / 2, { steps: 4 });
  await page.mouse.move(plot.x + plot.width - 4, plot.y + plot.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*&to=/);
  await expect(page.getByLabel("From", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Zoom out" }).click();
  await expect(page.getByRole("button", { name: "Custom" })).toHaveAttribute("aria-pressed", "true");
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/range=1h/);

  // The minute in which they were made is the last one, or the one before it.
  const made = (await api("GET", `/webhooks/${id}/outcomes?bucket=minute`)).body.buckets;
  const late = made.toReversed().findIndex((bucket: { deliveries: number }) => bucket.deliveries > 0);
  await expect(chart.getByRole("link", { name: "failed: 3" })).toBeVisible();
  await chart.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const whole = await chart.locator(".recharts-cartesian-grid").boundingBox();
  if (!whole) throw new Error("the chart has no plot");
  await page.mouse.move(whole.x + whole.width / 2, whole.y + whole.height / 2);
  await page.mouse.move(whole.x + whole.width * (1 - (late + 0.5) / 60), whole.y + whole.height - 6, { steps: 4 });
  await expect(chart.locator(".recharts-tooltip-wrapper")).toContainText("8");
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`logs\\?webhook=${id}&.*from=.*&to=`));
});

test("a span of one's own is given by the keyboard, in the reader's zone", async ({ page }) => {
  const { id } = await createWebhook(receiver.url, ["lead.*"]);
  await signIn(page, `/settings/webhooks/${id}`);
  await page.getByRole("button", { name: "Custom" }).press("Enter");
  await page.getByLabel("From", { exact: true }).fill("2026-03-25T14:30");
  await page.getByLabel("To", { exact: true }).fill("2026-03-25T13:30");
  await page.getByRole("button", { name: "Show", exact: true }).press("Enter");
  await expect(page.getByText("Give a beginning before the end")).toBeVisible();
  await page.getByLabel("From", { exact: true }).fill("2026-03-24T14:30");
  await page.getByRole("button", { name: "Show", exact: true }).press("Enter");
  await expect(page).toHaveURL(/from=2026-03-24T09%3A00%3A00\.000Z|from=2026-03-24T09:00:00\.000Z/);
  await expect(page.getByText(/Times in Asia\/(Kolkata|Calcutta)/)).toBeVisible();
});

test("failures that ended alike are one, with what began them and the ways to mend it", async ({ page }) => {
  receiver.answer = () => ({ status: 401, body: JSON.stringify({ error: "invalid signature", at: Date.now() }) });
  const { id } = await createWebhook(receiver.url, ["lead.*"], { retry: { delaysSeconds: [] } });
  await api("POST", `/webhooks/${id}/rotate-secret`);
  await publish(4);
  await expect.poll(async () => (await outcomesOf(id)).statuses.failed).toBe(4);
  await signIn(page, `/settings/webhooks/${id}`);
  const failures = page.getByRole("region", { name: "Failures", exact: true });
  await expect(failures.getByRole("listitem")).toHaveCount(1);
  await expect(failures.getByRole("listitem")).toContainText("401 invalid signature × 4");
  await expect(failures.getByRole("listitem")).toContainText(/Began .* after the secret was rotated\./);
  const retry = failures.getByRole("link", { name: "Retry deliveries that ended with 401" });
  await expect(retry).toHaveAttribute("href", /status=failed/);
  await failures.getByRole("link", { name: "Debug the signature" }).click();
  await expect(page.getByLabel("Headers")).toHaveValue(/X-Sydx-Signature: [0-9a-f]{64}/);
});

test("the debugger tells a right secret from a wrong one and a changed body from the one sent, and sends nothing", async ({
  page,
}) => {
  const { id, secret } = await createWebhook(receiver.url, ["lead.*"]);
  await publish(1);
  await expect.poll(() => receiver.received.length).toBe(1);
  await expect.poll(async () => (await outcomesOf(id)).statuses.succeeded).toBe(1);
  const { body } = await api("GET", `/deliveries?webhookId=${id}`);
  await signIn(page, `/settings/webhooks/${id}?tab=verify&delivery=${body.data[0].id}`);
  const result = page.getByRole("region", { name: "Result" });
  await expect(page.getByLabel("Body")).toHaveValue(/lead\.captured/);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  const field = page.getByLabel("Secret your receiver uses");
  await field.fill(secret);
  await expect(result).toContainText("The signature is right");
  await field.fill(`whsec_${"A".repeat(43)}=`);
  await expect(result).toContainText("The signature isn't right");
  await expect(result).toContainText("is the first that differs");
  await field.fill(secret);
  const sentBody = await page.getByLabel("Body").inputValue();
  await page.getByLabel("Body").fill(JSON.stringify(JSON.parse(sentBody), null, 2));
  await expect(result).toContainText("white space was added");
  await expect(result).toContainText("the signature is that of the body as JSON.stringify writes it");
  await page.getByLabel("Body").fill(sentBody);
  await page.getByLabel("Signature your code computes").fill("0".repeat(64));
  await expect(result).toContainText("No common mistake gives this");
  expect(sent.filter((request) => request.includes(secret))).toEqual([]);
  await expectWellEverywhere(page);
});

test("what is pasted into the debugger before the page listens is read", async ({ page }) => {
  const { id } = await createWebhook(receiver.url, ["lead.*"]);
  await signIn(page);
  let listen = () => {};
  const pasted = new Promise<void>((resolve) => (listen = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await pasted;
    await route.continue();
  });
  await page.goto(`/settings/webhooks/${id}?tab=verify`, { waitUntil: "commit" });
  await page.getByLabel("Headers").fill("Content-Type: application/json");
  await page.getByLabel("Body").fill('{"n":1}');
  listen();
  await expect(page.getByRole("region", { name: "Result" })).toContainText("X-Sydx-Signature is missing");
  await expect(page.getByRole("region", { name: "Result" })).toContainText("This isn't the body of this format");
  await expect(page.getByLabel("Body")).toHaveValue('{"n":1}');
});

test("numbers that can't be loaded say so, and are asked for again", async ({ page }) => {
  const { id } = await makeHistory();
  let isBroken = true;
  for (const part of ["outcomes", "stats", "failures"]) {
    await page.route(`**/api/v1/webhooks/${id}/${part}**`, (route) =>
      isBroken
        ? route.fulfill({ status: 500, json: { error: { code: "internal", message: "Not now." } } })
        : route.continue(),
    );
  }
  await signIn(page, `/settings/webhooks/${id}`);
  const chart = page.getByRole("region", { name: "Deliveries", exact: true });
  await expect(chart.getByRole("alert")).toContainText("The numbers could not be loaded", { timeout: 20_000 });
  await expect(page.getByRole("region", { name: "Failures", exact: true }).getByRole("alert")).toBeVisible();
  await expectNoAxeViolations(page);
  isBroken = false;
  await chart.getByRole("button", { name: "Try again" }).click();
  await expect(chart.getByRole("link", { name: "succeeded: 5" })).toBeVisible();
});

test("in German the page is in German", async ({ page, context, baseURL }) => {
  const { id } = await makeHistory();
  await context.addCookies([{ name: "locale", value: "de", url: baseURL ?? "" }]);
  await page.goto("/login");
  await signInGerman(page, id);
  await expect(page.getByRole("heading", { name: "Aktivität" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Zustellungen", exact: true })).toContainText("fehlgeschlagen");
  await expect(page.getByRole("region", { name: "Fehlschläge", exact: true })).toContainText(
    "401 invalid signature × 3",
  );
  await expectNoAxeViolations(page);
});

/** The form may be in German, too. */
async function signInGerman(page: Page, id: string): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(`/settings/webhooks/${id}`)}`);
  await page.locator("input[type=email], input[name=email]").fill("jane@acme.example");
  await page.locator("input[type=password]").fill("a long enough password");
  await page.locator("button[type=submit]").click();
  await page.waitForURL(`**/settings/webhooks/${id}`);
}
