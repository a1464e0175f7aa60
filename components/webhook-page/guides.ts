/** Where an event's type, data and id are found in other systems, by wire format. */
import type { FormatName } from "@/lib/core/formats";

export interface Guide {
  key: "n8n" | "zapier" | "make" | "server";
  /** Undefined where it has a message. */
  name: string | undefined;
  /** Of its page in the documentation. */
  slug: string;
  /** Whose URLs are its own; undefined where it may be anywhere. */
  host: RegExp | undefined;
  fieldsOf: (format: FormatName) => { type: string; data: string; id: string };
}

/** `data` empty: the body's top level. */
const NAMES: Record<FormatName, { type: string; data: string; id: string }> = {
  sydx: { type: "event", data: "data", id: "X-Sydx-Event-Id" },
  sidecar: { type: "webhookType", data: "", id: "X-Webhook-Event-Id" },
  aisync: { type: "event", data: "data", id: "X-Webhook-Event-Id" },
  standard: { type: "type", data: "data", id: "webhook-id" },
};

export const GUIDES: readonly Guide[] = [
  {
    ...{ key: "n8n", name: "n8n", slug: "n8n", host: undefined },
    fieldsOf: (format) => {
      const { type, data, id } = NAMES[format];
      return {
        type: `{{ $json.body.${type} }}`,
        data: `{{ $json.body${data && `.${data}`} }}`,
        id: `{{ $json.headers["${id.toLowerCase()}"] }}`,
      };
    },
  },
  {
    ...{ key: "zapier", name: "Zapier", slug: "zapier", host: /(^|\.)zapier\.com$/ },
    fieldsOf: (format) => {
      const { type, data, id } = NAMES[format];
      return { type, data: data ? `${data}__…` : "…", id: `Catch Raw Hook: ${id}` };
    },
  },
  {
    ...{ key: "make", name: "Make.com", slug: "make", host: /(^|\.)make\.com$|(^|\.)integromat\.com$/ },
    fieldsOf: (format) => {
      const { type, data, id } = NAMES[format];
      return { type, data: data || "…", id: `Get request headers: ${id}` };
    },
  },
  {
    ...{ key: "server", name: undefined, slug: "custom-server", host: undefined },
    fieldsOf: (format) => {
      const { type, data, id } = NAMES[format];
      return {
        type: `body.${type}`,
        data: data ? `body.${data}` : "body",
        id: `request.headers["${id.toLowerCase()}"]`,
      };
    },
  },
];
