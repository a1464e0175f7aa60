/** What an operation of the API is: routes keep it, the OpenAPI document tells it, tests hold the two together. */
import type { z } from "zod";
import type { ErrorCode } from "../core/errors";
import type { Scope } from "../core/permissions";

/** The headings of the reference, in this order. */
export const GROUPS = {
  Events: "Publishing what happened, and reading it again.",
  Webhooks: "Where events go, and how.",
  Statistics: "How a webhook did: deliveries, attempts and failures over time.",
  Deliveries: "Each event on its way to each webhook, with every attempt.",
  Redeliveries: "Many deliveries again: bulk retries and replays.",
  Alerts: "Rules about webhooks, what they have told, and whom.",
  "Event types": "The catalogue, sets of events, filters, and how strictly events are published.",
  Inspectors: "Receivers that are built in, to see what arrives.",
  Reference: "About the service itself.",
} as const;

export interface Example {
  summary: string;
  value: unknown;
}

export interface Operation {
  /** camelCase: generated clients name a function by it. */
  id: string;
  method: "get" | "post" | "patch" | "delete";
  /** Below /api/v1, like `/events/{eventId}`. */
  path: string;
  group: keyof typeof GROUPS;
  summary: string;
  /** Markdown. */
  description?: string;
  /** What a key needs; null where no key is needed. */
  scope: Scope | null;
  /** One field a parameter, each with a description. */
  params?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: RequestBody;
  /** By status; 204 has no schema. */
  answers: Partial<Record<200 | 201 | 202 | 204, Answer>>;
  /** Errors beside those that follow from the rest of this: code → when. */
  errors?: Partial<Record<ErrorCode, string>>;
}

interface RequestBody {
  schema: z.ZodType;
  /** No body at all is the same as `{}`. */
  isOptional?: boolean;
  /** Each is sent by the contract test, and must succeed. */
  examples: Record<string, Example>;
}

interface Answer {
  description: string;
  schema?: z.ZodType;
  /** Where it isn't JSON, and so has no schema: media type → how such an answer looks. */
  texts?: Record<string, string>;
  examples?: Record<string, Example>;
  /** name → description */
  headers?: Record<string, string>;
}
