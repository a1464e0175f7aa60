import type { ReactNode } from "react";
import { FORMATS, type FormatName } from "@/lib/core/formats";
import { RETRY_PRESETS } from "@/lib/core/retry";
import { describeSchedule } from "@/lib/core/schedule";
import type { DocsPage } from "../docs-page";
import { A, C, P, Steps, Table, Ul } from "../prose";

interface Migration {
  slug: string;
  /** The system one comes from. */
  from: string;
  format: FormatName;
  /** What becomes of the receiver's code. */
  receiver: readonly ReactNode[];
  /** There and here. */
  words: readonly (readonly [there: ReactNode, here: ReactNode])[];
  different: readonly ReactNode[];
}

const migration = ({ slug, from, format, receiver, words, different }: Migration): DocsPage => ({
  slug,
  title: `From ${from}`,
  shortTitle: from.charAt(0).toUpperCase() + from.slice(1),
  summary: `What to change when a receiver comes from ${from}.`,
  sections: () => [
    { id: "receiver", title: "Your receiver's code", body: <Ul items={receiver} /> },
    {
      id: "steps",
      title: "The move",
      body: (
        <Steps
          items={[
            <>
              <A href="/settings/webhooks/new">Create a webhook</A> with your receiver&apos;s URL, the same events, and
              the format <strong>{FORMATS[format].label}</strong> (<C>{format}</C>).
            </>,
            format === "sidecar" ? (
              <>
                Enter the <C>Authorization</C> value that your receiver expects.
              </>
            ) : (
              "Put the new secret into your receiver. Secrets of other systems can't be taken over."
            ),
            <>
              Click <strong>Test</strong>. <C>200</C> means that your receiver accepts what comes from here.
            </>,
            "Publish here, and switch off the old webhook. Where both run for a while, each event comes from each of them, with ids of its own.",
          ]}
        />
      ),
    },
    {
      id: "words",
      title: "Where you find things",
      body: (
        <Table
          label="Where you find things"
          head={["There", "Here"]}
          rows={words.map((cells) => ({ cells: [...cells] }))}
        />
      ),
    },
    {
      id: "different",
      title: "What is different",
      body: (
        <>
          <Ul items={different} />
          <P>
            Retries: {describeSchedule(RETRY_PRESETS[FORMATS[format].retry])} The times stand under{" "}
            <A href="/docs/retries">retries</A>.
          </P>
        </>
      ),
    },
  ],
});

const EVENT_IDS = (
  <>
    Deliveries carry an <A href="/docs/duplicates">event id</A> in a header: use it to skip duplicates.
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
    "If it doesn't verify signatures yet, now is the time.",
  ],
  words: [
    ["Settings → Integrations → Webhooks", "Settings → Outbound Webhooks"],
    ["one URL and its events", "as many webhooks as you like, each with its own events"],
    ["New Message", <C key="e">message.received</C>],
    ["Message Status", <C key="e">message.status</C>],
    ["Interactive Reply", <C key="e">message.interactive_reply</C>],
    ["Contact Updated", <C key="e">contact.updated</C>],
    ["Flow Triggered", <C key="e">flow.triggered</C>],
  ],
  different: ["Any 2xx within 5 s is a success, not 200 alone.", EVENT_IDS],
});

export const fromSydxPro = migration({
  slug: "from-sydx-pro",
  from: "Sydx AI Outbound Webhooks Pro",
  format: "sydx",
  receiver: [
    <>
      <strong>Nothing to change</strong> but the secret. Body, headers and signature are the same, byte for byte; also
      code that signs <C>JSON.stringify(req.body)</C> goes on working.
    </>,
  ],
  words: [
    ["Settings → Outbound Webhooks", "the same place"],
    ["Name", "Title"],
    ["Test, Rotate Secret, Delete", "the same, in the webhook's menu"],
    ["Delivery Logs", "the tab of that name, with every header and byte"],
  ],
  different: [
    "Rotating ends the old secret at once, as there, unless you choose a grace period.",
    "There is one attempt, and then three retries: four in all.",
    EVENT_IDS,
  ],
});

export const fromSidecar = migration({
  slug: "from-sidecar",
  from: "Sidecar CX",
  format: "sidecar",
  receiver: [
    <>
      <strong>Nothing to change</strong>, except one value: <C>applicationID</C> is the webhook&apos;s id here (
      <C>wh_…</C>). Change it where your code compares it.
    </>,
    <>
      <C>Authorization</C> carries exactly the value you enter. <C>webhookType</C> and the event&apos;s own fields stand
      at the top of the body, as you know them.
    </>,
  ],
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
      Compare <C>webhookType</C> with the names that the event picker shows.
    </>,
    EVENT_IDS,
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
  ],
  words: [
    ["Setup → Webhooks", "Settings → Outbound Webhooks"],
    ["Powelist", "Event set: a list of events that fills the picker"],
    ["Endpoint, the event to choose", "Events"],
    ["Hits, Last Hit, Created At", "columns of the same names"],
    ["View Endpoints", "View deliveries"],
  ],
  different: [
    <>
      <C>webhook_id</C> is the webhook&apos;s id here.
    </>,
    "A webhook isn't given up after five failed attempts: only that delivery is.",
    EVENT_IDS,
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
  words: [
    ["Webhooks → Endpoints", "Settings → Outbound Webhooks → Webhooks"],
    ["Endpoint", "Webhook"],
    ["Activity logs", "Delivery logs"],
    ["Retry policy", "Retries, under How when you create a webhook"],
    ["Send test event", "Test"],
    ["Manual retry", "Retry now; or retry many by a filter"],
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
  ],
});
