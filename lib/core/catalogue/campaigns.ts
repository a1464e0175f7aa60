import { choice, count, data, key, number, part, text, time, type CatalogueGroup } from "./define";

const campaign = {
  campaign_id: key("Id of the campaign"),
  name: text("Name of the campaign"),
  channel: choice("How it reaches people", "whatsapp", "sms", "call", "email"),
};
const sample = { campaign_id: "cmp_3301", name: "Spring offer", channel: "whatsapp" };

export const CAMPAIGNS: CatalogueGroup = {
  name: "Campaigns",
  types: [
    {
      name: "campaign.started",
      description: "Triggered when a campaign begins",
      useCases: ["Track campaigns", "Tell the team that replies are coming"],
      schema: data(["campaign_id", "name"], {
        ...campaign,
        recipient_count: count("How many people it is for"),
        started_by: text("Who started it"),
        started_at: time("When it began"),
      }),
      sample: {
        ...sample,
        recipient_count: 1250,
        started_by: "jane@acme.example",
        started_at: "2026-03-25T08:00:00.000Z",
      },
    },
    {
      name: "campaign.sent",
      description: "Triggered when a broadcast has been sent",
      useCases: ["Record the send in your CRM", "Start measuring replies"],
      schema: data(["name", "recipient_count"], {
        ...campaign,
        recipient_count: count("How many people it was sent to"),
        template: text("Name of the message template"),
        sent_at: time("When the last message left"),
      }),
      sample: {
        ...sample,
        recipient_count: 1250,
        template: "spring_offer_v2",
        sent_at: "2026-03-25T08:04:10.000Z",
      },
    },
    {
      name: "campaign.completed",
      description: "Triggered when a campaign has finished",
      useCases: ["Process the results", "Put the numbers into a report"],
      schema: data(["name", "stats"], {
        ...campaign,
        stats: part(
          "What became of it",
          {
            total: count("People it was for"),
            success: count("Reached"),
            failure: count("Not reached"),
            delivered: count("Messages delivered"),
            read: count("Messages read"),
            replied: count("People who replied"),
          },
          ["success", "failure"],
        ),
        success_rate: number("Part that was reached, 0 to 1", { minimum: 0, maximum: 1 }),
        started_at: time("When it began"),
        completed_at: time("When it finished"),
      }),
      sample: {
        ...sample,
        stats: { total: 1250, success: 1213, failure: 37, delivered: 1213, read: 904, replied: 118 },
        success_rate: 0.9704,
        started_at: "2026-03-25T08:00:00.000Z",
        completed_at: "2026-03-25T09:31:07.000Z",
      },
    },
    {
      name: "campaign.paused",
      description: "Triggered when a campaign is paused",
      useCases: ["Tell the team", "Stop what follows the campaign"],
      schema: data(["campaign_id"], {
        ...campaign,
        paused_by: text("Who or what paused it"),
        reason: text("Why"),
        sent_count: count("Sent so far"),
        remaining_count: count("Still to be sent"),
      }),
      sample: {
        ...sample,
        paused_by: "jane@acme.example",
        reason: "Price in the template is wrong",
        sent_count: 420,
        remaining_count: 830,
      },
    },
    {
      name: "campaign.resumed",
      description: "Triggered when a paused campaign goes on",
      useCases: ["Tell the team", "Start again what follows the campaign"],
      schema: data(["campaign_id"], {
        ...campaign,
        resumed_by: text("Who resumed it"),
        paused_seconds: count("How long it was paused"),
        remaining_count: count("Still to be sent"),
      }),
      sample: { ...sample, resumed_by: "jane@acme.example", paused_seconds: 1800, remaining_count: 830 },
    },
  ],
};
