/** The event sets that every account has: a beginning for a subscription. */
import type { EventSet } from "./event-type";

const set = (name: string, ...events: string[]): EventSet => ({ id: null, name, events });

export const EVENT_SETS: readonly EventSet[] = [
  set("CRM sync", "contact.*", "lead.*", "appointment.*", "call.ended", "campaign.completed"),
  set("Call analytics", "call.*", "agent.performance", "agent.status_changed"),
  set("Lead alerts", "lead.*", "appointment.scheduled", "message.interactive_reply"),
  set("Messaging", "message.*", "sms.*", "chat.*", "flow.completed"),
  set("Everything", "*"),
];
