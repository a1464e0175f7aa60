import { choice, count, data, key, text, time, type CatalogueGroup } from "./define";

export const APPOINTMENTS: CatalogueGroup = {
  name: "Appointments",
  types: [
    {
      name: "appointment.scheduled",
      description: "Triggered when an appointment is booked",
      useCases: ["Put it into a calendar", "Send a confirmation", "Remind both sides"],
      schema: data(["appointment_id", "starts_at"], {
        appointment_id: key("Id of the appointment"),
        title: text("What it is about"),
        contact_name: text("Who booked"),
        contact_phone: text("Their number, with the country code"),
        contact_email: text("Their e-mail address", { format: "email" }),
        starts_at: time("When it begins"),
        duration_minutes: count("How long it is"),
        timezone: text("IANA time zone of the contact"),
        location: choice("Where", "phone", "video", "on_site"),
        agent_id: text("Agent that booked it"),
        call_id: text("Call in which it was booked"),
        notes: text("What else was said"),
      }),
      sample: {
        appointment_id: "apt_7781",
        title: "Product demo",
        contact_name: "John Doe",
        contact_phone: "+919876543210",
        contact_email: "john.doe@example.com",
        starts_at: "2026-03-26T10:30:00.000Z",
        duration_minutes: 30,
        timezone: "Asia/Kolkata",
        location: "video",
        agent_id: "agent_abc123",
        call_id: "call_987654321",
        notes: "Wants to see the reports",
      },
    },
  ],
};
