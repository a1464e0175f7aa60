/** The catalogue, own event types, event sets and filters, in a real browser against a real worker and receiver. */
import { expect, test } from "@playwright/test";
import { startReceiver } from "../lib/testing/documented-receiver";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations, expectWellEverywhere } from "./axe";
import { signIn } from "./owner";

const EVENTS = "/settings/webhooks/events";

test.beforeEach(async () => {
  await deleteAllWebhooks();
  await api("PATCH", "/publishing", { validation: "off" });
  const { body } = await api("GET", "/event-types");
  for (const { name, isBuiltIn } of body.data) if (!isBuiltIn) await api("DELETE", `/event-types/${name}`);
  const sets = await api("GET", "/event-sets");
  for (const { id } of sets.body.data) if (id) await api("DELETE", `/event-sets/${id}`);
});

test("the catalogue is searched, a type read, and its sample sent as a test", async ({ page }) => {
  const receiver = await startReceiver();
  const webhook = await createWebhook(receiver.url, ["call.*"], { title: "Call desk" });
  await signIn(page, EVENTS);
  await expect(page.getByRole("heading", { name: "Integrations" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByLabel("Search event types").fill("nothing like it");
  await expect(page.getByText("No event type matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear search", exact: true }).last().click();
  await page.getByLabel("Search event types").fill("follow-up");
  await expect(page.getByRole("status").filter({ hasText: "1 event type" })).toBeVisible();
  await page.getByRole("button", { name: /call\.ended/ }).click();

  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("recording_url", { exact: true })).toBeVisible();
  await expect(sheet.getByRole("region", { name: "Sample" })).toContainText('"call_duration": 180');
  await expect(sheet.getByRole("link", { name: "Call desk" })).toHaveAttribute("href", new RegExp(webhook.id));
  await expectNoAxeViolations(page);
  await sheet.getByRole("button", { name: "Send the sample" }).click();
  await expect(page.getByRole("dialog", { name: "Test Call desk" }).getByText(/^200 in \d+ ms/)).toBeVisible();
  await expect.poll(() => receiver.received.length).toBe(1);
  expect(JSON.parse(receiver.received[0]?.body ?? "")).toMatchObject({
    event: "call.ended",
    data: { call_id: "call_987654321", custom_fields: { lead_score: 85 } },
  });
  await receiver.close();
});

test("an own type is created, chosen for a webhook, published, checked, edited and deleted", async ({ page }) => {
  await signIn(page, EVENTS);
  await page.getByRole("button", { name: "Create event type" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Order Paid");
  await dialog.getByLabel("Sample of data").fill('{"amount": 12.5');
  await dialog.getByRole("button", { name: "Create event type" }).click();
  await expect(dialog.getByText("This is no valid JSON: ")).toBeVisible();
  await dialog.getByLabel("Sample of data").fill('{"amount": -1}');
  await dialog.getByRole("button", { name: "Create event type" }).click();
  await expect(dialog.getByText("Use lower-case words")).toBeVisible();
  await dialog.getByLabel("Name").fill("order.paid");
  await dialog.getByLabel("Description").fill("Triggered when an order is paid");
  await dialog.getByLabel("Use cases").fill(`One\n\n\n${"long ".repeat(30)}`);
  await dialog.getByLabel("JSON Schema of data").fill('{"properties": {"amount": {"type": "money"}}}');
  await dialog.getByRole("button", { name: "Create event type" }).click();
  await expect(dialog.getByText("Line 4: Use at most 100 characters.")).toBeVisible();
  await expect(dialog.getByText("In the schema, properties.amount.type: Has to be of object")).toBeVisible();
  await dialog.getByLabel("Use cases").fill("");
  await dialog.getByLabel("JSON Schema of data").fill('{"properties": {"amount": {"type": "number", "minimum": 0}}}');
  await dialog.getByRole("button", { name: "Create event type" }).click();
  await expect(dialog.getByText("In the sample, amount: The sample doesn't fit")).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByLabel("Sample of data").fill('{"amount": 12.5}');
  // What was entered isn't dropped unasked.
  for (const leave of [() => page.keyboard.press("Escape"), () => page.mouse.click(5, 5)]) {
    const asked = page.waitForEvent("dialog").then((question) => question.dismiss());
    await leave();
    await asked;
    await expect(dialog.getByLabel("Name")).toHaveValue("order.paid");
  }
  await dialog.getByRole("button", { name: "Create event type" }).click();
  await expect(page.getByRole("dialog", { name: "order.paid" }).getByText("12.5")).toBeVisible();
  await expect(page).toHaveURL(/type=order\.paid/);
  await page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Order" })).toBeVisible();

  await page.getByLabel("When data doesn’t fit its type’s schema").click();
  await page.getByRole("option", { name: /Reject/ }).click();
  await expect(page.getByText("It applies to what is published from now on.")).toBeVisible();
  await expect
    .poll(async () => (await api("POST", "/events", { type: "order.paid", data: { amount: -1 } })).body)
    .toMatchObject({ error: { fields: { "data.amount": "Has to be at least 0." } } });
  expect((await api("POST", "/events", { type: "order.paid", data: { amount: 1 } })).status).toBe(202);

  await page.getByRole("button", { name: /order\.paid/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Use cases").fill("Ship it\nSend the invoice");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("dialog").getByText("Send the invoice")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete event type" }).click();
  await expect(page.getByRole("heading", { name: "Order" })).toBeHidden();
});

test("event sets are seen with the catalogue, and one's own is deleted only when asked for by name", async ({
  page,
}) => {
  await api("POST", "/event-sets", { name: "Support desk", events: ["chat.*", "call.ended"] });
  await api("POST", "/event-sets", { name: "Billing", events: ["sms.*"] });
  await signIn(page, EVENTS);
  await page.getByText("Event sets", { exact: true }).click();
  const sets = page.getByRole("list", { name: "Event sets" });
  await expect(sets.getByRole("listitem").filter({ hasText: "Lead alerts" })).toContainText(
    "lead.*, appointment.sched",
  );
  await expect(sets.getByRole("listitem").filter({ hasText: "Support desk" })).toContainText("chat.*, call.ended");
  await expect(sets.getByRole("button")).toHaveCount(2);
  await expectNoAxeViolations(page);
  await sets.getByRole("button", { name: "Delete the set Support desk" }).click();
  const question = page.getByRole("dialog", { name: "Delete the set Support desk?" });
  await question.getByRole("button", { name: "Keep it" }).click();
  await expect(question).toBeHidden();
  await sets.getByRole("button", { name: "Delete the set Support desk" }).click();
  await question.getByRole("button", { name: "Delete set" }).click();
  await expect(sets.getByText("Support desk")).toBeHidden();

  await page.goto("/settings/webhooks/new");
  await page.getByRole("combobox", { name: "Event set" }).click();
  await page.getByRole("option", { name: /Billing/ }).click();
  await page.getByRole("button", { name: "Delete this set" }).click();
  await page.getByRole("dialog", { name: "Delete the set Billing?" }).getByRole("button", { name: "Keep it" }).click();
  const names = async () => (await api("GET", "/event-sets")).body.data.map(({ name }: { name: string }) => name);
  expect(await names()).toContain("Billing");
  await page.getByRole("button", { name: "Delete this set" }).click();
  await page.getByRole("button", { name: "Delete set" }).click();
  await expect.poll(names).not.toContain("Billing");
  await expect(page.getByRole("checkbox", { name: "sms.received" })).toBeChecked();
});

test("a type that isn't there is said to be so, and long words stay in their place", async ({ page }) => {
  await signIn(page, `${EVENTS}?type=nope.nope`);
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("There is no such event type")).toBeVisible();
  await expect(sheet.getByRole("button", { name: "Try again" })).toBeHidden();
  await sheet.getByRole("button", { name: "Show all event types" }).click();
  await expect(sheet).toBeHidden();

  const name = `order.${"paid_".repeat(18)}`.replace(/_$/, "");
  const long = "w".repeat(290);
  expect((await api("POST", "/event-types", { name, description: long, useCases: ["u".repeat(100)] })).status).toBe(
    201,
  );
  await page.goto(`${EVENTS}?type=${name}`);
  await expect(sheet.getByText(long)).toBeVisible();
  const beyond = await sheet.evaluate((node) =>
    [node, ...node.querySelectorAll("div")].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth),
  );
  expect(beyond).toBe(false);
  await page.keyboard.press("Escape");
  const badge = page.getByText("yours", { exact: true });
  const isCut = await badge.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  expect(isCut).toBe(false);
});

test("the form leads to its guides beside it, and marks a choice of events that is missing", async ({ page }) => {
  await signIn(page, "/settings/webhooks/new");
  await page.getByLabel("Title").fill("Unsaved");
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "n8n" }).click();
  await expect((await opened).getByRole("heading", { level: 1, name: "n8n" })).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Unsaved");
  await page.getByLabel("URL").fill("http://localhost:4000/");
  await page.getByRole("button", { name: "Create webhook" }).click();
  const error = page.getByRole("alert").filter({ hasText: "Choose at least one event." });
  await expect(error.locator("svg")).toBeVisible();
  await expectNoAxeViolations(page);
});

