import { MAX_CONDITIONS, MAX_DEPTH, type Filter } from "@/lib/core/filter";
import { previewOf } from "@/lib/core/filter-preview";
import type { DocsPage } from "../docs-page";
import { A, C, Code, P, Shell, Table, Ul } from "../prose";

const CONDITIONS: Filter[] = [
  { path: "data.lead_score", op: "gte", value: 50 },
  { path: "data.source", op: "in", value: ["outbound_call", "web_form"] },
  { not: { path: "data.email", op: "contains", value: "@example.com" } },
];
const FILTER: Filter = { all: CONDITIONS };
const DATA = { lead_score: 85, source: "outbound_call", email: "marco@acme.example" };
const { wouldSend, conditions } = previewOf(FILTER, DATA);

/** JSON with a line for each item. */
const lines = (items: readonly unknown[]) => items.map((item) => `\n    ${JSON.stringify(item)}`).join(",");
const WRITTEN = `{"all":[${lines(CONDITIONS)}\n  ]}`;

const OPERATORS: readonly [op: string, holds: string, example: string][] = [
  ["eq", "it is this value", '"value": "qualified"'],
  ["ne", "it is anything else, or nothing stands there", '"value": "spam"'],
  ["gt, gte, lt, lte", "it is above, at least, below, at most this number or string", '"value": 50'],
  ["in", "it is one of these values", '"value": ["hot", "warm"]'],
  ["contains", "a string has this text in it, or a list has this item", '"value": "vip"'],
  ["startsWith", "a string begins with this text", '"value": "+49"'],
  ["exists", "something stands there, null included; with false: nothing does", '"value": true'],
];

export const filters: DocsPage = {
  slug: "filters",
  title: "Subscriptions and filters",
  summary: "Which events a webhook gets: by their types, and by what their data says.",
  sections: ({ origin }) => [
    {
      id: "subscriptions",
      title: "By type",
      body: (
        <>
          <Table
            label="What a subscription may name"
            head={["In events", "Means"]}
            rows={[
              { cells: [<C key="e">*</C>, "all events, also of types that are added later"] },
              { cells: [<C key="e">call.*</C>, "all types whose names begin with call., also those added later"] },
              { cells: [<C key="e">call.ended</C>, "this type"] },
            ]}
          />
          <Shell
            label="Change a webhook's events"
            terminal={1}
            code={`curl -sS -X PATCH ${origin}/api/v1/webhooks/$WEBHOOK_ID \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"events":["call.*","lead.generated"]}'`}
          />
          <P>
            A subscription has up to 200 entries. <C>test.ping</C> needs none. The types are in the{" "}
            <A href="/docs/event-catalogue">event catalogue</A>.
          </P>
        </>
      ),
    },
    {
      id: "filter",
      title: "By data",
      body: (
        <>
          <P>
            A webhook may have one filter. An event for which it doesn&apos;t hold makes no delivery to this webhook,
            and isn&apos;t counted in the <C>deliveries</C> of the answer to publishing.
          </P>
          <Shell
            label="Give a webhook a filter"
            terminal={1}
            code={`curl -sS -X PATCH ${origin}/api/v1/webhooks/$WEBHOOK_ID \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"filter":${WRITTEN}}'`}
          />
          <Ul
            items={[
              <>
                <C>path</C> leads through objects, from <C>data</C> on: <C>data.custom_fields.lead_score</C>. Names are
                of letters, digits, <C>_</C> and <C>-</C>. It doesn&apos;t lead into lists.
              </>,
              <>
                <C>all</C>, <C>any</C> and <C>not</C> combine conditions: up to {MAX_CONDITIONS}, nested {MAX_DEPTH}{" "}
                deep.
              </>,
              <>
                <C>{`{"filter": null}`}</C> takes the filter away.
              </>,
            ]}
          />
        </>
      ),
    },
    {
      id: "operators",
      title: "Operators",
      body: (
        <Table
          label="Operators"
          head={["op", "Holds if", "Example"]}
          rows={OPERATORS.map(([op, holds, example]) => ({
            cells: [<C key="op">{op}</C>, holds, <C key="example">{example}</C>],
          }))}
        />
      ),
    },
    {
      id: "compare",
      title: "What is compared with what",
      body: (
        <Ul
          items={[
            <>
              Types count: the string <C>&quot;50&quot;</C> is not the number <C>50</C>, and <C>null</C> is not the same
              as nothing.
            </>,
            <>
              Order is between two numbers or two strings. Between others <C>gt</C>, <C>gte</C>, <C>lt</C> and{" "}
              <C>lte</C> don&apos;t hold.
            </>,
            "Strings are compared by their code points, so upper and lower case differ, and Z comes before a. ISO 8601 instants of the same zone are in their order.",
            <>
              Where nothing stands, only <C>ne</C> and <C>exists</C> with <C>false</C> hold. <C>not</C> turns each
              answer round: <C>not</C> of <C>gt 50</C> holds for 50, for a string, and where nothing stands.
            </>,
            <>
              Objects and lists equal nothing. Of a list, ask what it <C>contains</C>.
            </>,
          ]}
        />
      ),
    },
    {
      id: "try",
      title: "Try it first",
      body: (
        <>
          <P>
            The form shows, as you type, what a filter says to a sample. So does the API: to <C>data</C> that you give,
            or, with <C>type</C> in its place, to a type&apos;s sample.
          </P>
          <Shell
            label="Try a filter"
            terminal={1}
            code={`curl -sS -X POST ${origin}/api/v1/filter-preview \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"filter":${WRITTEN},
  "data":${JSON.stringify(DATA)}}'`}
          />
          <Code label="Answer" code={`{"wouldSend":${wouldSend},"conditions":[${lines(conditions)}\n]}`} />
        </>
      ),
    },
    {
      id: "when",
      title: "When it is asked",
      body: (
        <Ul
          items={[
            "When an event is published. A change of events or filter doesn't touch deliveries that were made before.",
            <>
              A replay asks the events and the filter that the webhook has then; <C>types</C> names other events.
            </>,
            "A test is sent whatever subscription and filter say.",
          ]}
        />
      ),
    },
  ],
};
