import { migration } from "../migration";
import { A, C } from "../prose";

const EVENT_IDS = (
  <>
    Deliveries carry an <A href="/docs/duplicates">event id</A> in a header: use it to skip duplicates.
  </>
);

const WAITS = (
  <>
    A retry is never early and up to 10 % of its wait late. <C>Retry-After</C> on 429 and 503 makes a wait longer;{" "}
    <C>410</C> disables the webhook.
  </>
);

export const fromSydx = migration({
  slug: "from-sydx",
  from: "Sydx AI webhooks",
  format: "sydx",
  receiver: [
    <>
      <strong>Nothing to change</strong> where it answers 200 to a POST and takes the body of{" "}
      <A href="/docs/payloads#sydx">this format</A>.
    </>,
    "That system's documentation names neither a header nor a field. If your code verifies a signature, compare the table below with it.",
  ],
  there: {
    body: "Not described.",
    headers: "Not described.",
    proof: "A cryptographic signature, not described further.",
    secret: "Not described.",
    success: "200.",
    timeout: "5 s.",
    retries: "Automatic; times not described.",
  },
  words: [
    ["Settings → Integrations → Webhooks", "Settings → Outbound Webhooks"],
    ["one URL and its events", "as many webhooks as you like, each with its own events"],
    ["New Message", <C key="e">message.received</C>],
    ["Message Status", <C key="e">message.status</C>],
    ["Interactive Reply", <C key="e">message.interactive_reply</C>],
    ["Contact Updated", <C key="e">contact.updated</C>],
    ["Flow Triggered", <C key="e">flow.triggered</C>],
  ],
  different: ["Any 2xx is a success, not 200 alone.", EVENT_IDS, WAITS],
});

export const fromSydxPro = migration({
  slug: "from-sydx-pro",
  from: "Sydx AI Outbound Webhooks Pro",
  format: "sydx",
  receiver: [
    <>
      <strong>Nothing to change</strong> but the secret. Body, headers and signature are made in the same way; also code
      that signs <C>JSON.stringify(req.body)</C> goes on working.
    </>,
    <>
      <C>tenantId</C> is your account&apos;s id here (<C>acc_…</C>). Change it where your code compares it.
    </>,
  ],
  there: {
    body: "event, timestamp, tenantId, data",
    headers: "X-Sydx-Event, X-Sydx-Timestamp, X-Sydx-Signature; User-Agent SydxAI-Webhook/1.0",
    proof: "X-Sydx-Signature: HMAC-SHA256 of the body in hex, keyed with the whole secret.",
    secret: "whsec_…, shown once.",
    success: "Any 2xx.",
    timeout: "5 s.",
    retries: "After 5 s, 30 s, 2 min.",
  },
  words: [
    ["Settings → Outbound Webhooks", "the same place"],
    ["Name", "Title"],
    ["Test, Rotate Secret, Delete", "the same, in the webhook's menu"],
    ["Delivery Logs", "the tab of that name, with what was sent and what came back"],
  ],
  different: [
    "Rotating ends the old secret at once, as there, unless you choose a grace period.",
    "Its documentation speaks of three failed attempts. Here there is one attempt and then three retries, as in its table: four in all.",
    EVENT_IDS,
    WAITS,
  ],
});

export const fromSidecar = migration({
  slug: "from-sidecar",
  from: "Sidecar CX",
  format: "sidecar",
  receiver: [
    <>
      <strong>Nothing to change</strong> but two values, where your code compares them.
    </>,
    <>
      <C>applicationID</C> is the webhook&apos;s id here (<C>wh_…</C>).
    </>,
    <>
      <C>webhookType</C> is the event type&apos;s name, such as <C>chat.message_received</C>. That system&apos;s
      documentation lists no values: compare yours with the names below.
    </>,
    <>
      <C>Authorization</C> carries exactly the value you enter. The event&apos;s own fields stand at the top of the
      body, as you know them.
    </>,
  ],
  there: {
    body: "applicationID, webhookType, and the fields of the event",
    headers: "Authorization",
    proof: "None: Authorization carries the value you chose.",
    secret: "The value chosen with the application.",
    success: "Any 2xx.",
    timeout: "“Quickly”.",
    retries: "Several within a few minutes.",
  },
  words: [
    ["Account Settings → Applications", "Settings → Outbound Webhooks"],
    ["Application", "Webhook"],
    ["the value chosen for Authorization", "the field Authorization of the webhook; write-only, replaceable"],
    ["incoming chat message", <C key="e">chat.message_received</C>],
    ["AI Agent response sent", <C key="e">agent.response_sent</C>],
    ["AI Agent provisioned", <C key="e">agent.provisioned</C>],
  ],
  different: [
    <>
      Where the data has a field <C>applicationID</C> or <C>webhookType</C> of its own, the envelope&apos;s wins.
    </>,
    <>
      A URL with <C>http</C> is taken only where this product runs for development: <C>DESTINATIONS=local</C>.
    </>,
    <>
      A webhook of this format is disabled as you know it: an email with the first delivery that uses up its retries,
      and 24 h later, if none has succeeded, it is off. What comes meanwhile is held, not lost. Other times, or none:{" "}
      <A href="/docs/retries#disabling">When nothing succeeds any more</A>. Where no mail server is set up, word of it
      stands in the tab Alerts.
    </>,
    EVENT_IDS,
    WAITS,
  ],
});

