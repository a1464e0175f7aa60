/** Screens with no more states than their list has. */
import type { Screen } from "../screen";

const of = (name: string, title: string, path: string, about: string): Screen => ({
  name,
  title,
  shots: [{ state: "full", about, path }],
});

export const events: Screen = {
  name: "events",
  title: "Events",
  shots: [
    {
      state: "full",
      about: "The catalogue by groups, sets of events, types of one's own.",
      path: "/settings/webhooks/events",
    },
    { state: "no-match", about: "No type matches.", path: "/settings/webhooks/events?q=warehouse" },
    {
      state: "type",
      about: "One type: its schema, its sample, who gets it.",
      path: "/settings/webhooks/events?type=lead.captured",
    },
  ],
};

export const alerts = of("alerts", "Alerts", "/settings/webhooks/alerts", "Inbox, rules and settings.");
export const inspectors: Screen = {
  name: "inspectors",
  title: "Inspectors",
  shots: [
    { state: "empty", about: "What an inspector is for.", path: "/settings/inspectors", isOfEmptyAccount: true },
    { state: "full", about: "What each answers, and when something last arrived.", path: "/settings/inspectors" },
    {
      state: "requests",
      about: "What has arrived, with its signature checked; and what it answers.",
      path: ({ inspector }) => `/settings/inspectors/${inspector.id}`,
    },
  ],
};
export const palette: Screen = {
  name: "palette",
  title: "Command palette and keys",
  shots: [
    {
      state: "open",
      about: "Everything by its name.",
      path: "/settings/webhooks",
      after: async (page) => {
        await page.keyboard.press("Control+k");
        await page.getByRole("combobox").waitFor();
      },
    },
    {
      state: "keys",
      about: "Which key does what.",
      path: "/settings/webhooks",
      after: async (page) => {
        await page.keyboard.press("?");
        await page.getByRole("dialog").waitFor();
      },
    },
  ],
};
export const apiKeys = of("api-keys", "API keys", "/settings/api-keys", "Keys, and when each was last used.");
export const team = of("team", "Team", "/settings/team", "Members, roles and invitations.");
export const auditLog = of("audit-log", "Audit log", "/settings/audit-log", "Who did what, to what, and when.");
export const account = of("account", "Account", "/settings/account", "The account itself.");
export const signIn: Screen = { ...of("sign-in", "Sign in", "/login", "The way in."), isPublic: true };
