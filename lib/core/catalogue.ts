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

export const isBuiltIn = (name: string): boolean => TYPES.has(name);

export const BUILT_IN_NAMES: readonly string[] = [...TYPES.keys()];
