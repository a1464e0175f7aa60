import type { Screen, Shot } from "../screen";

const dialog = (state: string, about: string, action: string, title: string): Shot => ({
  state,
  about,
  path: ({ webhooks }) => `/settings/webhooks/${webhooks[title]}?action=${action}`,
  after: (page) => page.getByRole("dialog").waitFor(),
});

export const webhookDialogs: Screen = {
  name: "webhook-dialogs",
  title: "A webhook's dialogs",
  shots: [
    dialog("delete", "Asks for the title; says what stops and what stays.", "delete", "Billing"),
    dialog("rotate", "When the old secret ends, before a new one is made.", "rotate", "Billing"),
    dialog("resume", "What becomes of what a paused webhook holds.", "resume", "Zapier new message"),
    dialog("replay", "Past events once more, counted before they are sent.", "replay", "Support desk"),
  ],
};
