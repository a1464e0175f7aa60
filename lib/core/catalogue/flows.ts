import { choice, count, data, key, map, part, text, time, type CatalogueGroup } from "./define";

const flow = {
  flow_id: key("Id of the flow"),
  flow_name: text("Name of the flow"),
  contact: part("Whom it runs for", { phone: key("Phone number, digits with the country code"), name: text("Name") }, [
    "phone",
  ]),
  session_id: key("Id of this run"),
};
const sample = {
  flow_id: "flow_12",
  flow_name: "Book a demo",
  contact: { phone: "919876543210", name: "John Doe" },
  session_id: "ses_c81f20",
};

export const FLOWS: CatalogueGroup = {
  name: "Flows",
  types: [
    {
      name: "flow.triggered",
      description: "Triggered when a flow starts for a contact",
      useCases: ["Look up the contact before the flow asks", "Count how often a flow is used"],
      schema: data(["flow_name", "contact"], {
        ...flow,
        trigger: choice("What started it", "keyword", "button", "campaign", "api", "new_contact"),
        keyword: text("The word that started it"),
      }),
      sample: { ...sample, trigger: "keyword", keyword: "demo" },
    },
    {
      name: "flow.completed",
      description: "Triggered when a flow has run to its end",
      useCases: ["Save the answers", "Create a task from what was said"],
      schema: data(["flow_name", "contact", "session"], {
        ...flow,
        session: map("What the flow collected"),
        duration_seconds: count("How long it took"),
        completed_at: time("When it ended"),
      }),
      sample: {
        ...sample,
        session: { company: "Acme", team_size: "25", preferred_day: "Thursday" },
        duration_seconds: 94,
        completed_at: "2026-03-25T08:24:24.000Z",
      },
    },
  ],
};
