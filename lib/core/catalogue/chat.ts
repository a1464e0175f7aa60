import { choice, data, key, list, part, text, url, type CatalogueGroup } from "./define";

export const CHAT: CatalogueGroup = {
  name: "Chat",
  types: [
    {
      name: "chat.message_received",
      description: "Triggered when a chat message arrives",
      useCases: ["Answer from your own system", "Let a person take over", "Keep transcripts"],
      schema: data(["conversation_id", "body"], {
        conversation_id: key("Conversation it belongs to"),
        message_id: key("Id of the message"),
        body: text("The text"),
        sender: part("Who wrote", {
          id: key("Id of the visitor"),
          name: text("Name, if given"),
          email: text("E-mail address, if given", { format: "email" }),
        }),
        channel: choice("Where it was written", "web", "app", "email"),
        page_url: url("Page it was written on"),
        attachments: list(
          "Files sent with it",
          part("A file", { name: text("Its name"), url: url("Where it is") }, ["url"]),
        ),
      }),
      sample: {
        conversation_id: "conv_5512",
        message_id: "cht_20931",
        body: "Does the plan include onboarding?",
        sender: { id: "vis_81", name: "Marco", email: "marco.rossi@example.com" },
        channel: "web",
        page_url: "https://acme.example/pricing",
        attachments: [{ name: "requirements.pdf", url: "https://files.example.com/requirements.pdf" }],
      },
    },
  ],
};
