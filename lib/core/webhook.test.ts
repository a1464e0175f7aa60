import { describe, expect, it } from "vitest";
import { createWebhookSchema, rotateSecretSchema, sendTestSchema, updateWebhookSchema } from "./webhook";

const least = { title: "CRM", url: "https://example.com/hook", events: ["call.ended"] };
const create = (changes: object) => createWebhookSchema.safeParse({ ...least, ...changes });

/** The fields an input is refused for. */
function refusedFields(changes: object): string[] {
  const issues = create(changes).error?.issues ?? [];
  return [...new Set(issues.map((issue) => (issue.code === "unrecognized_keys" ? issue.keys : issue.path).join(".")))];
}

describe("creating a webhook", () => {
  it("needs a title, a URL and events; all else has a default", () => {
    expect(createWebhookSchema.parse(least)).toEqual({
      ...least,
      format: "sydx",
      timeoutMs: 5000,
      concurrency: 16,
      status: "active",
      authorization: null,
      headers: {},
      alsoSign: null,
      ratePerSecond: null,
      orderBy: null,
      filter: null,
      autoDisable: null,
      autoRecover: null,
    });
    for (const field of ["title", "url", "events"]) expect(refusedFields({ [field]: undefined })).toEqual([field]);
  });

  it.each([
    { what: "a title with blanks around loses them", given: { title: "  CRM " }, kept: { title: "CRM" } },
    { what: "* swallows the rest", given: { events: ["call.ended", "*", "sms.*"] }, kept: { events: ["*"] } },
    { what: "the same twice is once", given: { events: ["sms.*", "sms.*"] }, kept: { events: ["sms.*"] } },
    { what: "a group is known by its prefix", given: { events: ["call.*"] }, kept: { events: ["call.*"] } },
    { what: "a preset", given: { retry: { preset: "standard" } }, kept: { retry: { preset: "standard" } } },
    { what: "no retries", given: { retry: { delaysSeconds: [] } }, kept: { retry: { delaysSeconds: [] } } },
    {
      what: "20 delays from 1 s to 7 days",
      given: { retry: { delaysSeconds: [1, ...Array<number>(19).fill(604_800)] } },
      kept: { retry: { delaysSeconds: [1, ...Array<number>(19).fill(604_800)] } },
    },
    { what: "the shortest timeout", given: { timeoutMs: 1000 }, kept: { timeoutMs: 1000 } },
    { what: "the longest timeout", given: { timeoutMs: 30_000 }, kept: { timeoutMs: 30_000 } },
    { what: "paused from the start", given: { status: "paused" }, kept: { status: "paused" } },
    { what: "an Authorization value", given: { authorization: "Bearer a b" }, kept: { authorization: "Bearer a b" } },
    { what: "the least rate", given: { ratePerSecond: 1 }, kept: { ratePerSecond: 1 } },
    { what: "the highest rate", given: { ratePerSecond: 1000 }, kept: { ratePerSecond: 1000 } },
    { what: "an order by a path", given: { orderBy: "data.contact.id" }, kept: { orderBy: "data.contact.id" } },
    {
      what: "another format for a while",
      given: { alsoSign: { format: "standard", until: "2026-12-31T00:00:00+02:00" } },
      kept: { alsoSign: { format: "standard", until: "2026-12-31T00:00:00+02:00" } },
    },
  ])("takes: $what", ({ given, kept }) => {
    expect(create(given)).toMatchObject({ success: true, data: kept });
  });

  it.each([
    { what: "an unknown field", given: { colour: "red" }, field: "colour" },
    { what: "a field of the answer", given: { id: "wh_1" }, field: "id" },
    { what: "a blank title", given: { title: "  " }, field: "title" },
    { what: "a title of 101 characters", given: { title: "x".repeat(101) }, field: "title" },
    { what: "an empty URL", given: { url: "" }, field: "url" },
    { what: "a URL that is no text", given: { url: 7 }, field: "url" },
    { what: "no events", given: { events: [] }, field: "events" },
    { what: "one event as text", given: { events: "call.ended" }, field: "events" },
    { what: "what can be no event", given: { events: ["call.ended", "Call Ended"] }, field: "events.1" },
    { what: "a pattern with the star in front", given: { events: ["*.ended"] }, field: "events.0" },
    { what: "201 entries", given: { events: Array<string>(201).fill("*") }, field: "events" },
    { what: "an unknown format", given: { format: "soap" }, field: "format" },
    { what: "an unknown preset", given: { retry: { preset: "daily" } }, field: "retry" },
    { what: "preset and delays at once", given: { retry: { preset: "sydx", delaysSeconds: [1] } }, field: "retry" },
    { what: "neither preset nor delays", given: { retry: {} }, field: "retry" },
    { what: "21 delays", given: { retry: { delaysSeconds: Array<number>(21).fill(1) } }, field: "retry" },
    { what: "a delay of 0 s", given: { retry: { delaysSeconds: [0] } }, field: "retry.delaysSeconds.0" },
    { what: "half a second", given: { retry: { delaysSeconds: [1.5] } }, field: "retry" },
    { what: "a delay over 7 days", given: { retry: { delaysSeconds: [604_801] } }, field: "retry.delaysSeconds.0" },
    { what: "a timeout under 1 s", given: { timeoutMs: 999 }, field: "timeoutMs" },
    { what: "a timeout over 30 s", given: { timeoutMs: 30_001 }, field: "timeoutMs" },
    { what: "a timeout as text", given: { timeoutMs: "5000" }, field: "timeoutMs" },
    { what: "no concurrency", given: { concurrency: 0 }, field: "concurrency" },
    { what: "too much concurrency", given: { concurrency: 257 }, field: "concurrency" },
    { what: "an empty Authorization value", given: { authorization: "" }, field: "authorization" },
    { what: "an Authorization value of two lines", given: { authorization: "a\nb" }, field: "authorization" },
    { what: "an Authorization value in Chinese", given: { authorization: "漢" }, field: "authorization" },
    { what: "4097 characters of it", given: { authorization: "x".repeat(4097) }, field: "authorization" },
    { what: "no rate at all", given: { ratePerSecond: 0 }, field: "ratePerSecond" },
    { what: "half a delivery a second", given: { ratePerSecond: 0.5 }, field: "ratePerSecond" },
    { what: "too high a rate", given: { ratePerSecond: 1001 }, field: "ratePerSecond" },
    { what: "an order by the whole data", given: { orderBy: "data" }, field: "orderBy" },
    { what: "an order by something else", given: { orderBy: "type" }, field: "orderBy" },
    { what: "an order with an empty step", given: { orderBy: "data..a" }, field: "orderBy" },
    { what: "an order of 11 steps", given: { orderBy: `data${".a".repeat(11)}` }, field: "orderBy" },
    { what: "another format without an end", given: { alsoSign: { format: "standard" } }, field: "alsoSign.until" },
    {
      what: "an end without its zone",
      given: { alsoSign: { format: "standard", until: "2026-12-31T00:00:00" } },
      field: "alsoSign.until",
    },
    {
      what: "a filter by something else",
      given: { filter: { path: "type", op: "eq", value: 1 } },
      field: "filter.path",
    },
    { what: "a status that only we set", given: { status: "disabled" }, field: "status" },
  ])("refuses $what, naming the field", ({ given, field }) => {
    expect(refusedFields(given)).toEqual([field]);
  });

  it("says which event type there isn't, and how a policy is given", () => {
    expect(create({ events: ["exploded"] }).error?.issues[0]?.message).toBe('There is no event type "exploded".');
    expect(create({ retry: {} }).error?.issues[0]?.message).toMatch(/preset \(sydx, .+\) or delaysSeconds/);
  });
});

