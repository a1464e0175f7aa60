/** The inspector's screens in a real browser, with the real worker sending to them. */
import { expect, test, type Page } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations, expectWellEverywhere } from "./axe";
import { signIn } from "./owner";

const INSPECTORS = "/settings/inspectors";

interface Made {
  id: string;
  url: string;
}

test.beforeEach(async () => {
  await deleteAllWebhooks();
  const { body } = await api("GET", "/inspectors");
  for (const { id } of body.data) await api("DELETE", `/inspectors/${id}`);
});

async function createInspector(answer: Record<string, unknown> = {}, title = "First try"): Promise<Made> {
  return (await api("POST", "/inspectors", { title, answer })).body as Made;
}

const rows = (page: Page) => page.getByRole("list", { name: "Requests" }).getByRole("listitem");

test("from no webhook at all to a verified delivery on screen, in a few clicks", async ({ page }) => {
  await signIn(page, "/settings/webhooks");
  await page.getByRole("button", { name: "Try it with the built-in inspector" }).dblclick();
  const secret = page.getByRole("dialog", { name: "The secret of To the inspector" });
  await secret.getByRole("button", { name: "I have stored it" }).click();
  await page.waitForURL(/\/settings\/inspectors\/ins_/);
  await expect(page.getByText("Nothing has arrived yet")).toBeVisible();
  await expect(page.getByText("Listening…")).toBeVisible();
  expect((await api("GET", "/inspectors")).body.data).toHaveLength(1);
  const [{ id, url }] = (await api("GET", "/webhooks")).body.data as [Made];
  await expect(page.getByRole("code").filter({ hasText: "/inspect/" }).first()).toHaveText(url);
  await expect(page.getByRole("list", { name: "Sent by" })).toContainText("To the inspector (Sydx AI)");
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText("test.ping");
  await expect(page.getByText("The signature is right")).toBeVisible();
  await expect(page.getByText("X-Sydx-Signature fits the body and the secret")).toBeVisible();
  await expect(page.getByRole("region", { name: "Body as text" })).toContainText('"event": "test.ping"');
  await expectNoAxeViolations(page);

  await page.getByRole("link", { name: "Open it in the log" }).click();
  await expect(page.getByRole("dialog")).toContainText("test.ping");
  await expect(page.getByRole("dialog").getByRole("link", { name: "To the inspector" })).toHaveAttribute(
    "href",
    new RegExp(id),
  );
});

test("an inspector of one's own is one click from a webhook with its address", async ({ page }) => {
  const { id, url } = await createInspector();
  await signIn(page, `${INSPECTORS}/${id}`);
  await page.getByRole("link", { name: "Create a webhook with this address" }).click();
  await expect(page.getByLabel("URL")).toHaveValue(url);
  await page.getByRole("button", { name: "Send test" }).click();
  await expect(page.getByText("Signature verified")).toBeVisible();
  await page.goto(`${INSPECTORS}/${id}`);
  await expect(page.getByText("The signature is right")).toBeVisible();
});

test("what arrives is on screen at once, newest first; a chosen request stays while others come", async ({ page }) => {
  const { id, url } = await createInspector();
  await signIn(page, `${INSPECTORS}/${id}`);
  await expect(page.getByText("Nothing has arrived yet")).toBeVisible();
  await fetch(`${url}/one?source=web&x=%26`, { method: "PUT", body: "<b>one</b>" });
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "PUT /one?source=web&x=%26" })).toBeVisible();
  await expect(page.getByText("Query: source")).toBeVisible();
  // What a sender wrote is text, never markup.
  await expect(page.getByRole("region", { name: "Body as text" })).toContainText("<b>one</b>");

  await fetch(`${url}/two`, { method: "POST", body: "{}" });
  await expect(rows(page).first()).toContainText("/two");
  await expect(rows(page).first()).toHaveClass(/animate-flash/);
  await expect(page.getByRole("heading", { name: "POST /two" })).toBeVisible();
  await rows(page).nth(1).getByRole("button").click();
  await expect(page).toHaveURL(/request=irq_/);
  await fetch(`${url}/three`, { method: "POST", body: "{}" });
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByRole("heading", { name: "PUT /one" })).toBeVisible();
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { name: "POST /two" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("heading", { name: "PUT /one" })).toBeVisible();
  await page.getByRole("button", { name: "Follow the newest" }).click();
  await expect(page.getByRole("heading", { name: "POST /three" })).toBeVisible();
  await expect(page.getByText("3 kept · 3 in all")).toBeVisible();

  await page.getByRole("button", { name: /Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Clear requests" }).click();
  await page.getByRole("button", { name: "Clear requests" }).dblclick();
  await expect(page.getByText("Nothing has arrived yet")).toBeVisible();
});

