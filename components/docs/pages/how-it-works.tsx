import { FlowPicture } from "../flow-picture";
import type { DocsPage } from "../docs-page";
import { A, C, P, Table, Ul } from "../prose";

export const howItWorks: DocsPage = {
  slug: "",
  title: "How it works",
  summary: "Your backend publishes an event once; every webhook that subscribed to it gets a signed POST.",
  sections: () => [
    {
      id: "picture",
      title: "From an event to your system",
      body: (
        <>
          <FlowPicture />
          <P>
            Something happens, and a backend says so with one call. The event and a delivery for each subscribed webhook
            are stored before that call is answered. Which events a webhook gets is said by its{" "}
            <A href="/docs/filters">subscription and filter</A>. A worker then sends each delivery as an HTTP POST, and
            sends it again if it fails. Nothing has to be polled.
          </P>
        </>
      ),
    },
    {
      id: "promise",
      title: "What you can rely on",
      body: (
        <Ul
          items={[
            <>
              <strong>Accepted means stored.</strong> The answer <C>202</C> is sent after the event is committed.
            </>,
            <>
              <strong>At least once.</strong> A delivery is tried until a 2xx, until its schedule is used up, or until
              it is cancelled. It may arrive twice: <A href="/docs/duplicates">skip what you have seen</A>.
            </>,
            <>
              <strong>Signed.</strong> Every delivery proves who sent it: <A href="/docs/verify">verify it</A>.
            </>,
            <>
              <strong>The same bytes each time.</strong> Every attempt of a delivery sends the same body.
            </>,
            <>
              <strong>In no order, unless asked.</strong> Events may overtake each other. A webhook can ask for order by
              a field of the data, such as <C>data.contact</C>.
            </>,
          ]}
        />
      ),
    },
    {
      id: "words",
      title: "Words",
      body: (
        <Table
          label="Words"
          head={["Word", "Meaning", "Id"]}
          rows={[
            { cells: ["Event", "something that happened; it never changes", <C key="id">evt_…</C>] },
            {
              cells: [
                "Event type",
                <>
                  what kind of thing: an entry of the <A href="/docs/event-catalogue">event catalogue</A>
                </>,
                <C key="id">call.ended</C>,
              ],
            },
            { cells: ["Webhook", "a URL with its subscription, format, secret and schedule", <C key="id">wh_…</C>] },
            { cells: ["Delivery", "one event on its way to one webhook", <C key="id">dlv_…</C>] },
            { cells: ["Attempt", "one HTTP call of a delivery", <C key="id">att_…</C>] },
            { cells: ["Secret", "what signatures are made with; shown once", <C key="id">whsec_…</C>] },
          ]}
        />
      ),
    },
    {
      id: "statuses",
      title: "What becomes of a delivery",
      body: (
        <Table
          label="Statuses of a delivery"
          head={["Status", "Meaning"]}
          rows={[
            { cells: [<C key="s">pending</C>, "on its way, or waiting for its next try"] },
            { cells: [<C key="s">succeeded</C>, "the receiver answered 2xx"] },
            {
              cells: [
                <C key="s">failed</C>,
                "the schedule is used up, or the receiver answered 410; it can be retried by hand",
              ],
            },
            {
              cells: [
                <C key="s">held</C>,
                "its webhook is paused or disabled; it goes out when the webhook is resumed",
              ],
            },
            { cells: [<C key="s">cancelled</C>, "its webhook was deleted, or it was discarded"] },
          ]}
        />
      ),
    },
  ],
};
