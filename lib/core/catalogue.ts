/** The event types that exist, by group. */
export interface EventType {
  name: string;
  description: string;
}

export interface EventGroup {
  name: string;
  types: EventType[];
}

const group = (name: string, types: Record<string, string>): EventGroup => ({
  name,
  types: Object.entries(types).map(([type, description]) => ({ name: type, description })),
});

/** Sent by the Test button. Needs no subscription, so it stands in no group. */
export const TEST_EVENT_TYPE = "test.ping";

export const CATALOGUE: readonly EventGroup[] = [
  group("Messages", {
    "message.received": "Triggered when a contact sends a message",
    "message.sent": "Triggered when a message is sent to a contact",
    "message.status": "Triggered when a sent message is delivered or read",
    "message.interactive_reply": "Triggered when a contact answers with a button or a list",
  }),
  group("Contacts", {
    "contact.created": "Triggered when a contact writes for the first time or is added",
    "contact.updated": "Triggered when a contact's details, tags or lead status change",
    "contact.deleted": "Triggered when a contact is removed",
  }),
  group("Leads", {
    "lead.captured": "Triggered when an ad, a web form or a flow captures a lead",
    "lead.assigned": "Triggered when a lead is given to a team member",
    "lead.generated": "Triggered when a call or campaign brings a new lead",
  }),
  group("Campaigns", {
    "campaign.started": "Triggered when a campaign begins",
    "campaign.sent": "Triggered when a broadcast has been sent",
    "campaign.completed": "Triggered when a campaign has finished",
    "campaign.paused": "Triggered when a campaign is paused",
    "campaign.resumed": "Triggered when a paused campaign goes on",
  }),
  group("Flows", {
    "flow.triggered": "Triggered when a flow starts for a contact",
    "flow.completed": "Triggered when a flow has run to its end",
  }),
  group("Calls", {
    "call.started": "Triggered when a call begins",
    "call.answered": "Triggered when a call is answered",
    "call.transferred": "Triggered when a call is handed to somebody else",
    "call.ended": "Triggered when a call ends, with its duration and outcome",
    "call.completed": "Triggered when a conversation has come to its end",
    "call.failed": "Triggered when a call can't be made or breaks off",
  }),
  group("Agents", {
    "agent.created": "Triggered when an agent is created",
    "agent.updated": "Triggered when an agent's configuration changes",
    "agent.status_changed": "Triggered when an agent goes online or offline",
    "agent.performance": "Triggered when an agent crosses a performance threshold",
    "agent.response_sent": "Triggered when an agent has answered",
    "agent.provisioned": "Triggered when an agent is ready for use",
  }),
  group("Appointments", { "appointment.scheduled": "Triggered when an appointment is booked" }),
  group("SMS", {
    "sms.sent": "Triggered when an SMS is sent",
    "sms.received": "Triggered when an SMS arrives",
    "sms.failed": "Triggered when an SMS can't be delivered",
    "sms.replied": "Triggered when a contact replies to an SMS",
  }),
  group("Chat", { "chat.message_received": "Triggered when a chat message arrives" }),
  group("Integrations", {
    "integration.connected": "Triggered when an integration is connected",
    "integration.disconnected": "Triggered when an integration is disconnected",
  }),
  group("Webhooks", {
    "webhook.failing": "Triggered when a webhook begins to fail",
    "webhook.disabled": "Triggered when a webhook is disabled",
    "webhook.recovered": "Triggered when a failing webhook works again",
    "delivery.exhausted": "Triggered when a delivery has used up its retries",
  }),
];

const NAMES = new Set([TEST_EVENT_TYPE, ...CATALOGUE.flatMap(({ types }) => types.map(({ name }) => name))]);

export function isKnownEventType(name: string): boolean {
  return NAMES.has(name);
}

/** `*`, a known type, or `prefix.*` of at least one known type. */
export function isKnownPattern(pattern: string): boolean {
  if (pattern === "*" || isKnownEventType(pattern)) return true;
  return pattern.endsWith(".*") && [...NAMES].some((name) => name.startsWith(pattern.slice(0, -1)));
}
