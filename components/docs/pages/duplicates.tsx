import type { DocsPage } from "../docs-page";
import { C, Code, P, Table, Ul } from "../prose";

const SQL = `-- Once: CREATE TABLE seen_events (id text PRIMARY KEY, at timestamptz DEFAULT now());
BEGIN;
INSERT INTO seen_events (id) VALUES ($1) ON CONFLICT DO NOTHING;
-- No row inserted: it was here before. Answer 200 and stop.
-- A row inserted: do the work in this same transaction.
COMMIT;`;

export const duplicates: DocsPage = {
  slug: "duplicates",
  title: "Duplicates",
  summary: "A delivery may arrive more than once; its event id tells.",
  sections: () => [
    {
      id: "why",
      title: "Why it happens",
      body: (
        <Ul
          items={[
            "Your receiver did the work, but its answer came too late or was lost on the way.",
            "A worker stopped in the middle of an attempt: nobody knows what arrived, so it is sent again.",
            "Somebody clicked Retry now, or replayed past events.",
          ]}
        />
      ),
    },
    {
      id: "id",
      title: "Deduplicate by the event id",
      body: (
        <>
          <Table
            label="Where the event id stands"
            head={["Format", "Header"]}
            rows={[
              { cells: [<C key="f">sydx</C>, <C key="h">X-Sydx-Event-Id</C>] },
              { cells: [<C key="f">sidecar, aisync</C>, <C key="h">X-Webhook-Event-Id</C>] },
              { cells: [<C key="f">standard</C>, <C key="h">webhook-id</C>] },
            ]}
          />
          <P>
            It is the same on every attempt, retry and replay of an event, and never given to another event. Remember
            ids for as long as a delivery may be retried or replayed; a few days do for most.
          </P>
          <Code label="With Postgres" code={SQL} />
          <P>
            Don&apos;t deduplicate by the body&apos;s hash or timestamp: two events may be alike. Don&apos;t use the
            delivery id: a replay has a new one.
          </P>
        </>
      ),
    },
    {
      id: "idempotent",
      title: "Or make repeating harmless",
      body: (
        <P>
          Set a state instead of changing it by steps: <C>status = &apos;paid&apos;</C> can be done twice,{" "}
          <C>balance = balance + 10</C> cannot. Events may also overtake each other: compare the event&apos;s{" "}
          <C>timestamp</C> with what you have, and keep the newer.
        </P>
      ),
    },
    {
      id: "publishing",
      title: "On the publishing side",
      body: (
        <P>
          An <C>Idempotency-Key</C> keeps one event from being published twice, which would be two events with two ids.
        </P>
      ),
    },
  ],
};
