/** Testing a webhook: before it is saved, with any event and payload, and what the panel says of the exchange. */
import { expect, test, type Page } from "@playwright/test";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { isGenuine } from "../lib/testing/documented-verifiers";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations } from "./axe";
import { signIn } from "./owner";

let receiver: Receiver;
test.beforeEach(async () => {
  receiver = await startReceiver();
  await deleteAllWebhooks();
});
test.afterEach(() => receiver.close());

const panelOf = (page: Page) => page.getByRole("dialog", { name: /^Test/ });
const editorOf = (page: Page) => page.getByRole("textbox", { name: "Payload as JSON" });

async function typePayload(page: Page, text: string): Promise<void> {
  await editorOf(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

const savedNumbers = async () => (await api("GET", "/webhooks")).body.data.length as number;

test("before anything is saved, the form is tested as it stands, and nothing is left of it", async ({ page }) => {
  const logged = async () => (await api("GET", "/deliveries?limit=200")).body.data.map(({ id }: { id: string }) => id);
  const before = await logged();
  await signIn(page, "/settings/webhooks/new");
  await page.getByRole("button", { name: "Send test" }).click();
  await expect(page.getByLabel("URL")).toBeFocused();
  await expect(page.getByLabel("URL")).toHaveAccessibleDescription(/Enter the URL/);

  await page.getByLabel("URL").fill(receiver.url);
  await page.getByLabel("Format").click();
  await page.getByRole("option", { name: "AI Sync" }).click();
  await page.getByText("How", { exact: true }).click();
  await page.getByRole("button", { name: "Add header" }).click();
  await page.getByLabel("Name of header 1").fill("X-Team");
  await page.getByLabel("Value of header 1").fill("crm");
  await page.getByRole("button", { name: "Send test" }).click();
  const panel = panelOf(page);
  await expect(panel.getByText(/^200 in /)).toBeVisible();
  await expect(panel.getByText("Signature verified")).toBeVisible();
  await expect(panel.getByText("signed with a secret made for this test alone")).toBeVisible();
  await expect(panel.getByRole("region", { name: "Timing" })).toContainText("First byte");
  await expectNoAxeViolations(page);
  const [received] = receiver.received;
  expect(received?.headers).toMatchObject({ "x-team": "crm" });
  expect(JSON.parse(received?.body ?? "{}")).toMatchObject({ event: "test.ping", metadata: { version: "1.0" } });

  expect(await savedNumbers()).toBe(0);
  expect(await logged()).toEqual(before);
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(page.getByLabel("URL")).toHaveValue(receiver.url);
});

test("any event is sent with a payload of one's own, which stays for the next send", async ({ page }) => {
  const webhook = await createWebhook(receiver.url, ["sms.*"]);
  await signIn(page, `/settings/webhooks/${webhook.id}`);
  await page.getByRole("button", { name: "Test", exact: true }).click();
  const panel = panelOf(page);
  await expect(panel.getByText(/^200 in /)).toBeVisible();
  await panel.getByLabel("Event").click();
  await page.getByRole("option", { name: "lead.captured" }).click();
  await panel.getByText("Payload", { exact: true }).click();
  await expect(editorOf(page)).toContainText('"lead_id"');
  await expect(panel.getByText("It fits the schema of lead.captured.")).toBeVisible();

  await typePayload(page, '{"lead_id": "l1", "name": 7,');
  await expect(panel.getByText(/no valid JSON: it ends too early/)).toBeVisible();
  await expect(panel.getByRole("button", { name: "Send again" })).toBeDisabled();
  await typePayload(page, '{"name": 7, "source": "ads"}');
  await expect(panel.getByText("data.name: Has to be string, not number.")).toBeVisible();
  await expect(page.locator(".cm-lintRange-warning").filter({ hasText: "7" })).toBeVisible();
  await expectNoAxeViolations(page);
  await panel.getByRole("button", { name: "Send again" }).click();
  await expect.poll(() => receiver.received.length).toBe(2);
  await panel.getByRole("button", { name: "Send again" }).click();
  await expect.poll(() => receiver.received.length).toBe(3);
  for (const received of receiver.received.slice(1)) {
    expect(isGenuine(received, webhook.secret)).toBe(true);
    expect(JSON.parse(received.body)).toMatchObject({ event: "lead.captured", data: { name: 7, source: "ads" } });
  }
  await expect(panel.getByText("a connection that was open already")).toBeVisible();
  await panel.getByRole("button", { name: "Back to the sample" }).click();
  await expect(editorOf(page)).toContainText('"lead_id"');
});

test("while it waits it says for how long, and a refusal says what to do", async ({ page }) => {
  let answer: (status: number) => void = () => undefined;
  receiver.answer = () => new Promise((resolve) => (answer = (status) => resolve({ status, body: "bad signature" })));
  const webhook = await createWebhook(receiver.url, ["sms.*"]);
  await signIn(page, `/settings/webhooks/${webhook.id}`);
  await page.getByRole("button", { name: "Test", exact: true }).click();
  const panel = panelOf(page);
  await expect(panel.getByText(/^Sending test\.ping… waiting for 1\.\d s/)).toBeVisible();
  await expect.poll(() => receiver.received.length).toBe(1);
  answer(401);
  await expect(panel.getByText("401: the receiver refused the signature or credentials.")).toBeVisible();
  await expect(panel.getByText("signature debugger")).toBeVisible();
  await expect(panel.getByRole("region", { name: "Response body" })).toContainText("bad signature");
  // It was signed rightly: the panel doesn't take the receiver's word for it.
  await expect(panel.getByText("Signature verified")).toBeVisible();
});

test("an edited webhook is tested with its changes and its own secret; two clicks send one", async ({ page }) => {
  const webhook = await createWebhook("http://127.0.0.1:4999/old", ["sms.*"]);
  await signIn(page, `/settings/webhooks/${webhook.id}/edit`);
  await page.getByLabel("URL").fill(receiver.url);
  await page.getByRole("button", { name: "Send test" }).dblclick();
  const panel = panelOf(page);
  await expect(panel.getByText(/^200 in /)).toBeVisible();
  await expect(panel.getByText("signed with this webhook's own secret")).toBeVisible();
  expect(receiver.received.map((received) => isGenuine(received, webhook.secret))).toEqual([true]);
  await panel.getByRole("button", { name: "Send again" }).dblclick();
  await expect.poll(() => receiver.received.length).toBe(2);
  await expect(panel.getByText(/^200 in /)).toBeVisible();
  expect(receiver.received).toHaveLength(2);
  expect((await api("GET", `/webhooks/${webhook.id}`)).body).toMatchObject({
    url: "http://127.0.0.1:4999/old",
    hits: 0,
  });
});

test("what the server refuses is said in the panel and stands at its field", async ({ page }) => {
  await signIn(page, "/settings/webhooks/new");
  await page.getByLabel("URL").fill(receiver.url);
  await page.getByLabel("Format").click();
  await page.getByRole("option", { name: "Sidecar CX" }).click();
  await page.getByRole("button", { name: "Send test" }).click();
  const panel = panelOf(page);
  await expect(panel.getByText("The test could not be sent")).toBeVisible();
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(page.getByLabel("Authorization")).toHaveAccessibleDescription(/needs the value/);
});

test("on a phone, in the dark, the panel fits and axe finds nothing", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await signIn(page, "/settings/webhooks/new");
  await page.getByLabel("URL").fill(receiver.url);
  await page.getByRole("button", { name: "Send test" }).click();
  const panel = panelOf(page);
  await expect(panel.getByText(/^200 in /)).toBeVisible();
  await panel.getByText("Payload", { exact: true }).click();
  await expect(editorOf(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectNoAxeViolations(page);
});
