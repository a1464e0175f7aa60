import type { Screen } from "../screen";

export const webhookForm: Screen = {
  name: "webhook-form",
  title: "Create and edit a webhook",
  shots: [
    { state: "new", about: "A new one.", path: "/settings/webhooks/new" },
    {
      state: "edit",
      about: "One that is there, with its settings.",
      path: ({ webhooks }) => `/settings/webhooks/${webhooks["CRM integration"]}/edit`,
    },
    {
      state: "invalid",
      about: "What is missing is said beside its field.",
      path: "/settings/webhooks/new",
      after: (page) => page.getByRole("button", { name: "Create webhook" }).click(),
    },
    {
      state: "test",
      about: "Tested before it is saved, by the real worker.",
      path: "/settings/webhooks/new",
      after: async (page, { inspector }) => {
        await page.getByLabel("URL").fill(inspector.url);
        await page.getByRole("button", { name: "Send test" }).click();
        await page.getByText("Signature verified").waitFor();
      },
    },
    {
      state: "duplicate",
      about: "A new one, filled in from another.",
      path: ({ webhooks }) => `/settings/webhooks/new?from=${webhooks["Support desk"]}`,
    },
  ],
};
