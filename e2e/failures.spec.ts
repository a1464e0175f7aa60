/** Each way in which an attempt fails, made to happen, and said to its owner in words. */
import { expect, test, type Page } from "@playwright/test";
import { startReceiver } from "../lib/testing/documented-receiver";
import { workerOf } from "../lib/testing/product";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations } from "./axe";
import { startFailingReceivers, type FailingReceivers } from "./failing-receivers";
import { signIn } from "./owner";

let failing: FailingReceivers;
test.beforeAll(async () => {
  failing = await startFailingReceivers();
});
test.afterAll(() => failing.close());
test.beforeEach(deleteAllWebhooks);

interface Case {
  kind: string;
  url: string;
  /** What happened, as the banner's title says it. */
  happened: string | RegExp;
  /** What to do. */
  todo: string;
}

const TIMEOUT_MS = 1_000;
/** Longer than a name server is waited for. */
const UNHURRIED_MS = 5_000;

function connectionCases({ http, garbage, resets, silent, refuses, tls }: FailingReceivers): Case[] {
  const at = (port: number) => `receiver.test:${port}`;
  return [
    ["dns", "http://no-such.test/", "no-such.test has no address.", "Check the host name. If it is new"],
    ["dns, silent", "http://silent.test/", /The name server didn't answer for silent\.test in 3 s\./, "name servers"],
    ["blocked_address", "http://metadata.test/", "private or reserved address", "Use a public address"],
    ["refused", `http://${refuses}/`, `${refuses} refused the connection.`, "Is the server running and listening"],
    ["reset", `http://${resets}/`, "The connection was closed before an answer.", "Look for a crash or a proxy limit"],
    [
      "tls expired",
      `https://${at(tls.expired)}/`,
      /The certificate of receiver\.test:\d+ ended on .*20\d\d/,
      "Renew it",
    ],
    ["tls self-signed", `https://${at(tls["self-signed"])}/`, "is self-signed.", "Install the full chain"],
    [
      "tls wrong host",
      `https://${at(tls["other-name"])}/`,
      "The certificate is not for receiver.test",
      "Add this name",
    ],
    ["tls protocol", `https://${at(tls.old)}/`, "No common TLS version", "Allow TLS 1.2 or newer"],
    ["timeout connect", `https://${silent}/`, "No connection within 1 s.", "reached from outside"],
    ["timeout first byte", `http://${silent}/`, "No answer within 1 s.", "Answer 2xx at once"],
    ["timeout body", `${http}/drip`, "The answer was not finished within 1 s.", "don't stream"],
    ["bad_response", `http://${garbage}/`, "The answer wasn't valid HTTP.", "Is this an HTTP or HTTPS port?"],
  ].map(([kind, url, happened, todo]) => ({ kind, url, happened, todo }) as Case);
}

function statusCases({ http }: FailingReceivers): Case[] {
  const payload = "the receiver refused the payload.";
  const credentials = "the receiver refused the signature or credentials.";
  const nothing = "nothing answers POST at this path.";
  const rows: [code: number, happened: string, todo: string][] = [
    [
      302,
      "it answered with a redirect to https://example.com/new. Redirects aren't followed.",
      "Put the final URL here.",
    ],
    ...[400, 415, 422].map((code): [number, string, string] => [code, payload, "Has this webhook the right format?"]),
    ...[401, 403].map((code): [number, string, string] => [code, credentials, "signature debugger"]),
    ...[404, 405].map((code): [number, string, string] => [code, nothing, "use the Production URL"]),
    [410, "the receiver said “gone”.", "Any delivery but a test would disable the webhook."],
    [429, "too many requests; it asked to wait 30 s.", "Set a rate limit for this webhook"],
    ...[500, 503].map((code): [number, string, string] => [
      code,
      "the receiver failed.",
      "Look at its log at this time.",
    ]),
  ];
  return rows.map(([code, happened, todo]) => ({
    kind: String(code),
    url: `${http}/status/${code}`,
    happened: `${code}: ${happened}`,
    todo,
  }));
}

const attemptsOf = async (id: string) => (await api("GET", `/deliveries/${id}`)).body.attempts.length as number;

/** Without saving anything: the same worker, the same record. */
async function sendAll(cases: readonly Case[]): Promise<Map<Case, string>> {
  const sent = await Promise.all(
    cases.map(async (one) => {
      const { status, body } = await api("POST", "/webhook-tests", {
        url: one.url,
        timeoutMs: one.kind.startsWith("dns") ? UNHURRIED_MS : TIMEOUT_MS,
      });
      expect(status, `${one.kind}: ${JSON.stringify(body)}`).toBe(202);
      return [one, body.id as string] as const;
    }),
  );
  for (const [one, id] of sent) {
    await expect.poll(() => attemptsOf(id), { message: one.kind, timeout: 20_000 }).toBe(1);
  }
  return new Map(sent);
}

const openDelivery = async (page: Page, id: string) => {
  await page.goto(`/settings/webhooks/logs?delivery=${id}`);
  return page.getByRole("dialog");
};

async function expectSaid(page: Page, id: string, { kind, happened, todo }: Case): Promise<void> {
  const sheet = await openDelivery(page, id);
  await expect(sheet.getByText(happened).first(), kind).toBeVisible();
  await expect(sheet.getByText(todo).first(), kind).toBeVisible();
}

test("no name, no connection, no TLS, no answer: each is told apart, with what to do", async ({ page }) => {
  test.setTimeout(180_000);
  const sent = await sendAll(connectionCases(failing));
  await signIn(page);
  for (const [one, id] of sent) await expectSaid(page, id, one);
  await expectNoAxeViolations(page);
});

test("every status that is no success says whose turn it is", async ({ page }) => {
  test.setTimeout(180_000);
  const sent = await sendAll(statusCases(failing));
  await signIn(page);
  for (const [one, id] of sent) await expectSaid(page, id, one);
  await expectNoAxeViolations(page);
});

test("what will be tried again says when, a rotated secret since when, and 410 what became of the webhook", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const retrying = await createWebhook(`${failing.http}/status/503`, ["flow.*"], { retry: { delaysSeconds: [300] } });
  const rotated = await createWebhook(`${failing.http}/status/401`, ["flow.*"], { retry: { delaysSeconds: [] } });
  const gone = await createWebhook(`${failing.http}/status/410`, ["flow.*"]);
  await api("POST", `/webhooks/${rotated.id}/rotate-secret`);
  const { body: event } = await api("POST", "/events", { type: "flow.triggered", data: {} });
  const { body: read } = await api("GET", `/events/${event.id}`);
  const deliveryTo = ({ id }: { id: string }) =>
    (read.deliveries as { id: string; webhookId: string }[]).find(({ webhookId }) => webhookId === id)?.id ?? "";
  for (const webhook of [retrying, rotated, gone]) await expect.poll(() => attemptsOf(deliveryTo(webhook))).toBe(1);
  expect((await api("GET", `/webhooks/${gone.id}`)).body).toMatchObject({ status: "disabled", disabledReason: "gone" });

  await signIn(page);
  const sheet = await openDelivery(page, deliveryTo(retrying));
  await expect(sheet.getByText("503: the receiver failed.")).toBeVisible();
  await expect(sheet.getByText(/in [45] min/).first()).toBeVisible();
  await openDelivery(page, deliveryTo(rotated));
  await expect(
    sheet.getByText(/The secret was rotated on .*20\d\d.*: put the new one into the receiver/),
  ).toBeVisible();
  await openDelivery(page, deliveryTo(gone));
  await expect(sheet.getByText("The webhook was disabled. Resume it, or create it anew.")).toBeVisible();
});

