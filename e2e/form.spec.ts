/** The form that creates and edits webhooks. */
import { expect, test, type Page } from "@playwright/test";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectWellEverywhere } from "./axe";
import { signIn } from "./owner";

let receiver: Receiver;
test.beforeEach(async () => {
  receiver = await startReceiver();
  await deleteAllWebhooks();
});
test.afterEach(() => receiver.close());

const NEW = "/settings/webhooks/new";
const previewOf = (page: Page) => page.getByRole("region", { name: "Request preview" });
const listed = async () =>
  (await api("GET", "/webhooks")).body.data as { title: string; url: string; events: string[] }[];

test("a URL is judged while it is typed, with the reason in words", async ({ page }) => {
  await signIn(page, NEW);
  const url = page.getByLabel("URL");
  for (const [typed, words] of [
    ["ftp://example.com/", /must begin with https/],
    ["https://jane:pass@example.com/", /must not carry a user name or password/],
    ["https://example.com/#part", /Leave out the part from #/],
    ["https://example.com:6379/", /This port is not allowed/],
    ["http://169.254.169.254/", /private or reserved address/],
  ] as const) {
    await url.fill(typed);
    await expect(url).toHaveAccessibleDescription(words);
  }
  for (const [typed, words] of [
    ["http://127.0.0.1:4999/hook", "This leads to the machine that the product runs on."],
    ["https://n8n.example.com/webhook-test/7c1e", "This is n8n's test URL"],
    ["https://example.com/hook?token=abc", "The query looks as if it held a secret"],
    ["http://example.com/hook", "http:// is not encrypted"],
    ["https://example.com/hook", "This URL can be used."],
  ] as const) {
    await url.fill(typed);
    await expect(page.getByText(words)).toBeVisible();
  }
  await url.fill("https://exam");
  await expect(page.getByText("not a complete URL")).toBeHidden();
});

test("the preview is the request that will be sent, header by header, and follows what is chosen", async ({ page }) => {
  await signIn(page, NEW);
  await page.getByLabel("Title").fill("Exact");
  await page.getByLabel("URL").fill(receiver.url);
  await page.getByLabel("lead.captured").check();
  await page.getByLabel("sms.failed").check();
  const preview = previewOf(page);
  await expect(preview).toContainText(`POST ${receiver.url}`);
  await expect(preview).toContainText("X-Sydx-Event: lead.captured");
  await page.getByLabel("Event", { exact: true }).click();
  await page.getByRole("option", { name: "sms.failed" }).click();
  await expect(preview).toContainText("X-Sydx-Event: sms.failed");
  const shown = (await preview.textContent()) ?? "";
  await page.getByRole("button", { name: "Create webhook" }).click();
  await page.getByRole("button", { name: "I have stored it" }).click();

  const { body: type } = await api("GET", "/event-types/sms.failed");
  await api("POST", "/events", { type: "sms.failed", data: type.sample });
  await expect.poll(() => receiver.received.length).toBe(1);
  const [received] = receiver.received;
  const names = shown.split("\n").flatMap((line) => /^([A-Za-z-]+): /.exec(line)?.[1]?.toLowerCase() ?? []);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(Object.keys(received?.headers ?? {})).toContain(name);
  const body = JSON.parse(shown.slice(shown.indexOf("\n{"))) as object;
  const sent = JSON.parse(received?.body ?? "{}") as object;
  expect(Object.keys(sent)).toEqual(Object.keys(body));
  expect(sent).toMatchObject({ event: "sms.failed", data: type.sample });
});

test("the built-in inspector fills the URL, gets what is sent, and is made once", async ({ page }) => {
  const before = (await api("GET", "/inspectors")).body.data.length as number;
  await signIn(page, NEW);
  await page.getByLabel("Title").fill("Inspected");
  await page.getByRole("button", { name: "Use the built-in inspector" }).dblclick();
  await expect(page.getByLabel("URL")).toHaveValue(/\/inspect\/[\w-]+$/);
  await expect(page.getByText("This is a built-in inspector")).toBeVisible();
  const { data: inspectors } = (await api("GET", "/inspectors")).body;
  expect(inspectors).toHaveLength(before + 1);
  await expect(page.getByRole("link", { name: "Open it" })).toHaveAttribute(
    "href",
    `/settings/inspectors/${inspectors[0].id}`,
  );
  await page.getByRole("button", { name: "Send test" }).click();
  const panel = page.getByRole("dialog", { name: "Test Inspected" });
  await expect(panel.getByText(/^200 in /)).toBeVisible();
  const requests = (await api("GET", `/inspectors/${inspectors[0].id}/requests`)).body.data;
  expect(requests).toHaveLength(1);
  await panel.getByRole("button", { name: "Close" }).click();
  await page.getByLabel("All events").check();
  await page.getByRole("button", { name: "Create webhook" }).click();
  await page.getByRole("button", { name: "I have stored it" }).click();
  await expect(page.getByRole("button", { name: "Open the inspector" })).toBeVisible();
  await api("DELETE", `/inspectors/${inspectors[0].id}`);
});

test("groups fold, half-chosen ones say so, and a type that nobody has yet is created from the search", async ({
  page,
}) => {
  const name = `order_${Date.now()}.paid`;
  await signIn(page, NEW);
  await page.getByLabel("call.ended").check();
  const calls = page.getByRole("group", { name: "Calls" });
  expect(await calls.getByLabel("Calls", { exact: true }).evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(
    true,
  );
  const toggle = page.getByRole("button", { name: "Event types of Calls" });
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-expanded", "false");
  await expect(page.getByLabel("call.ended")).toBeHidden();
  await page.getByRole("button", { name: "Collapse all" }).click();
  await expect(page.getByLabel("lead.captured")).toBeHidden();
  await page.getByLabel("Search event types").fill("captured");
  await expect(page.getByLabel("lead.captured")).toBeVisible();
  await page.getByLabel("lead.captured").hover();
  await expect(page.getByRole("tooltip")).toContainText("In its data");
  await expect(page.getByRole("tooltip")).toContainText("lead_id");

  await page.getByLabel("Search event types").fill(name);
  await page.getByRole("button", { name: `Create ${name}` }).click();
  const dialog = page.getByRole("dialog", { name: "Create an event type" });
  await expect(dialog.getByLabel("Name")).toHaveValue(name);
  await dialog.getByLabel("Description").fill("Triggered when an order is paid");
  await dialog.getByRole("button", { name: "Create event type" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("2 chosen")).toBeVisible();
  expect(await listed()).toEqual([]);
  await api("DELETE", `/event-types/${name}`);
});

test("the retry schedule is a picture, and words for who doesn't see it", async ({ page }) => {
  await signIn(page, NEW);
  await page.getByText("How", { exact: true }).click();
  const picture = page.getByRole("figure", { name: "When an event is tried" });
  await expect(picture).toContainText("Gives up after 2 min 35 s, with 4 attempts.");
  await expect(picture.getByRole("listitem")).toHaveText([
    "Attempt 1: at once",
    "Attempt 2: 5 s after the event",
    "Attempt 3: 35 s after the event",
    "Attempt 4: 2 min 35 s after the event",
  ]);
  await page.getByLabel("Retries").click();
  await page.getByRole("option", { name: "Delays of my own" }).click();
  await page.getByLabel("Delays").fill("1 h, 1 d");
  await expect(picture).toContainText("Gives up after 1 d 1 h, with 3 attempts.");
  await page.getByLabel("Delays").fill("");
  await expect(page.getByText("One attempt, no retries: what fails has failed.")).toBeVisible();
});

test("the topmost wrong field gets the focus, also where the server finds the fault; two clicks create one", async ({
  page,
}) => {
  await signIn(page, NEW);
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByLabel("Title")).toBeFocused();
  await page.getByLabel("Title").fill("Twice");
  await page.getByLabel("URL").fill("http://[fe80::1]/");
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByRole("combobox", { name: "Event set" })).toBeFocused();
  await expect(page.getByText("Choose at least one event.")).toBeVisible();
  await page.getByLabel("All events").check();
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByLabel("URL")).toBeFocused();
  await expect(page.getByLabel("URL")).toHaveAccessibleDescription(/private or reserved/);
  await page.getByLabel("URL").fill(receiver.url);
  await page.getByRole("button", { name: "Create webhook" }).dblclick();
  await expect(page.getByRole("dialog", { name: "The secret of Twice" })).toBeVisible();
  expect((await listed()).map(({ title }) => title)).toEqual(["Twice"]);
});

