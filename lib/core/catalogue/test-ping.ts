import { data, key, part, text, type CatalogueType } from "./define";

/** Sent by the Test button. Needs no subscription, so it stands in no group. */
export const TEST_PING: CatalogueType = {
  name: "test.ping",
  description: "Triggered when somebody tests a webhook",
  useCases: ["See that a receiver works, and that it verifies"],
  schema: data(["message"], {
    message: text("A greeting"),
    webhook: part("The webhook that is tested", { id: key("Its id"), title: text("Its title") }, ["id", "title"]),
  }),
  sample: {
    message: "This is a test. Your webhook works.",
    webhook: { id: "wh_01k9qz7v3e8x4t2m6n5b1c0d9f", title: "CRM integration" },
  },
};