test("a webhook is made from an event set with a filter, tried on a sample, and gets what it holds for", async ({
  page,
}) => {
  const receiver = await startReceiver();
  await signIn(page, "/settings/webhooks/new");
  await page.getByLabel("Title").fill("Hot leads");
  await page.getByLabel("URL").fill(receiver.url);
  await page.getByRole("combobox", { name: "Event set" }).click();
  await page.getByRole("option", { name: /Lead alerts/ }).click();
  await expect(page.getByRole("checkbox", { name: "lead.captured" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "call.ended" })).not.toBeChecked();
  await page.getByRole("checkbox", { name: "lead.captured" }).uncheck();
  await page.getByRole("checkbox", { name: "lead.assigned" }).uncheck();

  await page.getByRole("button", { name: "Save as a set" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Hot ones");
  await page.getByRole("button", { name: "Save set" }).click();
  await expect(page.getByRole("combobox", { name: "Event set" })).toContainText("Hot ones");

  await page.getByLabel("Search event types").fill("generated");
  await expect(page.getByRole("checkbox", { name: "appointment.scheduled" })).toBeHidden();
  await page.getByRole("checkbox", { name: "lead.generated" }).hover();
  await expect(page.getByRole("tooltip")).toContainText("Route leads by score");
  await page.getByLabel("Search event types").press("Escape");

  await page.getByRole("button", { name: "Add condition" }).click();
  await page.getByLabel("Path").fill("data.lead_score");
  await page.getByLabel("Comparison").click();
  await page.getByRole("option", { name: "is above" }).click();
  await page.getByLabel("Value").fill("90");
  const preview = page.getByRole("region", { name: "Filter preview" });
  await preview.getByLabel("Sample").click();
  await page.getByRole("option", { name: "lead.generated" }).click();
  await expect(preview).toContainText("Would not be sent");
  await expect(preview).toContainText("fails: it is 85");
  await page.getByLabel("Value").fill("50");
  await expect(preview).toContainText("Would be sent");
  await preview.getByLabel("Its data").fill('{"lead_score": 3}');
  await expect(preview).toContainText("fails: it is 3");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByRole("dialog", { name: "The secret of Hot leads" })).toBeVisible();

  const events = [20, 51, 99].map((lead_score) => ({ type: "lead.generated", data: { lead_id: "l", lead_score } }));
  const { body } = await api("POST", "/events/batch", { events });
  expect(body.data.map(({ deliveries }: { deliveries: number }) => deliveries)).toEqual([0, 1, 1]);
  await expect.poll(() => receiver.received.length).toBe(2);
  await receiver.close();
});

test("a filter that rows can't show is edited as JSON, and stays through an edit of something else", async ({
  page,
}) => {
  const condition = { path: "data.name", op: "startsWith", value: "A" };
  const filter = { not: { any: [condition] } };
  const { id } = await createWebhook("http://127.0.0.1:4999/", ["contact.*"], { filter });
  await signIn(page, `/settings/webhooks/${id}/edit`);
  const text = page.getByLabel("Filter as JSON");
  await expect(text).toHaveValue(JSON.stringify(filter, null, 2));
  await text.fill("{");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(/This is no valid JSON: (it ends too early|look at line 1)/)).toBeVisible();
  await text.fill('{"path": "data.name"}');
  await expect(page.getByText('Give {"path", "op", "value"}')).toBeVisible();
  await text.fill(JSON.stringify(filter));
  await expect(page.getByRole("button", { name: "Edit as rows" })).toBeDisabled();
  await expect(page.getByText("Rows can't show this one")).toBeVisible();
  await page.getByLabel("Title").fill("Not the As");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.waitForURL(`**/settings/webhooks/${id}`);
  expect((await api("GET", `/webhooks/${id}`)).body).toMatchObject({ title: "Not the As", filter });
  expect((await api("POST", "/filter-preview", { filter, type: "contact.created" })).body).toMatchObject({
    wouldSend: true,
    conditions: [{ condition, actual: "John Doe", holds: false, isNegated: true }],
  });
});

test("nothing is cut off or hard to read, wide or on a phone, in either theme", async ({ page }) => {
  await signIn(page, EVENTS);
  for (const path of [EVENTS, `${EVENTS}?type=call.ended`, "/settings/webhooks/new"]) {
    await page.goto(path);
    await expect(page.getByText("call.ended", { exact: true }).first()).toBeVisible();
    await expectWellEverywhere(page);
  }
});
