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
    {
      state: "resume",
      about: "What becomes of what a paused webhook holds.",
      path: ({ webhooks }) => `/settings/webhooks/${webhooks["Zapier new message"]}`,
      after: async (page) => {
        await page.getByRole("button", { name: "Actions for Zapier new message" }).click();
        await page.getByRole("menuitem", { name: "Resume" }).click();
        await page.getByRole("dialog").waitFor();
      },
    },
    dialog("replay", "Past events once more, counted before they are sent.", "replay", "Support desk"),
  ],
};