test("an attempt that our worker did not live to see the end of is said to be interrupted, and made again", async ({
  page,
}) => {
  test.setTimeout(150_000);
  let isAnswering = false;
  const receiver = await startReceiver(() => (isAnswering ? { status: 200 } : new Promise<never>(() => undefined)));
  const { id } = await createWebhook(receiver.url, ["flow.*"], { timeoutMs: 5_000 });
  const { body } = await api("POST", `/webhooks/${id}/test`);
  await expect.poll(() => receiver.received.length).toBe(1);
  isAnswering = true;
  process.kill(workerOf(Number(process.env["E2E_LAUNCHER"])) ?? 0, "SIGKILL");
  await expect.poll(() => attemptsOf(body.id), { timeout: 60_000 }).toBe(2);
  const ids = receiver.received.map(({ headers }) => headers["x-sydx-event-id"]);
  expect(new Set(ids).size).toBe(1);

  await signIn(page);
  const sheet = await openDelivery(page, body.id);
  await sheet.getByRole("list", { name: "Attempts" }).getByRole("button").first().click();
  await expect(sheet.getByText("Our worker stopped in the middle; it may have arrived.")).toBeVisible();
  await expect(sheet.getByText("it is sent again with the same event id")).toBeVisible();
  await receiver.close();
});
