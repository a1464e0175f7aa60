import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { FORMAT_NAMES, type FormatName } from "./formats";
import { hmac } from "./formats/hmac";
import { buildRequest } from "./formats/request";
import { readPastedHeaders } from "./pasted-headers";
import { debugSignature, formatOfHeaders } from "./signature-debugger";
import type { DebugInput } from "./signature-debugger/step";

const SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
const OLD = "whsec_OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg=";
const VALUE = "Bearer a-long-value";
const NOW = new Date("2026-03-25T08:22:51Z");
const DATA = '{"contact":"919876543210","name":"Zoë / Ada","lead_score":85}';

type Signed = Exclude<FormatName, "sidecar">;
const SIGNED: Signed[] = ["sydx", "aisync", "standard"];

/** A delivery as it arrives. */
function received(format: FormatName, previousSecret?: string): DebugInput {
  const event = {
    ...{ eventId: "evt_1", deliveryId: "dlv_1", attempt: 1, attemptedAt: NOW, type: "lead.captured" },
    ...{ timestamp: NOW, accountId: "acc_1", webhookId: "wh_1", data: DATA },
  };
  const keys = { secret: SECRET, authorization: VALUE, ...(previousSecret ? { previousSecret } : {}) };
  const { headers, body } = buildRequest({ format, extraHeaders: [], event, keys }, hmac);
  return { format, headers, body, secret: format === "sidecar" ? VALUE : SECRET, now: NOW };
}

const without = (input: DebugInput, name: string) => input.headers.filter(([key]) => key.toLowerCase() !== name);
const HEADER = { sydx: "x-sydx-signature", aisync: "x-webhook-signature", standard: "webhook-signature" };

function findings(input: DebugInput) {
  const { steps, isGenuine } = debugSignature(input);
  return { isGenuine, found: steps.filter(({ result }) => result !== "ok").map(({ finding }) => finding), steps };
}

describe.each(FORMAT_NAMES)("a delivery of %s", (format) => {
  it("as it was sent is genuine, every step of it", () => {
    expect(findings(received(format))).toMatchObject({ isGenuine: true, found: [] });
    expect(findings({ ...received(format), sentBody: received(format).body })).toMatchObject({
      isGenuine: true,
      found: [],
    });
    expect(formatOfHeaders(received(format).headers)).toBe(format);
  });

  it("without any headers says which is missed", () => {
    expect(findings({ ...received(format), headers: [] })).toMatchObject({
      isGenuine: undefined,
      found: ["header_none"],
    });
  });

  it("with another's headers says whose they are, or what is missed", () => {
    const other = format === "sydx" ? "standard" : "sydx";
    const { found } = findings({ ...received(format), headers: received(other).headers });
    expect(found[0]).toBe(format === "sidecar" ? "header_missing" : "header_of_other_format");
  });
});

/** What was changed on the way → what is said about it. */
const CHANGES: [
  what: string,
  change: (input: DebugInput) => Partial<DebugInput>,
  findings: string[],
  isGenuine?: boolean,
][] = [
  [
    "spaces around the secret",
    ({ secret }) => ({ secret: ` ${secret}\n` }),
    ["secret_whitespace", "signature_of_other_key"],
  ],
  [
    "quotes around the secret",
    ({ secret }) => ({ secret: `"${secret}"` }),
    ["secret_quoted", "signature_of_other_key"],
  ],
  [
    "a body that was indented",
    ({ body }) => ({ body: JSON.stringify(JSON.parse(body), null, 2) }),
    ["body_whitespace", "signature_of_other_body"],
  ],
  [
    "a line break behind the body",
    ({ body }) => ({ body: `${body}\n` }),
    ["body_space_around", "signature_of_other_body"],
  ],
  [
    "escaped letters",
    ({ body }) => ({ body: body.replace("ë", "\\u00eb") }),
    ["body_escapes", "signature_of_other_body"],
  ],
  [
    "escaped slashes",
    ({ body }) => ({ body: body.replaceAll("/", "\\/") }),
    ["body_escapes", "signature_of_other_body"],
  ],
  [
    "keys in another order",
    ({ body }) => ({
      body: JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body) as object).toReversed())),
    }),
    ["body_key_order", "signature_of_other_body"],
  ],
  ["another value in the body", ({ body }) => ({ body: body.replace("85", "86") }), ["signature_differs"]],
  [
    "another value, and the original known",
    ({ body }) => ({ body: body.replace("85", "86"), sentBody: body }),
    ["body_not_as_sent", "signature_differs"],
  ],
  ["a body that is no JSON", () => ({ body: "[object Object]" }), ["body_no_json", "signature_differs"]],
  ["the secret of another webhook", () => ({ secret: OLD }), ["signature_differs"]],
];

