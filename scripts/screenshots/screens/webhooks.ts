import { failing, neverAnswering, type Screen } from "../screen";

const LIST = /\/api\/v1\/webhooks\?/;

export const webhooks: Screen = {
  name: "webhooks",
  title: "Webhooks",
  shots: [
    {
      state: "empty",
      about: "Nothing there yet: what a webhook is, and two ways to a first one.",
      path: "/settings/webhooks",
      isOfEmptyAccount: true,
    },
    { state: "full", about: "Title and URL, events, status, a day's health, hits.", path: "/settings/webhooks" },
    {
      state: "failing",
      about: "A failing webhook explains itself, and says what to do next.",
      path: "/settings/webhooks?status=failing,disabled",
      after: async (page) => {
        const status = page.getByRole("table").getByText("failing", { exact: true }).first();
        // Where a finger points, nothing is explained on hover.
        if (!(await status.isVisible())) return;
        await status.hover();
        await page.getByRole("tooltip").waitFor();
      },
    },
    {
      state: "selected",
      about: "Several ticked: paused, resumed or deleted at once.",
      path: "/settings/webhooks",
      after: async (page) => {
        for (const title of ["Billing", "Support desk", "Analytics sync"]) {
          await page.getByLabel(`Select ${title}`).filter({ visible: true }).check();
        }
      },
    },
    { state: "no-match", about: "Nothing matches search and filters.", path: "/settings/webhooks?q=warehouse" },
    {
      state: "loading",
      about: "The first page is on its way.",
      path: "/settings/webhooks",
      before: neverAnswering(LIST),
    },
    {
      state: "error",
      about: "It could not be loaded; what happened, and another try.",
      path: "/settings/webhooks",
      before: failing(LIST),
    },
    {
      state: "menu",
      about: "All that can be done to one.",
      path: "/settings/webhooks",
      after: (page) => page.getByRole("button", { name: "Actions for Support desk" }).filter({ visible: true }).click(),
    },
  ],
};
