import { failing, neverAnswering, type Screen } from "../screen";

const ONE = /\/api\/v1\/webhooks\/wh_\w+$/;

export const webhook: Screen = {
  name: "webhook",
  title: "A webhook's page",
  shots: [
    {
      state: "full",
      about: "Health, settings and verification of one that is well.",
      path: ({ webhooks }) => `/settings/webhooks/${webhooks["Analytics sync"]}`,
    },
    {
      state: "failing",
      about: "What fails, since when, and what to do.",
      path: ({ webhooks }) => `/settings/webhooks/${webhooks["CRM integration"]}`,
    },
    {
      state: "charts",
      about: "What became of its deliveries, how quickly it answers, and with which codes.",
      path: ({ webhooks }) => `/settings/webhooks/${webhooks["CRM integration"]}`,
      after: (page) =>
        page.getByRole("heading", { name: "Activity" }).evaluate((heading) => {
          heading.scrollIntoView();
          // Below what stays at the top.
          window.scrollBy(0, -72);
        }),
    },
    {
      state: "verify",
      about: "The code that verifies its deliveries, and the signature debugger.",
      path: ({ webhooks, retriedDeliveryId }) =>
        `/settings/webhooks/${webhooks["Analytics sync"]}?tab=verify&delivery=${retriedDeliveryId}`,
    },
    {
      state: "settings",
      about: "How it is set.",
      path: ({ webhooks }) => `/settings/webhooks/${webhooks["Billing"]}?tab=settings`,
    },
    {
      state: "paused",
      about: "Paused: how much it holds.",
      path: ({ webhooks }) => `/settings/webhooks/${webhooks["Zapier new message"]}`,
    },
    {
      state: "disabled",
      about: "Disabled by a receiver that answered 410.",
      path: ({ webhooks }) => `/settings/webhooks/${webhooks["Legacy agent feed"]}`,
    },
    { state: "missing", about: "Deleted, or never there.", path: "/settings/webhooks/wh_01kmhagkve0008000000000001" },
    {
      state: "loading",
      about: "It is on its way.",
      path: ({ webhooks }) => `/settings/webhooks/${webhooks["Billing"]}`,
      before: neverAnswering(ONE),
    },
    {
      state: "error",
      about: "It could not be loaded.",
      path: ({ webhooks }) => `/settings/webhooks/${webhooks["Billing"]}`,
      before: failing(ONE),
    },
  ],
};
