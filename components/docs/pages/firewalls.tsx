import type { DocsPage } from "../docs-page";
import { A, C, Code, Note, P, Shell, Ul } from "../prose";

export const firewalls: DocsPage = {
  slug: "firewalls",
  title: "Firewalls and IP allow-lists",
  summary: "Where deliveries come from, and what must be let in.",
  sections: ({ origin, egressIps }) => [
    {
      id: "addresses",
      title: "Our addresses",
      body:
        egressIps.length > 0 ? (
          <>
            <P>Deliveries come from these addresses and no others:</P>
            <Code label="Addresses that deliveries come from" code={egressIps.join("\n")} />
          </>
        ) : (
          <Note>
            The addresses aren&apos;t listed here yet. Ask whoever gave you access for them before you put an allow-list
            in front of your receiver; until then, <A href="/docs/verify">signatures</A> say what is genuine. If that is
            you: list them in <C>EGRESS_IPS</C>, and they stand on this page and in the API.
          </Note>
        ),
    },
    {
      id: "api",
      title: "For scripts",
      body: (
        <>
          <P>Read the list once a day, and update your firewall from it.</P>
          <Shell
            label="List the addresses"
            terminal={1}
            code={`curl -sS ${origin}/api/v1/egress-ips -H "Authorization: Bearer $WEBHOOKS_API_KEY"`}
          />
        </>
      ),
    },
    {
      id: "let-in",
      title: "What to let in",
      body: (
        <Ul
          items={[
            "TCP to your receiver's port, from the addresses above.",
            "POST with Content-Type application/json, and bodies of up to 300 KB.",
            <>
              In a web application firewall: requests with this path, whatever their <C>User-Agent</C>, and no challenge
              page. A program can&apos;t answer one.
            </>,
            "TLS 1.2 or newer, with a certificate of a public authority and its whole chain.",
          ]}
        />
      ),
    },
    {
      id: "still-verify",
      title: "Verify all the same",
      body: (
        <P>
          An address says which network a request came through; a signature says who made it. Keep verifying signatures
          behind a firewall, too.
        </P>
      ),
    },
  ],
};
