import { choice, data, key, part, text, time, type CatalogueGroup } from "./define";

const contact = key("Phone number of the contact, digits with the country code");
const messageId = key("Id of the message");
const channel = choice("Where the message travels", "whatsapp", "sms", "web");

/** Those of WhatsApp, which has the most. */
const MESSAGE_TYPES = [
  "text",
  "image",
  "audio",
  "video",
  "document",
  "location",
  "sticker",
  "contacts",
  "interactive",
  "button",
  "reaction",
  "order",
  "unsupported",
];

export const MESSAGES: CatalogueGroup = {
  name: "Messages",
  types: [
    {
      name: "message.received",
      description: "Triggered when a contact sends a message",
      useCases: ["Reply from your own bot", "Show the message in a shared inbox", "Open a support ticket"],
      schema: data(["contact", "body", "type"], {
        contact,
        name: text("Name of the contact, as they gave it"),
        body: text("The text, or the caption of a file"),
        type: choice("Kind of message", ...MESSAGE_TYPES),
        message_id: messageId,
        channel,
      }),
      sample: {
        contact: "919876543210",
        name: "John Doe",
        body: "Hello, I'm interested in your product",
        type: "text",
        message_id: "msg_7f3a91c2",
        channel: "whatsapp",
      },
    },
    {
      name: "message.sent",
      description: "Triggered when a message is sent to a contact",
      useCases: ["Keep the whole conversation in your CRM", "Count messages for billing"],
      schema: data(["contact", "body", "status"], {
        contact,
        body: text("The text that was sent"),
        status: choice("How far it is", "queued", "sent", "delivered", "read", "failed"),
        message_id: messageId,
        type: choice("Kind of message", ...MESSAGE_TYPES, "template"),
        sent_by: text("Who or what sent it: a team member, a flow or a campaign"),
      }),
      sample: {
        contact: "919876543210",
        body: "Thanks for writing, John. Shall we call you at 4 pm?",
        status: "sent",
        message_id: "msg_7f3a91c3",
        type: "text",
        sent_by: "agent_abc123",
      },
    },
    {
      name: "message.status",
      description: "Triggered when a sent message is delivered or read, or fails",
      useCases: ["Show delivery ticks in your own inbox", "Send an SMS where a message stays unread"],
      schema: data(["contact", "message_id", "status"], {
        contact,
        message_id: messageId,
        status: choice("What became of it", "delivered", "read", "failed"),
        occurred_at: time("When the contact's device said so"),
        error: text("Why it could not be delivered"),
      }),
      sample: {
        contact: "919876543210",
        message_id: "msg_7f3a91c3",
        status: "read",
        occurred_at: "2026-03-25T08:23:41.000Z",
      },
    },
    {
      name: "message.interactive_reply",
      description: "Triggered when a contact answers with a button or a list",
      useCases: ["Go on with an order when “Confirm” is tapped", "Record the answers of a survey"],
      schema: data(["contact", "type", "reply"], {
        contact,
        name: text("Name of the contact"),
        type: choice("What was answered with", "button_reply", "list_reply"),
        reply: part(
          "What was chosen",
          {
            id: key("Id of the button or row"),
            title: text("Its words"),
            description: text("The second line of a row"),
          },
          ["id", "title"],
        ),
        message_id: messageId,
        in_reply_to: key("Id of the message that offered the choice"),
      }),
      sample: {
        contact: "919876543210",
        name: "John Doe",
        type: "button_reply",
        reply: { id: "confirm_order", title: "Confirm" },
        message_id: "msg_7f3a91c9",
        in_reply_to: "msg_7f3a91c3",
      },
    },
  ],
};
