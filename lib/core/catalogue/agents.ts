import { choice, data, key, list, map, number, text, time, type CatalogueGroup } from "./define";

const agent = { agent_id: key("Id of the agent"), name: text("Name of the agent") };
const sample = { agent_id: "agent_abc123", name: "Ava, sales" };

export const AGENTS: CatalogueGroup = {
  name: "Agents",
  types: [
    {
      name: "agent.created",
      description: "Triggered when an agent is created",
      useCases: ["Keep an inventory of agents", "Provision what an agent needs"],
      schema: data(["agent_id", "name"], {
        ...agent,
        type: choice("What it does", "voice", "chat", "sms"),
        language: text("Language it speaks, as a BCP 47 tag"),
        created_by: text("Who created it"),
        created_at: time("When"),
      }),
      sample: {
        ...sample,
        type: "voice",
        language: "en-US",
        created_by: "jane@acme.example",
        created_at: "2026-03-25T08:22:50.000Z",
      },
    },
    {
      name: "agent.updated",
      description: "Triggered when an agent's configuration changes",
      useCases: ["Sync configuration", "Keep an audit trail"],
      schema: data(["agent_id", "changed_fields"], {
        ...agent,
        changed_fields: list("Names of what changed", text("A setting")),
        previous: map("What it was before"),
        current: map("What it is now"),
        updated_by: text("Who changed it"),
      }),
      sample: {
        ...sample,
        changed_fields: ["greeting"],
        previous: { greeting: "Hello" },
        current: { greeting: "Hello, this is Ava" },
        updated_by: "jane@acme.example",
      },
    },
    {
      name: "agent.status_changed",
      description: "Triggered when an agent goes online or offline",
      useCases: ["Track availability", "Send callers elsewhere while nobody is there"],
      schema: data(["agent_id", "status"], {
        ...agent,
        status: choice("What it is now", "online", "offline", "busy"),
        previous_status: choice("What it was before", "online", "offline", "busy"),
        reason: text("Why"),
      }),
      sample: { ...sample, status: "offline", previous_status: "online", reason: "outside_business_hours" },
    },
    {
      name: "agent.performance",
      description: "Triggered when an agent crosses a performance threshold",
      useCases: ["Watch quality", "Alert the team"],
      schema: data(["agent_id", "metric", "value", "threshold"], {
        ...agent,
        metric: text("What is measured, like success_rate or average_handle_time"),
        value: number("What it is"),
        threshold: number("Where the line is"),
        direction: choice("Which way it was crossed", "above", "below"),
        window_minutes: number("Over how many minutes", { minimum: 1 }),
      }),
      sample: {
        ...sample,
        metric: "success_rate",
        value: 0.71,
        threshold: 0.8,
        direction: "below",
        window_minutes: 60,
      },
    },
    {
      name: "agent.response_sent",
      description: "Triggered when an agent has answered",
      useCases: ["Keep transcripts", "Let a person check answers"],
      schema: data(["agent_id", "body"], {
        ...agent,
        conversation_id: text("Conversation it belongs to"),
        message_id: key("Id of the answer"),
        in_reply_to: key("Id of the message it answers"),
        contact: text("Whom it answers"),
        body: text("The answer"),
        confidence: number("How sure it is, 0 to 1", { minimum: 0, maximum: 1 }),
      }),
      sample: {
        ...sample,
        conversation_id: "conv_5512",
        message_id: "msg_7f3a91d0",
        in_reply_to: "msg_7f3a91c2",
        contact: "919876543210",
        body: "Yes, the spring offer also covers existing customers.",
        confidence: 0.93,
      },
    },
    {
      name: "agent.provisioned",
      description: "Triggered when an agent is ready for use",
      useCases: ["Put it into rotation", "Tell whoever asked for it"],
      schema: data(["agent_id"], {
        ...agent,
        channels: list("Where it can be reached", text("A channel")),
        phone_number: text("Its number, with the country code"),
        provisioned_at: time("When it became ready"),
      }),
      sample: {
        ...sample,
        channels: ["voice", "sms"],
        phone_number: "+14155550123",
        provisioned_at: "2026-03-25T08:23:32.000Z",
      },
    },
  ],
};
