import { choice, count, data, key, list, map, text, time, url, type CatalogueGroup } from "./define";

const call = {
  call_id: key("Id of the call"),
  agent_id: text("Agent that speaks"),
  caller_number: text("Who calls, with the country code"),
  called_number: text("Who is called, with the country code"),
  call_direction: choice("Who began it", "inbound", "outbound"),
};
const sample = {
  call_id: "call_987654321",
  agent_id: "agent_abc123",
  caller_number: "+14155550123",
  called_number: "+14155550198",
  call_direction: "outbound",
};
const outcome = {
  call_duration: count("Seconds from answer to end"),
  call_status: choice("How it ended", "completed", "no_answer", "busy", "failed", "voicemail"),
  recording_url: url("Where the recording can be fetched"),
  transcription: text("What was said"),
  sentiment: choice("How the other side sounded", "positive", "neutral", "negative"),
  disposition: text("Outcome in your own words"),
  tags: list("Labels of the call", text("A label")),
  custom_fields: map("Fields of your own"),
};
const outcomeSample = {
  call_duration: 180,
  call_status: "completed",
  recording_url: "https://recordings.example.com/call_987654321.mp3",
  transcription: "Hello, this is John calling about your request for a demo.",
  sentiment: "positive",
  disposition: "interested",
  tags: ["qualified", "follow-up"],
  custom_fields: { lead_score: 85, next_action: "schedule_demo" },
};

export const CALLS: CatalogueGroup = {
  name: "Calls",
  types: [
    {
      name: "call.started",
      description: "Triggered when a call begins",
      useCases: ["Log calls", "Watch calls as they happen"],
      schema: data(["call_id"], {
        ...call,
        campaign_id: text("Campaign it belongs to"),
        started_at: time("When it began"),
      }),
      sample: { ...sample, campaign_id: "cmp_3301", started_at: "2026-03-25T08:22:50.000Z" },
    },
    {
      name: "call.answered",
      description: "Triggered when a call is answered",
      useCases: ["Track connections", "Measure response rates"],
      schema: data(["call_id"], {
        ...call,
        answered_by: choice("Who answered", "human", "voicemail", "unknown"),
        ring_seconds: count("How long it rang"),
        answered_at: time("When it was answered"),
      }),
      sample: { ...sample, answered_by: "human", ring_seconds: 7, answered_at: "2026-03-25T08:22:57.000Z" },
    },
    {
      name: "call.transferred",
      description: "Triggered when a call is handed to somebody else",
      useCases: ["Log transfers", "Route to agents", "Open the caller's record for whoever takes over"],
      schema: data(["call_id", "transferred_to"], {
        ...call,
        transferred_from: text("Who handed it over"),
        transferred_to: text("Who takes over: a number or an agent"),
        transfer_type: choice("How", "warm", "cold"),
        reason: text("Why"),
        transferred_at: time("When"),
      }),
      sample: {
        ...sample,
        transferred_from: "agent_abc123",
        transferred_to: "+14155550177",
        transfer_type: "warm",
        reason: "asked_for_human",
        transferred_at: "2026-03-25T08:24:10.000Z",
      },
    },
    {
      name: "call.ended",
      description: "Triggered when a call ends, with its duration and outcome",
      useCases: ["Analyse calls", "Update the CRM after each call", "Create follow-up tasks"],
      schema: data(["call_id", "call_duration"], { ...call, ...outcome }),
      sample: { ...sample, ...outcomeSample },
    },
    {
      name: "call.completed",
      description: "Triggered when a conversation has come to its end",
      useCases: ["Track the outcome of conversations", "Archive conversations", "Feed business intelligence"],
      schema: data(["call_id"], {
        ...call,
        ...outcome,
        summary: text("The conversation in a few sentences"),
        completed_at: time("When it ended"),
      }),
      sample: {
        ...sample,
        ...outcomeSample,
        summary: "John asked for a demo on Thursday and for prices for 25 people.",
        completed_at: "2026-03-25T08:25:57.000Z",
      },
    },
    {
      name: "call.failed",
      description: "Triggered when a call can't be made or breaks off",
      useCases: ["Try again later", "Alert when a line stops working"],
      schema: data(["call_id", "failure_reason"], {
        ...call,
        failure_reason: choice(
          "Why",
          "busy",
          "no_answer",
          "invalid_number",
          "rejected",
          "network_error",
          "agent_error",
        ),
        error_message: text("The line's own words"),
        failed_at: time("When"),
      }),
      sample: {
        ...sample,
        failure_reason: "network_error",
        error_message: "503 Service Unavailable from the carrier",
        failed_at: "2026-03-25T08:22:58.000Z",
      },
    },
  ],
};