describe.each(SIGNED)("of a delivery of %s", (format) => {
  it.each(CHANGES)("%s is found", (_, change, expected) => {
    const input = received(format);
    const { found, isGenuine } = findings({ ...input, ...change(input) });
    expect(found).toEqual(expected);
    expect(isGenuine).toBe(false);
  });

  it("a missing or renamed header is named", () => {
    const input = received(format);
    const name = HEADER[format];
    const value = input.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
    const bare = without({ ...input, headers: without(input, "x-webhook-signature-256") }, name).filter(
      ([key]) => key === "Content-Type",
    );
    expect(findings({ ...input, headers: bare }).found).toContain("header_missing");
    expect(findings({ ...input, headers: [...bare, [name, " "]] }).found).toContain("header_empty");
    const renamed = `HTTP_${name.toUpperCase().replaceAll("-", "_")}`;
    const { steps } = findings({
      ...input,
      headers: [
        ...input.headers.filter(([key]) => key.toLowerCase() !== name && key !== "X-Webhook-Signature-256"),
        [renamed, value],
      ],
    });
    expect(steps).toContainEqual(
      expect.objectContaining({ finding: "header_renamed", values: expect.objectContaining({ found: renamed }) }),
    );
    expect(steps).toContainEqual(expect.objectContaining({ finding: "signature_right" }));
  });

  it("the old secret is told from the new one while both sign", () => {
    expect(findings({ ...received(format, OLD), secret: OLD }).found).toEqual(["signature_of_old_secret"]);
    expect(findings(received(format, OLD))).toMatchObject({ isGenuine: true, found: [] });
  });

  it("a wrong secret's first differing character is shown", () => {
    const { steps } = findings({ ...received(format), secret: OLD });
    const step = steps.find(({ finding }) => finding === "signature_differs");
    const { expected = "", found = "", character = 0 } = (step?.values ?? {}) as Record<string, string>;
    expect(expected.slice(0, Number(character) - 1)).toBe(found.slice(0, Number(character) - 1));
    expect(expected[Number(character) - 1]).not.toBe(found[Number(character) - 1]);
  });

  it("without a secret or a body nothing is claimed of the signature", () => {
    expect(findings({ ...received(format), secret: "" }).isGenuine).toBeUndefined();
    expect(findings({ ...received(format), body: "" }).isGenuine).toBeUndefined();
  });
});

describe("how a signature is written", () => {
  const digest = (as: "hex" | "base64") => createHmac("sha256", SECRET).update(received("sydx").body).digest(as);
  it.each([
    ["sydx", `sha256=${digest("hex")}`, ["hex_prefixed"], true],
    ["sydx", digest("hex").toUpperCase(), ["hex_upper_case", "signature_written_otherwise"], false],
    ["sydx", digest("base64"), ["hex_is_base64", "signature_written_otherwise"], false],
    ["sydx", digest("hex").slice(0, 40), ["hex_length", "signature_differs"], false],
    ["sydx", "genuine", ["hex_none", "signature_differs"], false],
    [
      "standard",
      received("standard")
        .headers.find(([name]) => name === "webhook-signature")?.[1]
        .slice(3) ?? "",
      ["standard_without_version"],
      true,
    ],
    ["standard", digest("hex"), ["standard_is_hex", "signature_differs"], false],
    ["standard", "v1,genuine", ["standard_none", "signature_differs"], false],
  ] as const)("in %s as %s", (format, signature, expected, isGenuine) => {
    const input = received(format);
    const headers = input.headers.map(([name, value]): [string, string] => [
      name,
      name.toLowerCase() === HEADER[format] ? signature : value,
    ]);
    expect(findings({ ...input, headers })).toMatchObject({ found: expected, isGenuine });
  });
});

describe("the time of standard deliveries", () => {
  const at = (seconds: string) => {
    const input = received("standard");
    return findings({
      ...input,
      headers: input.headers.map(([name, value]): [string, string] => [
        name,
        name === "webhook-timestamp" ? seconds : value,
      ]),
    }).found;
  };
  const now = Math.floor(NOW.getTime() / 1000);
  it.each([
    [`${now - 301}`, "time_old"],
    [`${now + 301}`, "time_ahead"],
    [`${now}000`, "time_in_ms"],
    ["2026-03-25T08:22:51Z", "time_no_number"],
  ])("%s is told: %s", (seconds, finding) => {
    expect(at(seconds)).toContain(finding);
  });

  it("or of their id may be missing", () => {
    const input = received("standard");
    expect(findings({ ...input, headers: without(input, "webhook-timestamp") }).found).toEqual(["time_missing"]);
    expect(findings({ ...input, headers: without(input, "webhook-id") }).found).toEqual(["id_missing"]);
  });
});

