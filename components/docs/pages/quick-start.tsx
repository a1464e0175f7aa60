import type { DocsPage } from "../docs-page";
import { A, C, P, Shell, Ul } from "../prose";

export const quickStart: DocsPage = {
  slug: "quick-start",
  title: "Quick start",
  summary: "From an API key to a verified delivery in five minutes, with a terminal and Node.",
  sections: ({ origin }) => [
    {
      id: "key",
      title: "1. An API key",
      body: (
        <>
          <P>
            Create one under <A href="/settings/api-keys">API keys</A>, and put it into your terminal. It is the only
            thing to replace on this page.
          </P>
          <Shell label="Your API key" code="export WEBHOOKS_API_KEY='ow_…'" />
        </>
      ),
    },
    {
      id: "webhook",
      title: "2. A webhook",
      body: (
        <>
          <P>
            Its URL is a receiver on your own machine, which step 3 starts. The answer has the secret, the only time it
            is shown; the last two lines take it and the webhook&apos;s id out of the answer.
          </P>
          <Shell
            label="Create a webhook"
            terminal={1}
            code={`curl -sS -X POST ${origin}/api/v1/webhooks \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"title":"Quick start","url":"http://localhost:4000/webhook","events":["contact.*"]}' | tee webhook.json
export WEBHOOK_ID=$(sed -n 's/.*"id":"\\(wh_[^"]*\\)".*/\\1/p' webhook.json)
export WEBHOOK_SECRET=$(sed -n 's/.*"secret":"\\([^"]*\\)".*/\\1/p' webhook.json)`}
          />
          <P>
            A product that runs for others takes only <C>https</C> URLs of public addresses. There, let an{" "}
            <A href="/docs/inspector">inspector</A> receive, which is built in, or bring deliveries to your machine as{" "}
            <A href="/docs/local-development">local development</A> describes.
          </P>
        </>
      ),
    },
    {
      id: "receiver",
      title: "3. A receiver that verifies",
      body: (
        <>
          <P>
            This is the code that the page on signatures shows for Node.js; it needs nothing installed beside Node. The
            last line waits until it listens. Its own request isn&apos;t signed, so the answer is{" "}
            <C>Invalid signature</C>.
          </P>
          <Shell
            label="Start a receiver"
            terminal={1}
            code={`curl -sS -o receiver.mjs ${origin}/docs/code/node/sydx
node receiver.mjs &
curl -sS --retry 9 --retry-connrefused --retry-delay 1 http://localhost:4000/webhook`}
          />
        </>
      ),
    },
    {
      id: "test",
      title: "4. Test",
      body: (
        <>
          <P>
            A test is a real event through the real worker. The receiver prints its id and <C>test.ping</C>.
          </P>
          <Shell
            label="Send a test"
            terminal={1}
            code={`curl -sS -X POST ${origin}/api/v1/webhooks/$WEBHOOK_ID/test \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY"`}
          />
        </>
      ),
    },
    {
      id: "publish",
      title: "5. Publish an event",
      body: (
        <>
          <P>
            As your backend would. The answer is <C>202</C> once the event is stored; the receiver prints{" "}
            <C>contact.created</C> a moment later.
          </P>
          <Shell
            label="Publish an event"
            terminal={1}
            code={`curl -sS -X POST ${origin}/api/v1/events \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: quick-start-$WEBHOOK_ID" \\
  -d '{"type":"contact.created","data":{"contact":"919876543210","name":"Ada"}}'`}
          />
        </>
      ),
    },
    {
      id: "see",
      title: "6. See what happened",
      body: (
        <>
          <Shell
            label="List the webhook's deliveries"
            terminal={1}
            code={`curl -sS "${origin}/api/v1/deliveries?webhookId=$WEBHOOK_ID" \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY"`}
          />
          <P>
            Or open the <A href="/settings/webhooks/logs">delivery log</A>: every attempt is there, with each header and
            byte of both sides.
          </P>
        </>
      ),
    },
    {
      id: "next",
      title: "Then",
      body: (
        <Ul
          items={[
            <>
              Stop the receiver with <C>kill %1</C>, publish again (with another <C>Idempotency-Key</C>), and watch the{" "}
              <A href="/docs/retries">retries</A>.
            </>,
            <>
              Write <A href="/docs/custom-server">your own receiver</A>, or connect <A href="/docs/n8n">n8n</A>,{" "}
              <A href="/docs/zapier">Zapier</A> or <A href="/docs/make">Make.com</A>.
            </>,
            <>
              Look for your events in the <A href="/docs/event-catalogue">event catalogue</A>, or add your own.
            </>,
            <>
              Publish from your backend with the <A href="/docs/publishing">client</A>; every call is in the{" "}
              <A href="/docs/api">API reference</A>.
            </>,
          ]}
        />
      ),
    },
  ],
};
