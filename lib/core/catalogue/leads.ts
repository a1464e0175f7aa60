import { choice, data, key, map, number, part, text, time, type CatalogueGroup } from "./define";

const lead = {
  lead_id: key("Id of the lead"),
  name: text("Name of the lead"),
  phone: text("Phone number, with the country code"),
  email: text("E-mail address", { format: "email" }),
  source: text("Where the lead came from, like facebook_ad, web_form or flow"),
  campaign: text("Campaign that brought the lead"),
};
const score = number("How promising the lead is, 0 to 100", { minimum: 0, maximum: 100 });

export const LEADS: CatalogueGroup = {
  name: "Leads",
  types: [
    {
      name: "lead.captured",
      description: "Triggered when an ad, a web form or a flow captures a lead",
      useCases: ["Create the lead in your CRM", "Alert the sales team in chat", "Call back within minutes"],
      schema: data(["name", "source"], {
        ...lead,
        form: text("Name of the ad or web form"),
        answers: map("What was filled in"),
      }),
      sample: {
        lead_id: "lead_58210",
        name: "Priya Sharma",
        phone: "+919876543210",
        email: "priya.sharma@example.com",
        source: "facebook_ad",
        campaign: "Spring offer",
        form: "Book a demo",
        answers: { company_size: "11-50", budget: "5000" },
      },
    },
    {
      name: "lead.assigned",
      description: "Triggered when a lead is given to a team member",
      useCases: ["Notify the team member", "Set the owner in your CRM"],
      schema: data(["lead_id", "assigned_to"], {
        ...lead,
        assigned_to: part(
          "The team member",
          {
            id: key("Their id"),
            name: text("Their name"),
            email: text("Their e-mail address", { format: "email" }),
          },
          ["id"],
        ),
        assigned_by: text("Who or which rule assigned it"),
      }),
      sample: {
        lead_id: "lead_58210",
        name: "Priya Sharma",
        phone: "+919876543210",
        email: "priya.sharma@example.com",
        source: "facebook_ad",
        campaign: "Spring offer",
        assigned_to: { id: "usr_204", name: "Jane Miller", email: "jane@acme.example" },
        assigned_by: "round_robin",
      },
    },
    {
      name: "lead.generated",
      description: "Triggered when a new lead is created, by a call or a campaign",
      useCases: ["Integrate with a CRM", "Route leads by score"],
      schema: data(["lead_id"], {
        ...lead,
        lead_score: score,
        call_id: text("Call that brought the lead"),
        interest: choice("How interested", "hot", "warm", "cold"),
        generated_at: time("When"),
      }),
      sample: {
        lead_id: "lead_58211",
        name: "Marco Rossi",
        phone: "+390612345678",
        email: "marco.rossi@example.com",
        source: "outbound_call",
        campaign: "Renewals Q1",
        lead_score: 85,
        call_id: "call_987654321",
        interest: "hot",
        generated_at: "2026-03-25T08:22:50.000Z",
      },
    },
  ],
};