describe("updating a webhook", () => {
  it("changes what is given and sets no default", () => {
    expect(updateWebhookSchema.parse({})).toEqual({});
    expect(updateWebhookSchema.parse({ title: " New " })).toEqual({ title: "New" });
    const cleared = { authorization: null, alsoSign: null, ratePerSecond: null, orderBy: null, headers: {} };
    expect(updateWebhookSchema.parse(cleared)).toEqual(cleared);
  });

  it.each([{ colour: "red" }, { secret: "whsec_x" }, { status: "disabled" }, { events: [] }, { title: null }])(
    "refuses %j",
    (input) => {
      expect(updateWebhookSchema.safeParse(input).success).toBe(false);
    },
  );
});

describe("rotating a secret", () => {
  it.each([
    [{}, 0],
    [{ graceSeconds: 3600 }, 3600],
    [{ graceSeconds: 604_800 }, 604_800],
  ])("%j means %d s of grace", (input, graceSeconds) => {
    expect(rotateSecretSchema.parse(input)).toEqual({ graceSeconds });
  });

  it.each([{ graceSeconds: -1 }, { graceSeconds: 604_801 }, { graceSeconds: 0.5 }, { grace: 1 }])(
    "refuses %j",
    (input) => {
      expect(rotateSecretSchema.safeParse(input).success).toBe(false);
    },
  );
});

describe("sending a test", () => {
  it.each([{}, { type: "call.ended" }, { type: "call.ended", data: { call_id: "1" } }])("takes %j", (input) => {
    expect(sendTestSchema.parse(input)).toEqual({ type: "test.ping", ...input });
  });

  it.each([{ url: "https://example.com" }, { type: 1 }, { data: () => 1 }])("refuses %o", (input) => {
    expect(sendTestSchema.safeParse(input).success).toBe(false);
  });
});
