import type { DocsPage } from "../docs-page";
import { A, C, Code, P, Shell, Table, Ul } from "../prose";

export const localDevelopment: DocsPage = {
  slug: "local-development",
  title: "Local development",
  summary: "Deliveries on your own machine: with one command, with a tunnel, or with a product of your own.",
  sections: ({ origin }) => [
    {
      id: "listen",
      title: "npm run listen",
      body: (
        <>
          <P>
            In a copy of this product&apos;s code, one command prints each delivery of a webhook as it is made, and
            forwards it, signed, to a server on your machine. No tunnel, no public address: it asks the API. It needs an
            API key that may change webhooks.
          </P>
          <Shell
            label="Listen"
            code={`export WEBHOOKS_API_KEY='ow_…'
export WEBHOOKS_URL='${origin}'
npm run -s listen -- --webhook wh_… --forward http://localhost:3001/hook`}
          />
          <Table
            label="Options of listen"
            head={["Option", "Does"]}
            rows={[
              { cells: [<C key="o">--webhook wh_…</C>, "the webhook to listen to"] },
              { cells: [<C key="o">--forward URL</C>, "sends each delivery there; without it they are only printed"] },
              {
                cells: [
                  <C key="o">--url URL</C>,
                  "this product's address, if it isn't in WEBHOOKS_URL; with neither, http://localhost:3000",
                ],
              },
              { cells: [<C key="o">--key KEY</C>, "the API key, if it isn't in WEBHOOKS_API_KEY"] },
              {
                cells: [
                  <C key="o">--secret whsec_…</C>,
                  "verifies each delivery and says so; WEBHOOK_SECRET does the same",
                ],
              },
              {
                cells: [
                  <C key="o">--authorization VALUE</C>,
                  "the Authorization value, which the API doesn't tell: it takes its place when forwarding",
                ],
              },
              { cells: [<C key="o">--last N</C>, "begins with the newest N deliveries, 1 to 200"] },
              { cells: [<C key="o">--since 10m</C>, "begins that long ago (s, m, h, d), or at an ISO 8601 instant"] },
              { cells: [<C key="o">--replay dlv_…</C>, "forwards this one delivery again, and ends"] },
              {
                cells: [
                  <C key="o">--cursor FILE</C>,
                  "where it keeps how far it has come, so that it goes on there; .webhooks-listen.json if not given",
                ],
              },
            ]}
          />
          <P>
            With <C>-s</C>, npm doesn&apos;t print the command itself, and what you give as <C>--key</C> or{" "}
            <C>--secret</C> with it.
          </P>
          <Ul
            items={[
              "The webhook itself goes on as it is. To work without any receiver, pause it: listen gets what is held, too.",
              "Each delivery comes once, signed at the moment you get it, with the same body as its attempts. Retries don't come again.",
              "While your server is away, it says so and waits; while the product restarts, it does the same. Nothing is skipped.",
            ]}
          />
        </>
      ),
    },
    {
      id: "tunnel",
      title: "With a tunnel",
      body: (
        <>
          <P>
            A tunnel gives your local port a public <C>https</C> address, and your webhook is tried and retried as it
            will be later.
          </P>
          <Code label="ngrok" code="ngrok http 3001" />
          <Code label="Cloudflare" code="cloudflared tunnel --url http://localhost:3001" />
          <P>
            Put the address it prints, with your path behind it, into the webhook. If the tool shows visitors a warning
            page first, switch that off: a program can&apos;t click through it.
          </P>
        </>
      ),
    },
    {
      id: "inspector",
      title: "With no receiver at all",
      body: (
        <P>
          An <A href="/docs/inspector">inspector</A> takes a webhook&apos;s deliveries, shows what came, and answers as
          you choose.
        </P>
      ),
    },
    {
      id: "own",
      title: "With a product of your own",
      body: (
        <P>
          <C>npm start</C> on your machine needs nothing else, and takes <C>http://localhost</C> URLs. This is{" "}
          <C>DESTINATIONS=local</C>; with <C>DESTINATIONS=public</C> only <C>https</C> to public addresses is allowed.
          The <A href="/docs/quick-start">quick start</A> works there as it stands.
        </P>
      ),
    },
  ],
};