test("its answer is chosen with one click, counts down as it is used, and is refused where it is wrong", async ({
  page,
}) => {
  const { id, url } = await createInspector();
  await signIn(page, `${INSPECTORS}/${id}`);
  const statusOf = async () => (await fetch(url, { method: "POST", body: "{}", redirect: "manual" })).status;
  const preset = (name: string) => page.getByRole("button", { name, exact: true });
  await preset("Fail 3 times, then 200").click();
  await expect(preset("Fail 3 times, then 200")).toHaveAttribute("aria-pressed", "true");
  expect(await statusOf()).toBe(500);
  await expect(page.getByText("500 2 more times, then 200")).toBeVisible();
  expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([500, 500, 200]);
  await expect(preset("200 at once")).toHaveAttribute("aria-pressed", "true");
  await preset("Redirect").click();
  await expect(preset("Redirect")).toHaveAttribute("aria-pressed", "true");
  const redirect = await fetch(url, { method: "POST", body: "{}", redirect: "manual" });
  expect([redirect.status, redirect.headers.get("location")]).toEqual([302, "https://example.com/moved"]);

  await page.getByRole("button", { name: "Custom answer" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Status", { exact: true }).fill("99");
  await dialog.getByLabel("Headers").fill("Set-Cookie: session=1");
  await dialog.getByRole("button", { name: "Save answer" }).click();
  await expect(dialog.getByText("Give an HTTP status from 200 to 599.")).toBeVisible();
  await expect(dialog.getByText(/An answer may have Location/)).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByLabel("Status", { exact: true }).fill("418");
  await dialog.getByLabel("Headers").fill("X-Pot: tea");
  await dialog.getByLabel("Body").fill("short and stout");
  await dialog.getByRole("button", { name: "Save answer" }).dblclick();
  await expect(dialog).toBeHidden();
  const custom = await fetch(url, { method: "POST", body: "{}" });
  expect([custom.status, custom.headers.get("x-pot"), await custom.text()]).toEqual([418, "tea", "short and stout"]);
  await expect(page.getByRole("button", { name: "Custom answer" })).toHaveAttribute("aria-pressed", "true");
});

test("a signature that is wrong is explained, and one of another sender is checked with a pasted secret", async ({
  page,
}) => {
  const { id, url } = await createInspector();
  await createWebhook(url, ["*"], { title: "CRM" });
  await fetch(url, { method: "POST", body: '{"event":"a.b","timestamp":"t"}', headers: { "X-Sydx-Signature": "zz" } });
  await signIn(page, `${INSPECTORS}/${id}`);
  await expect(page.getByText("A receiver would refuse it")).toBeVisible();
  await expect(page.getByText("X-Sydx-Signature doesn’t have the form of a signature")).toBeVisible();
  await page.getByText("Check with another secret").click();
  await page.getByRole("button", { name: "Check signature" }).click();
  await expect(page.getByText("Give the secret.")).toBeVisible();
  await page.getByLabel("Secret", { exact: true }).fill("whsec_other");
  await page.getByRole("combobox", { name: "Format" }).click();
  await page.getByRole("option", { name: "Standard Webhooks" }).click();
  await page.getByRole("button", { name: "Check signature" }).click();
  await expect(page.getByText("webhook-signature is missing")).toBeVisible();
});

test("whoever owns it and opens its address is led to its screen, and nothing is kept of that", async ({
  page,
  browser,
}) => {
  const { id, url } = await createInspector({
    status: 302,
    headers: { Location: "https://example.com/" },
    body: "seen",
  });
  const kept = async () => (await api("GET", `/inspectors/${id}/requests`)).body.data as { method: string }[];
  await signIn(page, INSPECTORS);
  await page.goto(url);
  await expect(page).toHaveURL(new RegExp(`${INSPECTORS}/${id}$`));
  expect(await kept()).toEqual([]);
  // Somebody who isn't signed in gets what senders get, but is led nowhere else.
  const stranger = await (await browser.newContext()).newPage();
  const answer = await stranger.goto(url);
  expect([answer?.status(), stranger.url()]).toEqual([302, url]);
  expect(await kept()).toHaveLength(1);
  // To plain http elsewhere a browser doesn't name its mode.
  const unnamed = await stranger.request.get(url, { headers: { accept: "text/html" }, maxRedirects: 0 });
  expect([unnamed.status(), unnamed.headers()["location"]]).toEqual([302, undefined]);
  // A sender is no browser, whatever it carries.
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const [method, accept] of [
    ["POST", "text/html"],
    ["GET", "application/json"],
  ] as const) {
    const sent = await fetch(url, { method, headers: { cookie, accept }, redirect: "manual" });
    expect([sent.status, sent.headers.get("location")]).toEqual([302, "https://example.com/"]);
  }
  const sent = await fetch(url, {
    headers: { accept: "text/html", "sec-fetch-mode": "no-cors", cookie },
    redirect: "manual",
  });
  expect(sent.headers.get("location")).toBe("https://example.com/");
  expect((await kept()).map(({ method }) => method)).toEqual(["GET", "GET", "POST", "GET", "GET"]);
  await stranger.context().close();
});

test("inspectors are listed, renamed and deleted; each state of the list is its own", async ({ page }) => {
  await signIn(page, INSPECTORS);
  await expect(page.getByText("No inspectors yet")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Create inspector" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("");
  await page.getByRole("dialog").getByRole("button", { name: "Create inspector" }).click();
  await expect(page.getByText("Give the inspector a title.")).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("Retries");
  await page.getByRole("dialog").getByRole("button", { name: "Create inspector" }).dblclick();
  await page.waitForURL(/inspectors\/ins_/);
  await page.getByRole("link", { name: "Inspectors" }).click();
  const table = page.getByRole("table", { name: "Inspectors" });
  await expect(table.getByRole("row")).toHaveCount(2);
  await table.getByRole("button", { name: "Actions for Retries" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Retries of calls");
  await page.keyboard.press("Enter");
  await expect(table.getByRole("link", { name: "Retries of calls" })).toBeVisible();
  const [{ url }] = (await api("GET", "/inspectors")).body.data;
  await createWebhook(url, ["*"]);
  await page.reload();
  await table.getByRole("button", { name: "Actions for Retries of calls" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByText("One webhook still sends there and will fail.")).toBeVisible();
  await page.getByRole("button", { name: "Delete inspector" }).dblclick();
  await expect(page.getByText("No inspectors yet")).toBeVisible();

  await page.goto(`${INSPECTORS}/ins_00000000000000000000000000`);
  await expect(page.getByText("This inspector doesn’t exist any more")).toBeVisible();
  await page.getByRole("link", { name: "All inspectors" }).click();
  await expect(page.getByText("No inspectors yet")).toBeVisible();
});

test("a moment without the server is said and mended by itself", async ({ page }) => {
  const { id, url } = await createInspector();
  await fetch(url, { method: "POST", body: "{}" });
  await signIn(page, `${INSPECTORS}/${id}`);
  await expect(rows(page)).toHaveCount(1);
  await page.context().setOffline(true);
  // What was already asked may yet be answered.
  await expect(page.getByText("Reconnecting…")).toBeVisible({ timeout: 30_000 });
  await fetch(`${url}/meanwhile`, { method: "POST", body: "{}" });
  await expect(rows(page)).toHaveCount(1);
  await page.context().setOffline(false);
  await expect(rows(page)).toHaveCount(2, { timeout: 20_000 });
  await expect(page.getByText("Listening…")).toBeVisible();
});

test("nothing is cut off or hard to read, wide or on a phone, in either theme", async ({ page }) => {
  const { id, url } = await createInspector({}, `An inspector with a long name ${"and more ".repeat(6)}`);
  await fetch(`${url}/${"long-path/".repeat(20)}?${"q=1&".repeat(20)}`, {
    method: "POST",
    body: `{"a":"${"x".repeat(500)}"}`,
  });
  await signIn(page, INSPECTORS);
  await expect(page.getByRole("link", { name: /An inspector with a long name/ })).toBeVisible();
  await expectWellEverywhere(page);
  await page.goto(`${INSPECTORS}/${id}`);
  await expect(rows(page)).toHaveCount(1);
  await expectWellEverywhere(page);
  await rows(page).first().getByRole("button").click();
  await expect(page.getByRole("heading", { name: /long-path/ })).toBeVisible();
  await expectWellEverywhere(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "All requests" }).click();
  await expect(rows(page)).toHaveCount(1);
});
