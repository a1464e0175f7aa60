/** What is seen of a webhook that fails: by whom it is, in whose time, and how it ends. */
import { expect, test } from "@playwright/test";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectWellEverywhere } from "./axe";
import { signIn } from "./owner";

const ZONE = "Asia/Kolkata";
test.use({ timezoneId: ZONE });

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

const heldBy = async (id: string): Promise<number> => (await api("GET", `/webhooks/${id}/held`)).body.count;

/** A worker may know a webhook as active for half a second after it was disabled. */
async function publishHeld(id: string, count: number): Promise<void> {
  const disabledAt = Date.parse((await read(id)).disabledAt);
  await expect.poll(() => Date.now() - disabledAt).toBeGreaterThan(1_000);
  await publish(count);
  expect(await heldBy(id)).toBe(count);
}

const read = async (id: string) => (await api("GET", `/webhooks/${id}`)).body;

/** "Tue 14:05", as the browser's owner reads clocks. */
function momentOf(at: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...{ weekday: "short", hour: "2-digit", minute: "2-digit" },
    timeZone: ZONE,
  }).formatToParts(Date.parse(at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  return `${part("weekday")} ${part("hour")}:${part("minute")}`;
}

test("a failing receiver: the evidence and the way to being disabled in the reader's zone, and a way to what failed", async ({
  page,
}) => {
  receiver.answer = () => ({ status: 401 });
  const autoDisable = { noticeAfterSeconds: 3600, disableAfterSeconds: 2 * 86_400 };
  const { id } = await createWebhook(receiver.url, ["lead.*"], { retry: { delaysSeconds: [] }, autoDisable });
  await signIn(page, `/settings/webhooks/${id}`);
  const health = page.getByRole("region", { name: "Health" });
  await expect(health).toContainText("Nothing was sent yet.");
  await expect(health.getByRole("meter")).toBeHidden();
  await expectWellEverywhere(page);

  await publish(6);
  await expect.poll(async () => (await read(id)).health.state).toBe("failing");
  await expect.poll(async () => (await read(id)).health.lastDay.attempts).toBe(6);
  const { failingSince, disables } = (await read(id)).health;
  await expect(health).toContainText(
    `Failing: no success yet; 6 of 6 attempts since ${momentOf(failingSince)} failed with 401`,
  );
  await expect(health).toContainText(`Failing since ${momentOf(failingSince)}. You are warned first.`);
  const meter = health.getByRole("meter", { name: "Towards being disabled" });
  await expect(meter).toHaveAttribute("aria-valuetext", `Disables ${momentOf(disables.at)} unless a delivery succeeds`);
  await expect(health).toContainText("2 d left");
  await expect(health).toContainText("Warns after 1 h of nothing but failures, disables after 2 days.");
  await expectWellEverywhere(page);

  const hour = health.getByRole("slider", { name: "Hour" });
  await hour.focus();
  await expect(hour).toHaveAttribute(
    "aria-valuetext",
    /^From .*: (0 of \d attempts? succeeded \(0 %\)|nothing was sent)$/,
  );
  await page.keyboard.press("Home");
  await expect(hour).toHaveAttribute("aria-valuetext", /nothing was sent$/);
  await expect(health.getByText("nothing was sent", { exact: true })).toBeVisible();

  await health.getByRole("region", { name: "Failed attempts lately" }).getByRole("link", { name: "401" }).click();
  await expect(page.getByRole("table", { name: "Deliveries" }).getByText("lead.captured")).toHaveCount(6);
  await expect(page.getByRole("button", { name: "Code 401" })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).not.toHaveURL(/code=/);
});

test("the table tells who is failing, why, and how the last 24 hours went", async ({ page }) => {
  receiver.answer = ({ path }) => ({ status: path.endsWith("bad") ? 503 : 200 });
  const bad = await createWebhook(`${receiver.url}/bad`, ["lead.*"], { title: "Bad", retry: { delaysSeconds: [] } });
  const good = await createWebhook(receiver.url, ["lead.*"], { title: "Good" });
  await createWebhook(receiver.url, ["sms.*"], { title: "Quiet" });
  await publish(5);
  await expect.poll(async () => (await read(bad.id)).health.state).toBe("failing");
  await expect.poll(async () => (await read(good.id)).health.lastDay.succeeded).toBe(5);
  await signIn(page);
  const rowOf = (title: string) => page.getByRole("row").filter({ hasText: title });

  await expect(rowOf("Bad")).toContainText("0 %");
  await expect(rowOf("Bad").getByRole("img")).toHaveAccessibleName(
    /^Last 24 hours: 0 of 5 attempts succeeded; failures in .*; nothing was sent in 2[23] hours$/,
  );
  await expect(rowOf("Good")).toContainText("100 %");
  await expect(rowOf("Good").getByRole("img")).toHaveAccessibleName(
    /^Last 24 hours: 5 of 5 attempts succeeded; nothing/,
  );
  await expect(rowOf("Quiet")).toContainText("—");
  await expect(rowOf("Quiet").getByRole("img")).toHaveCount(0);

  const { failingSince } = (await read(bad.id)).health;
  await rowOf("Bad").getByRole("link", { name: "failing" }).hover();
  await expect(page.getByRole("tooltip")).toContainText(
    `No success yet; 5 of 5 attempts since ${momentOf(failingSince)} failed with 503.`,
  );
  await expectWellEverywhere(page);
  await page.setViewportSize({ width: 390, height: 900 });
  const item = page.getByRole("listitem").filter({ hasText: "Bad" });
  await expect(item).toContainText("failing");
  await expect(item).toContainText("0 %");
});

test("disabled by 410: what is held, that it stays so, and a choice of all, last or none; then it is sent to gently", async ({
  page,
}) => {
  receiver.answer = () => ({ status: 410 });
  const { id, title } = await createWebhook(receiver.url, ["lead.*"], { autoRecover: true });
  await publish(1);
  await expect.poll(async () => (await read(id)).status).toBe("disabled");
  await publishHeld(id, 4);
  await signIn(page, `/settings/webhooks/${id}`);
  await expect(page.getByText("Disabled: its receiver answered 410 Gone")).toBeVisible();
  const health = page.getByRole("region", { name: "Health" });
  await expect(health.getByRole("link", { name: "4 deliveries" })).toBeVisible();
  await expect(health).toContainText("Not for this reason: it stays disabled until somebody resumes it.");
  await expectWellEverywhere(page);

  receiver.answer = () => ({ status: 200 });
  await page.getByRole("button", { name: "Resume" }).click();
  const dialog = page.getByRole("dialog", { name: `Resume ${title}` });
  await expect(dialog.getByRole("radio")).toHaveCount(3);
  await dialog.getByLabel("Deliver only the last ones").check();
  await dialog.getByLabel("How many of the last").fill("3");
  await dialog.getByRole("button", { name: "Resume" }).click();
  await expect(health).toContainText(/it is being sent to gently: at most \d+ a second/);
  await expect.poll(() => receiver.received.length).toBe(1 + 3);
  await expect(health).toContainText("healthy");
});

test("when it is disabled is chosen in words and units, and what is refused comes back to its field", async ({
  page,
}) => {
  await signIn(page, "/settings/webhooks/new");
  await expect(page.getByText(/^Up to .* disables after 5 days\.$/)).toBeVisible();
  await page.getByLabel("Format").click();
  await page.getByRole("option", { name: "Standard Webhooks" }).click();
  await page.getByLabel("Title").fill("Choosy");
  await page.getByLabel("URL").fill(receiver.url);
  await page.getByLabel("All events").check();
  await page.getByText("How", { exact: true }).click();

  const keepsFailing = page.getByLabel("When it keeps failing");
  await expect(keepsFailing).toHaveText("Account's default: Patient");
  await keepsFailing.click();
  await page.getByRole("option", { name: "Sidecar-like" }).click();
  await expect(keepsFailing).toHaveAccessibleDescription(
    "Warns when a delivery has used up its retries, disables 24 h later unless one succeeds.",
  );
  await keepsFailing.click();
  await page.getByRole("option", { name: "Times of my own" }).click();
  const disableAfter = page.getByLabel("Disable after", { exact: true });
  await page.getByLabel("Warn after", { exact: true }).fill("90");
  await page.getByLabel("Unit of Warn after").click();
  await page.getByRole("option", { name: "minutes" }).click();
  await disableAfter.fill("");
  await expect(disableAfter).toHaveAccessibleDescription("Give a time from 2 s to 90 days.");
  await disableAfter.fill("1");
  await page.getByLabel("Unit of Disable after").click();
  await page.getByRole("option", { name: "hours" }).click();
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(disableAfter).toHaveAccessibleDescription(
    "Give more time than until the warning: that always comes first.",
  );
  await expectWellEverywhere(page);
  await disableAfter.fill("36");
  await expect(keepsFailing).toHaveAccessibleDescription(
    "Warns after 1 h 30 min of nothing but failures, disables after 1 d 12 h.",
  );
  await page.getByLabel("Auto-recovery").click();
  await page.getByRole("option", { name: "On", exact: true }).click();

  const refusal = {
    code: "validation_failed",
    message: "No.",
    fields: { "autoDisable.disableAfterSeconds": "Too soon." },
  };
  await page.route("**/api/v1/webhooks", (route) => route.fulfill({ status: 422, json: { error: refusal } }), {
    times: 1,
  });
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(keepsFailing).toHaveAccessibleDescription("Too soon.");
  await page.getByRole("button", { name: "Create webhook" }).click();
  await page.getByRole("button", { name: "I have stored it" }).click();
  await expect(page.getByText("disables after 1 d 12 h. Once disabled, it is tried every 15 min")).toBeVisible();

  await page.getByRole("link", { name: "Edit" }).click();
  await expect(keepsFailing).toHaveText("Times of my own");
  await expect(disableAfter).toHaveValue("36");
  await expect(page.getByLabel("Auto-recovery")).toHaveText("On");
  await keepsFailing.click();
  await page.getByRole("option", { name: "Account's default: Patient" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("disables after 5 days. Once disabled")).toBeVisible();
});

test("disabled after its own span of nothing but failures: why, what is held, when it is tried again, and all of it delivered", async ({
  page,
}) => {
  receiver.answer = () => ({ status: 500 });
  const autoDisable = { noticeAfterSeconds: 1, disableAfterSeconds: 4 };
  const { id, title } = await createWebhook(receiver.url, ["lead.*"], { retry: { delaysSeconds: [] }, autoDisable });
  await publish(5);
  await signIn(page, `/settings/webhooks/${id}`);
  const health = page.getByRole("region", { name: "Health" });
  await expect(page.getByText("Disabled: it failed for too long")).toBeVisible({ timeout: 30_000 });
  await expect(health).toContainText(/No success yet; (\d) of \1 attempts since .* failed with 500\./);
  await expect(health).toContainText("Off: it stays disabled until somebody resumes it.");
  await expect(health.getByRole("meter")).toBeHidden();

  await publishHeld(id, 3);
  await expect(health.getByRole("link", { name: "3 deliveries" })).toBeVisible({ timeout: 20_000 });
  expect((await api("PATCH", `/webhooks/${id}`, { autoRecover: true })).status).toBe(200);
  const probeAt = new Date(Date.parse((await read(id)).disabledAt) + 15 * 60_000).toISOString();
  await expect(health).toContainText(`Next try: about ${momentOf(probeAt)}.`);
  await expectWellEverywhere(page);

  receiver.answer = () => ({ status: 200 });
  await page.getByRole("button", { name: "Resume" }).click();
  const dialog = page.getByRole("dialog", { name: `Resume ${title}` });
  await expect(dialog.getByLabel("Deliver all 3")).toBeChecked();
  await dialog.getByRole("button", { name: "Resume" }).click();
  await expect.poll(() => receiver.received.length).toBe(5 + 3);
  await expect(page.getByText("Disabled: it failed for too long")).toBeHidden();
});
