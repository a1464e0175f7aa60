import type { ReactNode } from "react";
import type { DocsPage } from "../docs-page";
import { A, C, Note, Steps, Ul } from "../prose";

const CREATE_WEBHOOK = <A href="/settings/webhooks/new">Create webhook</A>;

const TEST: ReactNode = (
  <>
    Click <strong>Test</strong> on the webhook&apos;s page. The panel shows the request, the answer and how long it
    took; <C>200</C> means that it works. To send one of your event types instead of <C>test.ping</C>, choose it in the
    same panel.
  </>
);

interface Guide {
  slug: string;
  title: string;
  summary: string;
  before: readonly ReactNode[];
  here: readonly ReactNode[];
  testing: readonly ReactNode[];
  good: readonly ReactNode[];
  note?: ReactNode;
}

const guide = ({ slug, title, summary, before, here, testing, good, note }: Guide): DocsPage => ({
  slug,
  title,
  summary,
  sections: () => [
    { id: "there", title: `In ${title}`, body: <Steps items={before} /> },
    { id: "here", title: "Here", body: <Steps items={here} /> },
    {
      id: "good",
      title: "Good to know",
      body: (
        <>
          <Ul items={good} />
          {note && <Note>{note}</Note>}
        </>
      ),
    },
    { id: "test", title: "Test", body: <Steps items={testing} /> },
  ],
});

export const n8n = guide({
  slug: "n8n",
  title: "n8n",
  summary: "Start a workflow with each event.",
  before: [
    <>
      Create a workflow, and add a <strong>Webhook</strong> node as its trigger.
    </>,
    <>
      Set <strong>HTTP Method</strong> to <C>POST</C>, and <strong>Respond</strong> to <C>Immediately</C>: long
      workflows would else run into the webhook&apos;s timeout.
    </>,
    <>
      Copy the <strong>Production URL</strong>. The test URL answers only while the editor listens.
    </>,
    <>
      <strong>Publish</strong> the workflow (in older versions: switch it to <strong>Active</strong>). Until then the
      production URL answers 404.
    </>,
  ],
  here: [
    <>{CREATE_WEBHOOK}: paste the Production URL, and tick the events that the workflow is for.</>,
    <>
      Leave the format at <C>sydx</C>: the event&apos;s type is <C>{"{{ $json.body.event }}"}</C>, its fields are under{" "}
      <C>{"{{ $json.body.data }}"}</C>.
    </>,
  ],
  good: [
    <>
      To keep strangers out without code, choose <strong>Header Auth</strong> in the node, and add the same header to
      the webhook here. Or use the format <C>sidecar</C>, and its Authorization value.
    </>,
    <>
      To verify signatures, switch on <strong>Raw Body</strong> in the node&apos;s options: the signature is over the
      body as it came.
    </>,
    <>
      A self-hosted n8n must be reachable from outside: see <A href="/docs/firewalls">firewalls and IP allow-lists</A>.
    </>,
  ],
  testing: [
    TEST,
    "In n8n, open Executions: there is one for the test. If it says 404 here, the workflow isn't published.",
  ],
});

export const zapier = guide({
  slug: "zapier",
  title: "Zapier",
  summary: "Start a Zap with each event.",
  before: [
    <>
      Create a Zap, and choose <strong>Webhooks by Zapier</strong> as its trigger, with the event{" "}
      <strong>Catch Hook</strong>.
    </>,
    "Copy the webhook URL that Zapier shows. Leave the step open; it waits for an example.",
  ],
  here: [
    <>{CREATE_WEBHOOK}: paste the URL, and tick the events that the Zap is for.</>,
    <>
      Leave the format at <C>sydx</C>. Zapier gives its fields as <C>event</C>, <C>timestamp</C> and <C>data__…</C>.
    </>,
  ],
  good: [
    <>
      Zapier&apos;s steps can&apos;t check a signature before the Zap starts. The URL is the secret: keep it to
      yourself. To check signatures all the same, use <strong>Catch Raw Hook</strong> and a code step.
    </>,
    <>
      A Zap gets every event of its webhook. Make one webhook for each Zap, with just its events; a{" "}
      <A href="/docs/filters">filter</A> here keeps out events that the Zap would only throw away.
    </>,
    "Zapier answers 200 also while a Zap is off. It shows what arrived only while the Zap is on.",
  ],
  testing: [
    <>{TEST} Choose an event type with the fields you want to map: Zapier takes this delivery as its example.</>,
    <>
      In Zapier choose <strong>Test trigger</strong>: the delivery stands there. Map its fields to your action, and
      publish the Zap.
    </>,
  ],
});

export const make = guide({
  slug: "make",
  title: "Make.com",
  summary: "Start a scenario with each event.",
  before: [
    <>
      Create a scenario, and add <strong>Webhooks → Custom webhook</strong> as its first module.
    </>,
    <>
      <strong>Add</strong> a webhook, name it, and copy its address.
    </>,
    <>
      Click <strong>Redetermine data structure</strong>: Make waits for a delivery, and learns its fields.
    </>,
  ],
  here: [
    <>{CREATE_WEBHOOK}: paste the address, and tick the events that the scenario is for.</>,
    <>
      Leave the format at <C>sydx</C>: the fields are <C>event</C>, <C>timestamp</C>, <C>tenantId</C> and <C>data</C>.
    </>,
  ],
  good: [
    <>
      Make answers <C>200 Accepted</C> at once. With a <strong>Webhook response</strong> module it answers when the
      scenario gets there: keep that below the webhook&apos;s timeout.
    </>,
    <>
      Make limits how many deliveries a webhook takes in a second, and answers <C>429</C> beyond that. Give this webhook
      a rate, and nothing is refused.
    </>,
    <>
      To check signatures, let the module give you the headers (<strong>Get request headers</strong>) and pass the body
      on as it came (<strong>JSON pass-through</strong>).
    </>,
  ],
  testing: [
    <>{TEST} Choose one of your event types: Make learns the fields from it.</>,
    <>
      Make says <strong>Successfully determined</strong>. Add the modules behind it, and switch the scenario on.
    </>,
  ],
});

export const customServer = guide({
  slug: "custom-server",
  title: "A server of your own",
  summary: "An endpoint in your application, in any language.",
  before: [
    <>
      Add a route that takes <C>POST</C>, on a public address with <C>https</C>.
    </>,
    <>
      Read the body as bytes, and <A href="/docs/verify">verify its signature</A>: there is code for Node.js, Python,
      PHP, Go, Ruby and Java to copy.
    </>,
    <>
      Skip <A href="/docs/duplicates">event ids you have seen</A>.
    </>,
    <>
      Store the event or put it into a queue, answer <C>200</C>, and work afterwards.
    </>,
    <>
      Look at the event&apos;s type, and ignore those you don&apos;t know: answer <C>200</C> for them, too.
    </>,
  ],
  here: [
    <>{CREATE_WEBHOOK}: the URL of your route, the format that your code verifies, and the events you need.</>,
    "Copy the secret into your server's environment. It is shown once.",
  ],
  good: [
    "The body has up to 256 KiB of data: raise your framework's limit to 300 KB.",
    "Exempt the route from CSRF checks, sessions and redirects (also from /hook to /hook/).",
    <>
      While you write it, <A href="/docs/local-development">npm run listen</A> brings deliveries to your machine.
    </>,
  ],
  testing: [
    TEST,
    <>
      <C>401</C> means that the secret or the code is wrong, <C>404</C> the path, no answer the network:{" "}
      <A href="/docs/troubleshooting">troubleshooting</A>.
    </>,
  ],
});
