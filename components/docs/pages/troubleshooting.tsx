import type { DocsPage } from "../docs-page";
import { connectionFailures, statusFailures } from "../failures";
import { A, C, Table } from "../prose";

export const troubleshooting: DocsPage = {
  slug: "troubleshooting",
  title: "Troubleshooting",
  summary: "What the delivery log says when an attempt fails, and what to do then.",
  sections: ({ egressIps }) => [
    {
      id: "nothing",
      title: "Nothing arrives",
      body: (
        <Table
          label="Nothing arrives"
          head={["What you see", "What to do"]}
          rows={[
            {
              cells: [
                "Test works, real events don't",
                <>
                  Look at the webhook&apos;s events: is this type among them? Does its{" "}
                  <A href="/docs/filters">filter</A> hold for this data? Was the event published? The answer to
                  publishing says to how many webhooks it goes.
                </>,
              ],
            },
            {
              cells: [
                <>
                  Deliveries are <C>held</C>
                </>,
                "The webhook is paused or disabled. Its page says why; resume it.",
              ],
            },
            {
              cells: [
                <>
                  Deliveries are <C>pending</C>, their next try lies ahead
                </>,
                "An earlier attempt failed. Open the delivery: its last attempt says why.",
              ],
            },
            {
              cells: [
                <>
                  Deliveries <C>succeeded</C>, your system shows nothing
                </>,
                "Something answered 2xx. Is it the right URL, or a proxy or test address in front of it? Compare the answer's body in the log.",
              ],
            },
            {
              cells: [
                "You can't tell whether the product or the receiver is at fault",
                <>
                  Put the address of an <A href="/docs/inspector">inspector</A> into the webhook for a moment: it shows
                  what arrives.
                </>,
              ],
            },
            {
              cells: [
                "Everything arrives twice",
                <>
                  Your receiver answers too late, or not 2xx. See <A href="/docs/duplicates">duplicates</A>.
                </>,
              ],
            },
          ]}
        />
      ),
    },
    {
      id: "no-answer",
      title: "No answer came",
      body: (
        <Table
          label="No answer came"
          head={["Kind", "What happened", "What to do"]}
          rows={connectionFailures(egressIps).map(({ id, name, advice }) => ({
            id,
            cells: [<C key="name">{name}</C>, advice.happened, advice.todo],
          }))}
        />
      ),
    },
    {
      id: "refused-answers",
      title: "The answer was not 2xx",
      body: (
        <Table
          label="The answer was not 2xx"
          head={["Code", "What happened", "What to do"]}
          rows={statusFailures().map(({ id, name, advice }) => ({
            id,
            cells: [<C key="name">{name}</C>, advice.happened, advice.todo],
          }))}
        />
      ),
    },
  ],
};
