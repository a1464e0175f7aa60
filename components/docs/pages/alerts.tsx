import type { DocsPage } from "../docs-page";
import { A, C, P, Shell, Table, Ul } from "../prose";

export const alerts: DocsPage = {
  slug: "alerts",
  title: "Health and alerts",
  summary: "How a webhook that fails is noticed, who is told, and how it comes back.",
  sections: ({ origin }) => [
    {
      id: "health",
      title: "Health",
      body: (
        <>
          <P>
            Each webhook has a state, with what it rests on: in the list, on its page, and as <C>health</C> in the API.
            Tests don&apos;t count, nor does what was retried by hand and fails.
          </P>
          <Table
            label="States"
            head={["State", "Means"]}
            rows={[
              { cells: [<C key="s">unknown</C>, "Nothing was attempted yet, or not since it was resumed."] },
              { cells: [<C key="s">healthy</C>, "None of the following."] },
              {
                cells: [
                  <C key="s">degraded</C>,
                  "Of the last hour's attempts, 10 or more, less than 95 % succeeded; or one answer in 20 took more than 80 % of the timeout.",
                ],
              },
              { cells: [<C key="s">failing</C>, "The last 5 attempts or more failed."] },
              { cells: [<C key="s">disabled</C>, "Nothing is sent; deliveries are held."] },
            ]}
          />
          <P>
            What follows when it goes on failing: <A href="/docs/retries#disabling">When nothing succeeds any more</A>.
          </P>
        </>
      ),
    },
    {
      id: "told",
      title: "What you are told anyway",
      body: (
        <>
          <P>
            That a webhook keeps failing and when it will be disabled, that it was disabled, and that it works again:
            once each, in the inbox of the tab <A href="/settings/webhooks/alerts">Alerts</A>, and by email to the
            account&apos;s owners and admins, or to the addresses named there.
          </P>
          <P>
            Quiet hours hold email and Slack back until they end; then they come as one message. Word that a webhook was
            disabled is never held back. While mail can&apos;t be sent, messages wait, for up to 3 days.
          </P>
        </>
      ),
    },
    {
      id: "rules",
      title: "Rules of your own",
      body: (
        <>
          <P>
            For one webhook, or for every one, each for itself. A rule tells once when it begins to apply and once when
            it has stopped for two minutes, however much happens in between. Rules are looked at once a minute.
          </P>
          <Table
            label="Kinds of rules"
            head={["Kind", "Applies when"]}
            rows={[
              { cells: [<C key="k">repeated_failures</C>, "so many attempts in a row fail"] },
              {
                cells: [<C key="k">success_rate</C>, "a smaller part than that succeeds, of so many attempts at least"],
              },
              { cells: [<C key="k">event_type_failing</C>, "what is sent of one event type fails"] },
              { cells: [<C key="k">latency_p95</C>, "one answer in 20 takes longer"] },
              { cells: [<C key="k">backlog_age</C>, "a delivery has been due for longer"] },
              { cells: [<C key="k">silence</C>, "there was nothing to deliver for so long"] },
              { cells: [<C key="k">certificate</C>, "the receiver's certificate ends within so many days"] },
            ]}
          />
          <Shell
            label="Create a rule"
            terminal={1}
            code={`curl -sS --fail-with-body ${origin}/api/v1/alert-rules \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"title":"Slow answers","condition":{"kind":"latency_p95","aboveMs":2000,"windowMinutes":15,"minimumAttempts":20}}'`}
          />
          <P>
            A rule&apos;s menu has <strong>Send test alert</strong>. Slack-compatible incoming webhooks take{" "}
            <C>{'{"text": …}'}</C>; their URL is stored encrypted and never shown again.
          </P>
        </>
      ),
    },
    {
      id: "events",
      title: "As events",
      body: (
        <>
          <P>
            <C>webhook.failing</C>, <C>webhook.disabled</C>, <C>webhook.recovered</C> and <C>delivery.exhausted</C> are
            event types like others: subscribe a webhook to them. Their fields stand in the{" "}
            <A href="/docs/event-catalogue#types">event catalogue</A>.
          </P>
          <Ul
            items={[
              "An event about a webhook is never sent to that webhook.",
              "When the delivery of such an event is exhausted, no other event follows from it.",
            ]}
          />
        </>
      ),
    },
  ],
};
