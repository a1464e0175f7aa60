import { choice, data, key, list, map, text, time, type CatalogueGroup } from "./define";

const fields = {
  contact: key("Phone number of the contact, digits with the country code"),
  name: text("Name of the contact"),
  email: text("E-mail address", { format: "email" }),
  tags: list("Labels of the contact", text("A label")),
  lead_status: text("Where the contact stands, in your own words"),
};

export const CONTACTS: CatalogueGroup = {
  name: "Contacts",
  types: [
    {
      name: "contact.created",
      description: "Triggered when a contact writes for the first time or is added",
      useCases: ["Create the contact in your CRM", "Send a welcome message"],
      schema: data(["contact"], {
        ...fields,
        wa_id: key("WhatsApp id of the contact"),
        source: choice("How the contact came", "whatsapp", "import", "web_form", "facebook_ad", "manual", "api"),
        created_at: time("When the contact was created"),
      }),
      sample: {
        contact: "919876543210",
        name: "John Doe",
        email: "john.doe@example.com",
        wa_id: "919876543210",
        source: "whatsapp",
        tags: ["new"],
        lead_status: "open",
        created_at: "2026-03-25T08:22:50.000Z",
      },
    },
    {
      name: "contact.updated",
      description: "Triggered when a contact's details, tags or lead status change",
      useCases: ["Keep two address books the same", "Act when a lead's status changes"],
      schema: data(["contact", "changed_fields"], {
        ...fields,
        changed_fields: list("Names of what changed", text("A field")),
        previous: map("What the changed fields were before"),
        updated_by: text("Who or what changed it"),
      }),
      sample: {
        contact: "919876543210",
        name: "John Doe",
        email: "john.doe@example.com",
        tags: ["new", "vip"],
        lead_status: "qualified",
        changed_fields: ["tags", "lead_status"],
        previous: { tags: ["new"], lead_status: "open" },
        updated_by: "jane@acme.example",
      },
    },
    {
      name: "contact.deleted",
      description: "Triggered when a contact is removed",
      useCases: ["Remove the person from other systems", "Keep a record of erasures"],
      schema: data(["contact"], {
        contact: fields.contact,
        name: fields.name,
        deleted_at: time("When it was removed"),
        deleted_by: text("Who removed it"),
        reason: text("Why"),
      }),
      sample: {
        contact: "919876543210",
        name: "John Doe",
        deleted_at: "2026-03-25T08:22:50.000Z",
        deleted_by: "jane@acme.example",
        reason: "erasure_request",
      },
    },
  ],
};