it("sydx: a timestamp header that isn't the body's is told", () => {
  const input = received("sydx");
  const headers = input.headers.map(([name, value]): [string, string] => [
    name,
    name === "X-Sydx-Timestamp" ? "2026-01-01T00:00:00.000Z" : value,
  ]);
  expect(findings({ ...input, headers }).found).toEqual(["time_differs"]);
});

describe("what the receiver's code computed", () => {
  const hex = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest("hex");
  const base64 = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest("base64");
  const PART = SECRET.slice("whsec_".length);
  const DECODED = Buffer.from(PART, "base64");
  const { body } = received("sydx");
  const value = JSON.parse(body) as { data: object };
  const standard = received("standard");
  const time = `${Math.floor(NOW.getTime() / 1000)}`;

  it.each([
    ["sydx", hex(SECRET, body), {}],
    ["sydx", `sha256=${hex(SECRET, body)}`, {}],
    ["sydx", hex(PART, body), { key: "prefix_removed" }],
    ["sydx", hex(DECODED, body), { key: "decoded" }],
    ["sydx", hex(`${SECRET}\n`, body), { key: "newline" }],
    ["sydx", base64(SECRET, body), { encoding: "base64" }],
    ["sydx", hex(SECRET, body).toUpperCase(), { encoding: "upper_case" }],
    ["sydx", hex(SECRET, JSON.stringify(value, null, 2)), { body: "indented" }],
    ["sydx", hex(SECRET, JSON.stringify(value.data)), { body: "data_only" }],
    ["sydx", hex(SECRET, body.replace("ë", "\\u00eb").replaceAll("/", "\\/")), { body: "php" }],
    ["sydx", hex(SECRET, ""), { body: "empty" }],
    ["sydx", hex(SECRET, `${NOW.toISOString()}.${body}`), { content: "time_and_body" }],
    ["sydx", base64(PART, `${body}\n`), { key: "prefix_removed", body: "newline", encoding: "base64" }],
    ["standard", `v1,${base64(DECODED, `evt_1.${time}.${standard.body}`)}`, {}],
    ["standard", base64(SECRET, `evt_1.${time}.${standard.body}`), { key: "not_decoded" }],
    ["standard", base64(DECODED, standard.body), { content: "body_only" }],
    ["standard", hex(DECODED, `evt_1.${time}.${standard.body}`), { encoding: "hex" }],
  ] as const)("by %s as %s is explained by %j", (format, computed, mistakes) => {
    const step = debugSignature({ ...received(format), computed }).steps.find(({ name }) => name === "computed");
    const right = { key: "right", body: "right", content: "right", encoding: "right" };
    if (Object.keys(mistakes).length === 0) expect(step).toMatchObject({ result: "ok", finding: "computed_right" });
    else expect(step).toMatchObject({ finding: "computed_explained", values: { ...right, ...mistakes } });
  });

  it("is told to differ where no known mistake gives it", () => {
    const steps = debugSignature({ ...received("sydx"), computed: "ab".repeat(32) }).steps;
    expect(steps.at(-1)).toMatchObject({ finding: "computed_differs" });
  });
});

describe("an Authorization value", () => {
  it.each([
    [VALUE, "authorization_right"],
    [`${VALUE} `, "authorization_whitespace"],
    [`"${VALUE}"`, "authorization_quoted"],
    ["a-long-value", "authorization_scheme"],
    [VALUE.toUpperCase(), "authorization_case"],
    ["Bearer another", "authorization_differs"],
  ])("compared with %j: %s", (secret, finding) => {
    expect(debugSignature({ ...received("sidecar"), secret }).steps.at(-1)?.finding).toBe(finding);
  });
});

describe("pasted headers", () => {
  const pairs = [
    ["X-Sydx-Event", "lead.captured"],
    ["X-Sydx-Signature", "ab12"],
  ];
  it.each([
    ["lines", "X-Sydx-Event: lead.captured\r\nX-Sydx-Signature:ab12\n\nPOST /hook HTTP/1.1"],
    ["an object", '{"X-Sydx-Event": "lead.captured", "X-Sydx-Signature": ["ab12"]}'],
    ["a printed object", "  'X-Sydx-Event': 'lead.captured',\n  'X-Sydx-Signature': 'ab12',"],
    ["curl", "-H 'X-Sydx-Event: lead.captured' \\\n--header \"X-Sydx-Signature: ab12\""],
    ["an environment", "X-Sydx-Event=lead.captured\nX-Sydx-Signature=ab12"],
  ])("are read from %s", (_, text) => {
    expect(readPastedHeaders(text)).toEqual(pairs);
  });
});