test("leaving with changes asks; Enter submits", async ({ page }) => {
  const webhook = await createWebhook(receiver.url, ["sms.*"]);
  await signIn(page, `/settings/webhooks/${webhook.id}/edit`);
  await page.getByLabel("Title").fill("Entered");
  const asked: string[] = [];
  page.once("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(asked).toEqual(["Leave without saving? What you entered is lost."]);
  await expect(page.getByLabel("Title")).toHaveValue("Entered");
  await page.getByLabel("Title").press("Enter");
  await expect(page.getByRole("heading", { name: "Entered", exact: true })).toBeVisible();
  expect((await listed()).map(({ title }) => title)).toEqual(["Entered"]);
});

test("event types that can't be loaded are an error with a way on, and not an empty list", async ({ page }) => {
  await signIn(page);
  let isBroken = true;
  // As if the server had not been able to give them with the page.
  await page.route(`**${NEW}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll("event-types", "elsewhere") });
  });
  await page.route("**/api/v1/event-types", (route) => (isBroken ? route.abort() : route.continue()));
  await page.goto(NEW);
  await expect(page.getByText("The event types could not be loaded")).toBeVisible({ timeout: 20_000 });
  isBroken = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByLabel("call.ended")).toBeVisible();
  await page.getByLabel("Search event types").fill("nothing like it");
  await expect(page.getByText("No event type matches “nothing like it”.")).toBeVisible();
});

test("in German nothing is cut off or hard to read, wide or on a phone, in either theme", async ({ page, context }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn(page);
  await context.addCookies([{ name: "locale", value: "de", url: process.env["E2E_URL"] ?? "" }]);
  await page.goto(NEW);
  await expect(page.getByLabel("Titel")).toBeEnabled();
  await page.getByText("Wie", { exact: true }).click();
  await expect(page.getByRole("figure", { name: "Wann ein Ereignis versucht wird" })).toBeVisible();
  await page.getByRole("button", { name: "Webhook anlegen" }).click();
  await expect(page.getByLabel("Titel")).toHaveAccessibleDescription("Dem Webhook einen Titel geben.");
  await expectWellEverywhere(page);
});