export const fromAiSync = migration({
  slug: "from-ai-sync",
  from: "AI Sync",
  format: "aisync",
  receiver: [
    <>
      <strong>Nothing to change</strong> but the secret. <C>X-Webhook-Signature</C> is the bare hex signature that the
      verifier with <C>Buffer.from(signature, &apos;hex&apos;)</C> expects.
    </>,
    <>
      A receiver that expects <C>sha256=</C> before it reads <C>X-Webhook-Signature-256</C> instead.
    </>,
    <>
      <C>metadata.signature</C> signs the body without that member; the header signs the whole body. One of them is
      enough.
    </>,
    <>
      <C>webhook_id</C> is the webhook&apos;s id here (<C>wh_…</C>). Change it where your code compares it.
    </>,
  ],
  there: {
    body: "event, timestamp, webhook_id, data, metadata",
    headers: "X-Webhook-Signature",
    proof:
      "X-Webhook-Signature: HMAC-SHA256 of the body in hex in the verifier, with sha256= before it in the test request; metadata.signature.",
    secret: "One, not described further.",
    success: "200.",
    timeout: "Not described.",
    retries: "After 30 s, 2 min, 8 min, 32 min.",
  },
  words: [
    ["Setup → Webhooks", "Settings → Outbound Webhooks"],
    ["Powelist", "Event set: a list of events that fills the picker"],
    ["Endpoint, the event to choose", "Events"],
    ["Contact", <C key="e">contact.created, contact.updated</C>],
    ["Contact Delete", <C key="e">contact.deleted</C>],
    ["call.*, agent.*, campaign.*, lead.generated, appointment.scheduled, sms.*", "the same names"],
    ["Hits, Last Hit, Created At", "columns of the same names"],
    ["View Endpoints", "View deliveries"],
  ],
  different: [
    "A webhook isn't given up after five failed attempts: only that delivery is.",
    <>
      The documented receiver takes 1,000 requests in 15 minutes from one address and answers <C>429</C> beyond that;
      those are retried. Raise that limit, or give the webhook a rate of 1 a second.
    </>,
    EVENT_IDS,
    WAITS,
  ],
});

export const fromCallPortal = migration({
  slug: "from-call-portal",
  from: "a call platform's webhook portal",
  format: "standard",
  receiver: [
    <>
      Such portals have no format in common. If yours documents an HMAC over the body, take the format whose header it
      resembles; if you write the receiver anew, take <A href="/docs/payloads#standard">standard</A>: ready-made
      libraries verify it.
    </>,
    <>
      Then change <strong>where the signature stands and how it is made</strong>, and the names of the envelope&apos;s
      fields. <A href="/docs/verify">Verifying signatures</A> has the code.
    </>,
  ],
  there: {
    body: "Not described.",
    headers: "Not described.",
    proof: "A signature, not described further.",
    secret: "One, to be rotated periodically.",
    success: "Any 2xx.",
    timeout: "Not described.",
    retries: "Several, with growing waits; can be set.",
  },
  words: [
    ["Webhooks → Endpoints", "Settings → Outbound Webhooks → Webhooks"],
    ["Endpoint", "Webhook"],
    ["Status: active, inactive", "active, paused"],
    ["Activity logs", "Delivery logs"],
    ["Retry policy", "Retries, under How when you create a webhook"],
    ["Send test event", "Test"],
    [
      "A service that displays incoming webhooks",
      <>
        the <A href="/docs/inspector">inspector</A>
      </>,
    ],
    ["Manual retry", "Retry now; or retry many by a filter"],
    [
      "Failure notifications: repeated failures, success rate, a specific event",
      <>
        the tab Alerts: <A href="/docs/alerts">Health and alerts</A>
      </>,
    ],
    ["Endpoint health: success rate, average response time", "Health, in the list and on the webhook's page"],
    ["Call Started, Call Completed, Call Failed", <C key="e">call.started, call.completed, call.failed</C>],
    ["Contact Created, Updated, Deleted", <C key="e">contact.created, contact.updated, contact.deleted</C>],
    [
      "Campaign Started, Completed, Paused, Resumed",
      <C key="e">campaign.started, campaign.completed, campaign.paused, campaign.resumed</C>,
    ],
    ["Integration Connected, Disconnected", <C key="e">integration.connected, integration.disconnected</C>],
  ],
  different: [
    <>
      The addresses to let through a firewall: <A href="/docs/firewalls">here</A>.
    </>,
    "A webhook has one schedule; choose a preset or write your own.",
    "Rotating a secret can have a grace period, in which both secrets sign.",
    <>
      <C>call.completed</C> is the end of a conversation. <C>call.ended</C>, the end of a call, is a type of its own.
    </>,
    EVENT_IDS,
    WAITS,
  ],
});
