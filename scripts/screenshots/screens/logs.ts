import { failing, neverAnswering, type Screen } from "../screen";

const LIST = /\/api\/v1\/deliveries\?/;

export const logs: Screen = {
  name: "logs",
  title: "Delivery logs",
  shots: [
    { state: "empty", about: "Nothing was sent yet.", path: "/settings/webhooks/logs", isOfEmptyAccount: true },
    { state: "full", about: "Every delivery, newest first.", path: "/settings/webhooks/logs" },
    {
      state: "failing",
      about: "Those of one webhook that have not arrived.",
      path: ({ webhooks }) => `/settings/webhooks/logs?webhook=${webhooks["CRM integration"]}`,
    },
    {
      state: "sheet-failed",
      about: "A delivery that failed: why, what to do, request and response.",
      path: ({ failedDeliveryId }) => `/settings/webhooks/logs?delivery=${failedDeliveryId}`,
      after: (page) => page.getByRole("dialog").waitFor(),
    },
    {
      state: "sheet-succeeded",
      about: "One that arrived, with its timing.",
      path: ({ succeededDeliveryId }) => `/settings/webhooks/logs?delivery=${succeededDeliveryId}`,
      after: (page) => page.getByRole("dialog").waitFor(),
    },
    {
      state: "compare",
      about: "The last success beside a failure, what differs marked.",
      path: ({ retriedDeliveryId }) => `/settings/webhooks/logs?delivery=${retriedDeliveryId}`,
      after: (page) => page.getByRole("dialog").getByRole("button", { name: "Compare" }).click(),
    },
    {
      state: "no-match",
      about: "No delivery matches the filters.",
      path: "/settings/webhooks/logs?type=sms.failed&status=held",
    },
    {
      state: "loading",
      about: "The first page is on its way.",
      path: "/settings/webhooks/logs",
      before: neverAnswering(LIST),
    },
    { state: "error", about: "It could not be loaded.", path: "/settings/webhooks/logs", before: failing(LIST) },
  ],
};
