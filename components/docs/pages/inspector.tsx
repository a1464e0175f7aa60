import {
  INSPECTED_BODY_MAX_BYTES,
  INSPECTED_FOR_HOURS,
  INSPECTED_REQUESTS_MAX,
  INSPECTORS_MAX,
} from "@/lib/core/inspector-limits";
import type { DocsPage } from "../docs-page";
import { A, C, P, Shell, Table, Ul } from "../prose";

export const inspector: DocsPage = {
  slug: "inspector",
  title: "Inspector",
  summary: "A receiver that is built in: it keeps what arrives, and answers as you tell it.",
  sections: ({ origin }) => [
    {
      id: "what-for",
      title: "What it is for",
      body: (
        <Ul
          items={[
            "To see a webhook's deliveries, with every header, before a receiver exists.",
            "To see retries: let it fail as often as you like, and watch what comes again.",
            "To try a timeout, a redirect or a 410 without breaking a real receiver.",
          ]}
        />
      ),
    },
    {
      id: "create",
      title: "1. Make one",
      body: (
        <>
          <P>The last two lines take its id and its address out of the answer.</P>
          <Shell
            label="Create an inspector"
            terminal={1}
            code={`curl -sS -X POST ${origin}/api/v1/inspectors \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"title":"My first webhook"}' | tee inspector.json
export INSPECTOR_ID=$(sed -n 's/.*"id":"\\(ins_[^"]*\\)".*/\\1/p' inspector.json)
export INSPECTOR_URL=$(sed -n 's/.*"url":"\\([^"]*\\)".*/\\1/p' inspector.json)`}
          />
          <P>
            The address is <C>{`${origin}/inspect/…`}</C> with 32 random characters. Whoever knows it can send to it, by
            any method and to any path below it. What arrived can be read only by your account: with an API key, or
            under Settings → Inspectors, where all of this is a few clicks. Who is signed in and opens the address in a
            browser is led there, and nothing is kept of that.
          </P>
        </>
      ),
    },
    {
      id: "webhook",
      title: "2. Let a webhook send to it",
      body: (
        <>
          <Shell
            label="Create a webhook for it, and send a test"
            terminal={1}
            code={`curl -sS -X POST ${origin}/api/v1/webhooks \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d "{\\"title\\":\\"Inspected\\",\\"url\\":\\"$INSPECTOR_URL\\",\\"events\\":[\\"contact.*\\"]}" | tee inspected.json
export INSPECTED_ID=$(sed -n 's/.*"id":"\\(wh_[^"]*\\)".*/\\1/p' inspected.json)
curl -sS -X POST ${origin}/api/v1/webhooks/$INSPECTED_ID/test \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY"`}
          />
          <P>
            Where only public addresses are allowed (<C>DESTINATIONS=public</C>), this product itself needs one:{" "}
            <C>APP_URL</C> with <C>https</C>.
          </P>
        </>
      ),
    },
    {
      id: "read",
      title: "3. Read what arrived",
      body: (
        <>
          <P>The newest is first; the test stands there a moment after it was sent.</P>
          <Shell
            label="List the requests"
            terminal={1}
            code={`curl -sS ${origin}/api/v1/inspectors/$INSPECTOR_ID/requests \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" | tee requests.json
export REQUEST_ID=$(sed -n 's/.*"id":"\\(irq_[^"]*\\)".*/\\1/p' requests.json)`}
          />
          <P>One of them, with its headers in the order in which they came, and its body:</P>
          <Shell
            label="Read one request"
            terminal={1}
            code={`curl -sS ${origin}/api/v1/inspectors/$INSPECTOR_ID/requests/$REQUEST_ID \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY"`}
          />
        </>
      ),
    },
    {
      id: "answers",
      title: "4. Choose what it answers",
      body: (
        <>
          <Table
            label="What an inspector answers"
            head={["Field of answer", "Meaning", "Unless given"]}
            rows={[
              { cells: [<C key="f">status</C>, "200 to 599", "200"] },
              { cells: [<C key="f">delayMs</C>, "how long it waits first; 0 to 60,000", "0"] },
              { cells: [<C key="f">contentType</C>, "of its answer", "text/plain"] },
              { cells: [<C key="f">body</C>, "of its answer; at most 16,384 characters", "empty"] },
              {
                cells: [
                  <C key="f">headers</C>,
                  <>
                    up to 10 by name: <C>Location</C>, <C>Retry-After</C>, and others that begin with <C>X-</C>
                  </>,
                  "none",
                ],
              },
              {
                cells: [<C key="f">failNext</C>, "so many of the next requests fail; it counts down; 0 to 1,000", "0"],
              },
              { cells: [<C key="f">failStatus</C>, "what those are answered, with no body and no headers", "500"] },
            ]}
          />
          <P>Only what you name changes. This lets one request fail:</P>
          <Shell
            label="Fail once"
            terminal={1}
            code={`curl -sS -X PATCH ${origin}/api/v1/inspectors/$INSPECTOR_ID \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"answer":{"failNext":1,"failStatus":503}}'`}
          />
          <P>
            Publish an event. Its first attempt is answered <C>503</C>; after 5 s a second one is answered <C>200</C>,
            with the same <C>X-Sydx-Event-Id</C> and <C>X-Sydx-Attempt: 2</C>.
          </P>
          <Shell
            label="Publish an event that is retried"
            terminal={1}
            code={`curl -sS -X POST ${origin}/api/v1/events \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"type":"contact.created","data":{"contact":"919876543210","name":"Ada"}}'`}
          />
        </>
      ),
    },
    {
      id: "limits",
      title: "What it keeps",
      body: (
        <Ul
          items={[
            `The last ${INSPECTED_REQUESTS_MAX} requests of the last ${INSPECTED_FOR_HOURS} hours. requestCount counts all there ever were.`,
            <>
              Bodies of up to {INSPECTED_BODY_MAX_BYTES / 1024} KiB. Of a longer one the beginning is kept, and the
              answer is <C>413</C>.
            </>,
            <>
              Signatures as they came. The values of <C>Authorization</C>, <C>Proxy-Authorization</C> and <C>Cookie</C>{" "}
              are masked.
            </>,
            <>
              A body that isn&apos;t UTF-8 is given as base64; <C>bodyEncoding</C> says which it is.
            </>,
            `An account has at most ${INSPECTORS_MAX} inspectors. Deleting one deletes what it received; its address answers 404.`,
          ]}
        />
      ),
    },
    {
      id: "next",
      title: "Then",
      body: (
        <Ul
          items={[
            <>
              Check a signature by hand: <A href="/docs/verify">verifying signatures</A>.
            </>,
            <>
              Replace the inspector&apos;s address by your receiver&apos;s:{" "}
              <A href="/docs/custom-server">a server of your own</A>.
            </>,
            <>
              Every call and field is in the <A href="/docs/api/inspectors">API reference</A>.
            </>,
          ]}
        />
      ),
    },
  ],
};
