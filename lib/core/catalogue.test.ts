import Ajv2020 from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { builtInType, CATALOGUE } from "./catalogue";
import { dataSchema } from "./data-schema";
import { parseUrl } from "./parse-url";
import { TEST_EVENT_TYPE } from "./subscription";
import { findProblem } from "./json-schema";
import { EVENT_TYPE_PATTERN } from "./subscription";

/** What every account can publish and subscribe to. A name that is missing here breaks somebody's integration. */
const NAMES = {
  Messages: ["message.received", "message.sent", "message.status", "message.interactive_reply"],
  Contacts: ["contact.created", "contact.updated", "contact.deleted"],
  Leads: ["lead.captured", "lead.assigned", "lead.generated"],
  Campaigns: ["campaign.started", "campaign.sent", "campaign.completed", "campaign.paused", "campaign.resumed"],
  Flows: ["flow.triggered", "flow.completed"],
  Calls: ["call.started", "call.answered", "call.transferred", "call.ended", "call.completed", "call.failed"],
  Agents: [
    "agent.created",
    "agent.updated",
    "agent.status_changed",
    "agent.performance",
    "agent.response_sent",
    "agent.provisioned",
  ],
  Appointments: ["appointment.scheduled"],
  SMS: ["sms.sent", "sms.received", "sms.failed", "sms.replied"],
  Chat: ["chat.message_received"],
  Integrations: ["integration.connected", "integration.disconnected"],
  Webhooks: ["webhook.failing", "webhook.disabled", "webhook.recovered", "delivery.exhausted"],
};

const TYPES = [...CATALOGUE.flatMap(({ types }) => types), builtInType(TEST_EVENT_TYPE)].filter(
  (type) => type !== undefined,
);

const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  formats: {
    "date-time": (text: string) => new Date(text).toISOString() === text,
    uri: (text: string) => parseUrl(text) !== undefined,
    email: /^[^@\s]+@[^@\s]+\.[a-z]+$/,
  },
});

it("the catalogue has every type by its name, in its group, and no other", () => {
  expect(Object.fromEntries(CATALOGUE.map(({ name, types }) => [name, types.map((type) => type.name)]))).toEqual(NAMES);
});

describe.each(TYPES)("$name", ({ name, description, useCases, schema, sample }) => {
  it("has a sample that is valid", () => {
    const validate = ajv.compile(schema);
    validate(sample);
    expect(validate.errors).toBeNull();
    expect(findProblem(schema, sample)).toBeUndefined();
    expect(dataSchema.safeParse(schema).error).toBeUndefined();
  });

  it("has a sample without any of its required fields refused", () => {
    const validate = ajv.compile(schema);
    const required = schema["required"] as string[];
    expect(required.length).toBeGreaterThan(0);
    for (const field of required) {
      const { [field]: left, ...rest } = sample;
      expect(left, field).toBeDefined();
      expect(validate(rest), field).toBe(false);
    }
  });

  it("has a sample refused whose required fields are empty", () => {
    for (const field of schema["required"] as string[]) {
      const its = (schema["properties"] as Record<string, { minLength?: number; properties?: object }>)[field];
      if (its?.minLength) expect(findProblem(schema, { ...sample, [field]: "" })?.path).toBe(`data.${field}`);
      if (its?.properties) expect(findProblem(schema, { ...sample, [field]: {} })?.path).toMatch(`data.${field}.`);
    }
  });

  it("has no field in its sample that its schema doesn't describe", () => {
    const described = Object.keys(schema["properties"] as object);
    expect(Object.keys(sample).filter((field) => !described.includes(field))).toEqual([]);
    for (const property of Object.values(schema["properties"] as Record<string, { description?: string }>)) {
      expect(property.description).toMatch(/\S/);
    }
  });

  it("says when it is triggered and what for, under a name that can be subscribed to", () => {
    expect(description).toMatch(/^Triggered when [^.]+$/);
    expect(useCases.length).toBeGreaterThan(0);
    expect(name).toMatch(EVENT_TYPE_PATTERN);
  });
});

describe("what the replaced systems document is valid, as it stands there", () => {
  it.each([
    [
      "message.received",
      { contact: "919876543210", name: "John Doe", body: "Hello, I'm interested in your product", type: "text" },
    ],
    [
      "call.ended",
      {
        call_id: "call_987654321",
        agent_id: "agent_abc123",
        caller_number: "+1234567890",
        called_number: "+0987654321",
        call_duration: 180,
        call_status: "completed",
        call_direction: "outbound",
        recording_url: "https://recordings.ai-sync.com/call_987654321.mp3",
        transcription: "Hello, this is John calling about...",
        sentiment: "positive",
        disposition: "interested",
        tags: ["qualified", "follow-up"],
        custom_fields: { lead_score: 85, next_action: "schedule_demo" },
      },
    ],
    ["call.ended", { call_id: "test_call_123", call_duration: 120, sentiment: "positive" }],
  ])("%s", (name, data) => {
    expect(findProblem(builtInType(name)?.schema ?? false, data)).toBeUndefined();
  });
});

describe("samples", () => {
  it.each([
    [
      "call.ended",
      [
        "call_id",
        "agent_id",
        "caller_number",
        "called_number",
        "call_duration",
        "call_status",
        "call_direction",
        "recording_url",
        "transcription",
        "sentiment",
        "disposition",
        "tags",
        "custom_fields",
      ],
    ],
    ["message.received", ["contact", "name", "body", "type"]],
    ["lead.captured", ["name", "phone", "email", "source", "campaign"]],
    ["campaign.completed", ["name", "stats"]],
    ["flow.completed", ["flow_name", "contact", "session"]],
  ])("of %s carry the documented fields", (name, fields) => {
    expect(Object.keys(builtInType(name)?.sample ?? {})).toEqual(expect.arrayContaining(fields));
  });
});
