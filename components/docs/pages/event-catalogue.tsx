import { Fragment, type ReactNode } from "react";
import { builtInType, CATALOGUE } from "@/lib/core/catalogue";
import type { CatalogueType } from "@/lib/core/catalogue/define";
import { EVENT_SETS } from "@/lib/core/event-sets";
import { MAX_OWN_SETS, MAX_OWN_TYPES, RESERVED_PREFIXES } from "@/lib/core/event-type";
import { TEST_EVENT_TYPE } from "@/lib/core/subscription";
import type { DocsPage } from "../docs-page";
import { A, C, Code, P, Shell, Table, Ul } from "../prose";

const TYPES = [...CATALOGUE.flatMap(({ types }) => types), builtInType(TEST_EVENT_TYPE)].filter(
  (type) => type !== undefined,
);

const WARNED = `{"id":"evt_…","type":"invoice.paid","timestamp":"…","deliveries":1,
 "warnings":[{"path":"data.amount","message":"Has to be number, not string."}]}`;

export const eventCatalogue: DocsPage = {
  slug: "event-catalogue",
  title: "Event catalogue",
  summary: "Which events there are, what is in them, and how to add your own.",
  sections: ({ origin }) => [
    {
      id: "types",
      title: "Types that every account has",
      body: (
        <>
          <P>
            The fields that are always there come first. A publisher may send more than those listed. The tab{" "}
            <A href="/settings/webhooks/events">Events</A> shows each type&apos;s schema and a sample, and sends the
            sample as a test; <C>GET /event-types/{"{name}"}</C> gives the same.
          </P>
          <Table
            label="Event types"
            head={["Type", "When, and the fields of data"]}
            rows={TYPES.map((type) => ({
              id: type.name,
              cells: [
                <C key="name">{type.name}</C>,
                <Fragment key="about">
                  {type.description}
                  <span className="mt-0.5 block text-ink-2">{fieldsOf(type)}</span>
                </Fragment>,
              ],
            }))}
          />
        </>
      ),
    },
    {
      id: "own",
      title: "Types of your own",
      body: (
        <>
          <P>
            Up to {MAX_OWN_TYPES}, in the tab <A href="/settings/webhooks/events">Events</A> or by the API. Only types
            that exist can be published.
          </P>
          <Shell
            label="Add a type"
            terminal={1}
            code={`curl -sS -X POST ${origin}/api/v1/event-types \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "invoice.paid",
    "description": "Triggered when an invoice is paid",
    "useCases": ["Send a receipt"],
    "schema": {
      "type": "object",
      "required": ["invoice_id", "amount"],
      "properties": {
        "invoice_id": {"type": "string", "minLength": 1},
        "amount": {"type": "number", "minimum": 0}
      }
    },
    "sample": {"invoice_id": "inv_4711", "amount": 99.5}
  }'`}
          />
          <Ul
            items={[
              <>
                A name is lower-case words with dots between them, of <C>a-z</C>, <C>0-9</C> and <C>_</C>. The first
                word is its group. Those that begin with {listed(RESERVED_PREFIXES.map((word) => `${word}.`))} are ours.
              </>,
              <>
                A schema is JSON Schema 2020-12 of at most 16 KiB, written out: no <C>pattern</C>, <C>$ref</C> or{" "}
                <C>uniqueItems</C>, as checking those can take any time. <C>format</C> is a note for readers and not
                checked.
              </>,
              "A type can be changed at any time. It can't be deleted while a webhook subscribes to it by its name.",
            ]}
          />
        </>
      ),
    },
    {
      id: "checking",
      title: "Checking what is published",
      body: (
        <>
          <P>An account chooses what becomes of data that is not as its type&apos;s schema says.</P>
          <Table
            label="Checking published data"
            head={["Choice", "What happens"]}
            rows={[
              { cells: [<C key="c">off</C>, "Any object is accepted. This is so unless you choose otherwise."] },
              {
                cells: [<C key="c">warn</C>, "It is accepted and delivered; the answer and the event have warnings."],
              },
              {
                cells: [
                  <C key="c">reject</C>,
                  "422, with the path in fields. Of a batch nothing is accepted; paths begin with events.3.",
                ],
              },
            ]}
          />
          <Shell
            label="Switch warnings on"
            terminal={1}
            code={`curl -sS -X PATCH ${origin}/api/v1/publishing \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"validation":"warn"}'`}
          />
          <P>Others notice the change within a second. Then publish what doesn&apos;t fit:</P>
          <Shell
            label="Publish data that doesn't fit"
            terminal={1}
            code={`curl -sS -X POST ${origin}/api/v1/events \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"type":"invoice.paid","data":{"invoice_id":"inv_4711","amount":"99.5"}}'`}
          />
          <Code label="Answer with a warning" code={WARNED} />
          <P>
            The first thing that doesn&apos;t fit is named. Begin with <C>warn</C>, mend what it shows, and then choose{" "}
            <C>reject</C>.
          </P>
        </>
      ),
    },
    {
      id: "sets",
      title: "Event sets",
      body: (
        <>
          <P>
            A set fills the event picker when you create a webhook. Save your own there, up to {MAX_OWN_SETS}, or with{" "}
            <C>POST /event-sets</C>. A webhook keeps its events when its set is deleted.
          </P>
          <Table
            label="Event sets"
            head={["Set", "Events"]}
            rows={EVENT_SETS.map(({ name, events }) => ({ cells: [name, listed(events)] }))}
          />
          <P>
            What <C>call.*</C> means, and how to get only some events of a type:{" "}
            <A href="/docs/filters">subscriptions and filters</A>.
          </P>
        </>
      ),
    },
  ],
};

/** Those that are always there first, and strong. Functions, not components: the search reads what they give. */
function fieldsOf({ schema }: CatalogueType): ReactNode {
  const required = schema["required"] as string[];
  const others = Object.keys(schema["properties"] as object).filter((name) => !required.includes(name));
  return (
    <>
      <strong>{listed(required)}</strong>
      {others.length > 0 && ", "}
      {listed(others)}
    </>
  );
}

function listed(names: readonly string[]): ReactNode[] {
  return names.map((name, index) => (
    <Fragment key={name}>
      {index > 0 && ", "}
      <C>{name}</C>
    </Fragment>
  ));
}
