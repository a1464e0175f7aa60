import { choice, data, key, list, text, time, type CatalogueGroup } from "./define";

const integration = {
  integration_id: key("Id of the integration"),
  provider: text("What it connects to"),
  name: text("Its name in the account"),
};
const sample = { integration_id: "int_45", provider: "hubspot", name: "HubSpot, sales" };

export const INTEGRATIONS: CatalogueGroup = {
  name: "Integrations",
  types: [
    {
      name: "integration.connected",
      description: "Triggered when an integration is connected",
      useCases: ["Start a first sync", "Keep an audit trail"],
      schema: data(["integration_id", "provider"], {
        ...integration,
        scopes: list("What it may do", text("A permission")),
        connected_by: text("Who connected it"),
        connected_at: time("When"),
      }),
      sample: {
        ...sample,
        scopes: ["contacts.read", "contacts.write"],
        connected_by: "jane@acme.example",
        connected_at: "2026-03-25T08:22:50.000Z",
      },
    },
    {
      name: "integration.disconnected",
      description: "Triggered when an integration is disconnected",
      useCases: ["Alert whoever keeps it", "Stop what depends on it"],
      schema: data(["integration_id", "provider", "reason"], {
        ...integration,
        reason: choice("Why", "by_user", "token_expired", "access_revoked", "error"),
        error_message: text("What the other side said"),
        disconnected_at: time("When"),
      }),
      sample: {
        ...sample,
        reason: "token_expired",
        error_message: "The refresh token is no longer valid",
        disconnected_at: "2026-03-25T08:22:50.000Z",
      },
    },
  ],
};
