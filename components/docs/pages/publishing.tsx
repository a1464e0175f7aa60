import { MAX_BATCH_BYTES, MAX_EVENT_BYTES } from "@/lib/core/event";
import type { DocsPage } from "../docs-page";
import { A, C, Code, P, Shell, Table, Ul } from "../prose";

const USE = `import { createPublisher } from "./publisher.ts";

const publisher = createPublisher({
  url: process.env.WEBHOOKS_URL,
  apiKey: process.env.WEBHOOKS_API_KEY,
});

await publisher.publish(
  { type: "lead.captured", data: { name: "Ada", email: "ada@example.com" } },
  { idempotencyKey: "lead-4711" },
);`;

export const publishing: DocsPage = {
  slug: "publishing",
  title: "Publishing events",
  summary: "One call from your backend; safe to repeat.",
  sections: ({ origin }) => [
    {
      id: "one",
      title: "One event",
      body: (
        <>
          <Shell
            label="Publish one event"
            terminal={1}
            code={`curl -sS -X POST ${origin}/api/v1/events \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"type":"lead.captured","data":{"name":"Ada","email":"ada@example.com"}}'`}
          />
          <P>
            <C>type</C> is an entry of the <A href="/docs/event-catalogue">event catalogue</A>; you can add your own.
            The answer is <C>202</C> with the event&apos;s id and to how many webhooks it goes, once both are stored.{" "}
            <C>timestamp</C> says when it happened; without it, that is now. <C>data</C> is a JSON object; the whole
            body has at most 256 KiB. Numbers are IEEE doubles: send longer ids as strings.
          </P>
        </>
      ),
    },
    {
      id: "batch",
      title: "Up to 1,000 at once",
      body: (
        <>
          <P>
            All are accepted, or none; what is wrong is named by its index, such as <C>events.3.type</C>. The whole body
            has at most {MAX_BATCH_BYTES / 1024 / 1024} MiB, and each event in it at most {MAX_EVENT_BYTES / 1024} KiB.
          </P>
          <Shell
            label="Publish a batch"
            terminal={1}
            code={`curl -sS -X POST ${origin}/api/v1/events/batch \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"events":[{"type":"lead.captured","data":{"name":"Ada"}},{"type":"lead.captured","data":{"name":"Grace"}}]}'`}
          />
        </>
      ),
    },
    {
      id: "repeat",
      title: "Safe to repeat",
      body: (
        <>
          <P>
            A call that got no answer may have been accepted. Send an <C>Idempotency-Key</C> header (1 to 255 visible
            ASCII characters) with each call, and the same one when you repeat it. Keys are remembered for 24 hours.
          </P>
          <Table
            label="Idempotency keys"
            head={["You send", "You get"]}
            rows={[
              { cells: ["a new key", "202, and the event is published"] },
              { cells: ["the same key, the same body", "202 with the same answer; nothing is published again"] },
              { cells: ["the same key, another body", "409; nothing is published"] },
            ]}
          />
          <P>
            Repeat after no answer, <C>429</C>, <C>502</C>, <C>503</C> and <C>504</C>, and wait as long as{" "}
            <C>Retry-After</C> says. Other 4xx answers stay what they are until you change the request.
          </P>
        </>
      ),
    },
    {
      id: "client",
      title: "A client in one file",
      body: (
        <>
          <P>
            For TypeScript, and <A href="/docs/code/client/publisher.mjs">for JavaScript</A>, there is one file without
            dependencies that does all of this. Copy it into your project.
          </P>
          <Shell
            label="Download publisher.ts"
            terminal={1}
            code={`curl -sS -o publisher.ts ${origin}/docs/code/client/publisher`}
          />
          <Code label="Use it" code={USE} />
          <Ul
            items={[
              "Every call has an idempotency key: yours, or a random one that all its tries share.",
              "It tries again after a lost connection, a timeout, 429, 502, 503 and 504, with growing waits.",
              <>
                What was refused throws a <C>PublishError</C> with status, code and the fields that are wrong.
              </>,
            ]}
          />
        </>
      ),
    },
    {
      id: "reference",
      title: "All calls",
      body: (
        <P>
          Webhooks, deliveries, retries, event types and inspectors have calls, too:{" "}
          <A href="/docs/api">API reference</A>. Whether published data is checked against the type&apos;s schema is{" "}
          <A href="/docs/event-catalogue#checking">your choice</A>.
        </P>
      ),
    },
  ],
};
