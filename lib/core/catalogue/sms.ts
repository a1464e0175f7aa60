import { count, data, flag, key, number, text, time, type CatalogueGroup } from "./define";

const sms = {
  sms_id: key("Id of the SMS"),
  from_number: key("Sender, with the country code"),
  to_number: key("Recipient, with the country code"),
  body: text("The text"),
};
const sent = {
  sms_id: "sms_90112",
  from_number: "+14155550123",
  to_number: "+14155550198",
  body: "Your appointment is on Thursday at 10:30. Reply YES to confirm.",
};
const answered = { from_number: "+14155550198", to_number: "+14155550123", body: "YES" };

export const SMS: CatalogueGroup = {
  name: "SMS",
  types: [
    {
      name: "sms.sent",
      description: "Triggered when an SMS is sent and delivered",
      useCases: ["Track delivery", "Count segments for billing"],
      schema: data(["sms_id", "to_number"], {
        ...sms,
        segments: count("How many SMS it is billed as"),
        cost: number("Price in the account's currency", { minimum: 0 }),
        sent_at: time("When it left"),
        delivered_at: time("When it was delivered"),
      }),
      sample: {
        ...sent,
        segments: 1,
        cost: 0.0079,
        sent_at: "2026-03-25T08:22:50.000Z",
        delivered_at: "2026-03-25T08:22:53.000Z",
      },
    },
    {
      name: "sms.received",
      description: "Triggered when an SMS arrives",
      useCases: ["Handle responses", "Show it in a conversation"],
      schema: data(["sms_id", "from_number", "body"], {
        ...sms,
        contact_name: text("Name of the sender, if known"),
        received_at: time("When"),
      }),
      sample: {
        ...answered,
        sms_id: "sms_90113",
        contact_name: "John Doe",
        received_at: "2026-03-25T08:25:02.000Z",
      },
    },
    {
      name: "sms.failed",
      description: "Triggered when an SMS can't be delivered",
      useCases: ["Handle errors", "Send it again", "Try another channel", "Mark the number as unreachable"],
      schema: data(["sms_id", "to_number", "error_code"], {
        ...sms,
        error_code: text("The carrier's code"),
        error_message: text("What it means"),
        is_permanent: flag("Whether trying again is useless"),
        failed_at: time("When"),
      }),
      sample: {
        ...sent,
        error_code: "30003",
        error_message: "Unreachable destination handset",
        is_permanent: false,
        failed_at: "2026-03-25T08:23:20.000Z",
      },
    },
    {
      name: "sms.replied",
      description: "Triggered when a contact replies to an SMS",
      useCases: ["Track conversations", "Measure engagement", "Confirm an appointment"],
      schema: data(["sms_id", "in_reply_to", "body"], {
        ...sms,
        in_reply_to: key("Id of the SMS that is answered"),
        campaign_id: text("Campaign of the SMS that is answered"),
        response_seconds: count("How long the answer took"),
      }),
      sample: {
        ...answered,
        sms_id: "sms_90113",
        in_reply_to: "sms_90112",
        campaign_id: "cmp_3301",
        response_seconds: 132,
      },
    },
  ],
};
