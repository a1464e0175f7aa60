/** The event types that exist in every account, by group. Long: the browser asks the API for what it shows of it. */
import { AGENTS } from "./catalogue/agents";
import { APPOINTMENTS } from "./catalogue/appointments";
import { CALLS } from "./catalogue/calls";
import { CAMPAIGNS } from "./catalogue/campaigns";
import { CHAT } from "./catalogue/chat";
import { CONTACTS } from "./catalogue/contacts";
import type { CatalogueGroup, CatalogueType } from "./catalogue/define";
import { FLOWS } from "./catalogue/flows";
import { INTEGRATIONS } from "./catalogue/integrations";
import { LEADS } from "./catalogue/leads";
import { MESSAGES } from "./catalogue/messages";
import { SMS } from "./catalogue/sms";
import { TEST_PING } from "./catalogue/test-ping";
import { WEBHOOKS } from "./catalogue/webhooks";

export const TEST_EVENT_TYPE = TEST_PING.name;

export const CATALOGUE: readonly CatalogueGroup[] = [
  MESSAGES,
  CONTACTS,
  LEADS,
  CAMPAIGNS,
  FLOWS,
  CALLS,
  AGENTS,
  APPOINTMENTS,
  SMS,
  CHAT,
  INTEGRATIONS,
  WEBHOOKS,
];

const TYPES = new Map<string, CatalogueType>(
  [TEST_PING, ...CATALOGUE.flatMap(({ types }) => types)].map((type) => [type.name, type]),
);

export const builtInType = (name: string): CatalogueType | undefined => TYPES.get(name);

export function isKnownEventType(name: string): boolean {
  return TYPES.has(name);
}

/** `*`, a known type, or `prefix.*` of at least one known type. */
export function isKnownPattern(pattern: string): boolean {
  if (pattern === "*" || isKnownEventType(pattern)) return true;
  return pattern.endsWith(".*") && [...TYPES.keys()].some((name) => name.startsWith(pattern.slice(0, -1)));
}
