/** The Alerts tab: the inbox, rules and who is told, in a real browser. */
import { expect, test, type Page } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations, expectWellEverywhere } from "./axe";
import { signIn } from "./owner";

const ALERTS = "/settings/webhooks/alerts";

test.beforeEach(async () => {
  await deleteAllWebhooks();
  const { body } = await api("GET", "/alert-rules");
  for (const { id } of body.data) await api("DELETE", `/alert-rules/${id}`);
  await api("PATCH", "/alert-settings", { emails: [], quietHours: null });
});

const createRule = (title: string) =>
  api("POST", "/alert-rules", { title, condition: { kind: "repeated_failures", count: 10 } });

const unread = (page: Page) =>
  page.getByRole("navigation", { name: "Outbound Webhooks" }).getByRole("link", { name: /Alerts/ });

test("a rule is created, refused where it is wrong, tried, changed, turned off and deleted", async ({ page }) => {
  const webhook = await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "Call desk" });
  await signIn(page, ALERTS);
  await expect(page.getByText("No rules of your own yet")).toBeVisible();
  await page.getByRole("button", { name: "Create rule" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "What to look for" }).click();
  await page.getByRole("option", { name: "Low success rate" }).click();
  await dialog.getByLabel("Below, in percent").fill("none");
  await dialog.getByRole("combobox", { name: "Where" }).click();
  await page.getByRole("option", { name: /Call desk/ }).click();
  await dialog.getByLabel("Slack-compatible incoming webhook").fill("ftp://hooks.example.com/x");
  await dialog.getByRole("button", { name: "Create rule" }).click();
  await expect(dialog.getByText("Give a number above 0")).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByLabel("Below, in percent").fill("99.5");
  await dialog.getByRole("button", { name: "Create rule" }).click();
  await expect(dialog.getByLabel("Slack-compatible incoming webhook")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Slack-compatible incoming webhook").fill("");
  await dialog.getByRole("button", { name: "Create rule" }).dblclick();

  const rules = page.getByRole("list", { name: "Alert rules" });
  await expect(rules.getByRole("listitem")).toHaveCount(1);
  await expect(rules).toContainText("Less than 99.5 % succeed within 15 min, of 20 attempts or more.");
  await expect(rules).toContainText("Call desk · inbox, email");
  expect((await api("GET", "/alert-rules")).body.data).toMatchObject([{ webhookId: webhook.id }]);

  await page.getByRole("button", { name: "Actions for Low success rate" }).click();
  await page.getByRole("menuitem", { name: "Send test alert" }).click();
  const notices = page.getByRole("list", { name: "Notices" });
  await expect(notices.getByRole("listitem").first()).toContainText("Test: Low success rate");

  await page.getByRole("button", { name: "Actions for Low success rate" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await dialog.getByLabel("Title").fill("Desk is unwell");
  await dialog.getByRole("combobox", { name: "Email" }).click();
  await page.getByRole("option", { name: "Other addresses" }).click();
  await dialog.getByLabel("Addresses").fill("oncall@example.com, nobody");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog.getByText(/e-mail address/i).last()).toBeVisible();
  await dialog.getByLabel("Addresses").fill("oncall@example.com");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(rules).toContainText("Call desk · inbox, email to oncall@example.com");

  await page.getByRole("button", { name: "Actions for Desk is unwell" }).click();
  await page.getByRole("menuitem", { name: "Turn off" }).click();
  await expect(rules.getByText("off", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Actions for Desk is unwell" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete rule" }).click();
  await expect(page.getByText("No rules of your own yet")).toBeVisible();
});

test("what is new is counted until it has been looked at, and marked while one looks", async ({ page }) => {
  const { body: rule } = await createRule("Ten in a row");
  await signIn(page, ALERTS);
  await expect(unread(page)).toHaveText("Alerts");
  await page.goto("/settings/webhooks");
  await api("POST", `/alert-rules/${rule.id}/test`);
  await page.reload();
  await expect(unread(page)).toHaveText("Alerts1 unread");
  await unread(page).click();
  const notices = page.getByRole("list", { name: "Notices" }).locator(":scope > li");
  await expect(notices.first()).toContainText("Test: Ten in a row");
  await expect(notices.first().getByText("new", { exact: true })).toBeVisible();
  await expect(page.getByText("new", { exact: true })).toHaveCount(1);
  await expect(unread(page)).toHaveText("Alerts");
  await page.reload();
  await expect(page.getByText("Test: Ten in a row").first()).toBeVisible();
  await expect(page.getByText("new", { exact: true })).toHaveCount(0);
});

test("who is told, and when, is saved; what is wrong is said at its field", async ({ page }) => {
  await signIn(page, ALERTS);
  const panel = page.getByRole("region", { name: "Who is told, and when" });
  await page.getByLabel("Email goes to").fill("a@example.com\nnobody");
  await page.getByRole("checkbox", { name: "Quiet hours" }).check();
  await page.getByLabel("Time zone").fill("Mars/Olympus");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Give an IANA time zone")).toBeVisible();
  await expect(page.getByLabel("Email goes to")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Email goes to").fill("a@example.com\nb@example.com");
  await page.getByLabel("Time zone").fill("Europe/Berlin");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  expect((await api("GET", "/alert-settings")).body).toMatchObject({
    emails: ["a@example.com", "b@example.com"],
    quietHours: { from: "22:00", until: "07:00", timeZone: "Europe/Berlin" },
  });
});

test("what can't be loaded says so, and can be tried again", async ({ page }) => {
  await signIn(page, ALERTS);
  await page.route("**/api/v1/alert-settings", (route) => route.abort());
  await page.reload();
  await expect(page.getByText("The settings could not be loaded")).toBeVisible();
  await page.unroute("**/api/v1/alert-settings");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByLabel("Email goes to")).toBeVisible();
});

test("nothing is cut off or hard to read, wide or on a phone, in either theme", async ({ page }) => {
  const title = `A rule with a very long name ${"and more ".repeat(7)}`;
  const { body: rule } = await createRule(title);
  await api("POST", `/alert-rules/${rule.id}/test`);
  await signIn(page, ALERTS);
  await expect(page.getByText(`Test: ${title.trim()}`).first()).toBeVisible();
  await page.getByRole("checkbox", { name: "Quiet hours" }).check();
  await expectWellEverywhere(page);
  await page.getByRole("button", { name: "Create rule" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectWellEverywhere(page);
});

test("what becomes of webhooks that keep failing is the account's to say", async ({ page }) => {
  await api("PATCH", "/disabling", { autoDisable: null, autoRecover: false });
  await signIn(page, ALERTS);
  const panel = page.getByRole("region", { name: "When a webhook keeps failing" });
  await panel.getByRole("combobox", { name: "It is disabled" }).click();
  await page.getByRole("option", { name: "Times of my own" }).click();
  await panel.getByRole("textbox", { name: "Disable after" }).fill("0");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("Give a time from 2 s")).toBeVisible();
  await panel.getByRole("textbox", { name: "Disable after" }).fill("10");
  await panel.getByRole("checkbox", { name: "Auto-recovery" }).check();
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Nobody is disabled by it")).toBeVisible();
  const { body } = await api("GET", "/disabling");
  expect(body).toMatchObject({ autoRecover: true, autoDisable: { disableAfterSeconds: 864_000 } });
  await api("PATCH", "/disabling", { autoDisable: null, autoRecover: false });
});
