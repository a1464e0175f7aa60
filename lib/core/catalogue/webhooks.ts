import { count, data, integer, key, number, part, text, time, url, type CatalogueGroup } from "./define";

const webhook = part("Which webhook", { id: key("Its id"), title: text("Its title"), url: url("Where it sends to") }, [
  "id",
  "title",
  "url",
]);
const sample = { id: "wh_01k9qz7v3e8x4t2m6n5b1c0d9f", title: "CRM integration", url: "https://hooks.acme.example/crm" };
const alert = part("The alert rule that says so; none where the webhook's own course does", {
  id: text("Its id"),
  title: text("Its title"),
  kind: text("What it looks for, like success_rate"),
  evidence: text("What it saw"),
});
const error = text("Kind of the last failure, like timeout, tls or http_status");

export const WEBHOOKS: CatalogueGroup = {
  name: "Webhooks",
  types: [
    {
      name: "webhook.failing",
      description: "Triggered when a webhook begins to fail",
      useCases: ["Page whoever keeps the receiver", "Open an incident"],
      schema: data(["webhook"], {
        webhook,
        consecutive_failures: count("Deliveries that failed in a row"),
        success_rate: number("Part that succeeded lately, 0 to 1", { minimum: 0, maximum: 1 }),
        failing_since: time("When it began"),
        last_error: error,
        last_response_code: integer("Status of the last answer", { minimum: 100, maximum: 599 }),
        alert,
      }),
      sample: {
        webhook: sample,
        consecutive_failures: 10,
        success_rate: 0.42,
        failing_since: "2026-03-25T08:02:11.000Z",
        last_error: "http_status",
        last_response_code: 503,
      },
    },
    {
      name: "webhook.disabled",
      description: "Triggered when a webhook is disabled",
      useCases: ["Alert at once: nothing is sent any more", "Open an incident"],
      schema: data(["webhook", "reason"], {
        webhook,
        reason: text("Why, like gone (the receiver answered 410) or failing_too_long"),
        disabled_at: time("When"),
        held_count: count("Deliveries that wait for it"),
      }),
      sample: { webhook: sample, reason: "gone", disabled_at: "2026-03-25T08:22:50.000Z", held_count: 12 },
    },
    {
      name: "webhook.recovered",
      description: "Triggered when a failing webhook works again",
      useCases: ["Close the incident", "Retry what failed meanwhile"],
      schema: data(["webhook"], {
        webhook,
        failing_since: time("When it began to fail"),
        recovered_at: time("When it worked again"),
        failed_count: count("Deliveries that failed meanwhile"),
        alert,
      }),
      sample: {
        webhook: sample,
        failing_since: "2026-03-25T08:02:11.000Z",
        recovered_at: "2026-03-25T08:22:50.000Z",
        failed_count: 37,
      },
    },
    {
      name: "delivery.exhausted",
      description: "Triggered when a delivery has used up its retries",
      useCases: ["Handle the event by other means", "Put it on a list for a person"],
      schema: data(["delivery_id", "event_id", "event_type", "webhook"], {
        delivery_id: key("Id of the delivery"),
        event_id: key("Id of the event that was to be delivered"),
        event_type: key("Its type"),
        webhook,
        attempts: count("How often it was tried"),
        last_error: error,
        last_response_code: integer("Status of the last answer", { minimum: 100, maximum: 599 }),
        exhausted_at: time("When it was given up"),
      }),
      sample: {
        delivery_id: "dlv_01k9qz8r1f7y3w5s2p6d4g0h8j",
        event_id: "evt_01k9qz8r0c2a6e4k8m1n3q5t7v",
        event_type: "call.ended",
        webhook: sample,
        attempts: 4,
        last_error: "http_status",
        last_response_code: 503,
        exhausted_at: "2026-03-25T08:25:25.000Z",
      },
    },
  ],
};
