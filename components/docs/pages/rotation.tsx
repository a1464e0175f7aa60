import type { DocsPage } from "../docs-page";
import { A, C, P, Shell, Steps, Table } from "../prose";

export const rotation: DocsPage = {
  slug: "rotation",
  title: "Secret rotation",
  summary: "A new secret without a delivery lost, or at once when the old one has leaked.",
  sections: ({ origin }) => [
    {
      id: "grace",
      title: "Without a gap",
      body: (
        <Steps
          items={[
            <>
              On the webhook&apos;s page choose <strong>Rotate secret</strong>, and a grace period that is long enough
              to change your receiver.
            </>,
            "Copy the new secret; it is shown once. Within a second, deliveries are signed with both.",
            "Put the new secret into your receiver. Until then it keeps accepting deliveries by the old one's signature.",
            "When the grace period ends, only the new one signs.",
          ]}
        />
      ),
    },
    {
      id: "where",
      title: "Where the old signature stands",
      body: (
        <>
          <Table
            label="Signatures in a grace period"
            head={["Format", "New secret", "Old secret"]}
            rows={[
              {
                cells: [<C key="f">sydx</C>, <C key="n">X-Sydx-Signature</C>, <C key="o">X-Sydx-Signature-Previous</C>],
              },
              {
                cells: [
                  <C key="f">aisync</C>,
                  <C key="n">X-Webhook-Signature</C>,
                  <C key="o">X-Webhook-Signature-Previous</C>,
                ],
              },
              { cells: [<C key="f">standard</C>, "first in webhook-signature", "second in webhook-signature"] },
              {
                cells: [
                  <C key="f">sidecar</C>,
                  "has no signature",
                  "Edit the webhook to change its Authorization value; let your receiver accept both for a while.",
                ],
              },
            ]}
          />
          <P>
            The code under <A href="/docs/verify">verifying signatures</A> looks at both. A receiver that checks only
            the first must get the new secret at the moment of the rotation.
          </P>
        </>
      ),
    },
    {
      id: "leaked",
      title: "When a secret has leaked",
      body: (
        <P>
          Rotate without a grace period: within a second the old secret signs nothing any more. Deliveries that your
          receiver refuses meanwhile are retried; retry the rest by hand.
        </P>
      ),
    },
    {
      id: "api",
      title: "By the API",
      body: (
        <>
          <P>
            <C>graceSeconds</C> is 0 to 604,800 (7 days). Keep the new secret from the answer.
          </P>
          <Shell
            label="Rotate with an hour's grace"
            terminal={2}
            code={`curl -sS -X POST ${origin}/api/v1/webhooks/$WEBHOOK_ID/rotate-secret \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"graceSeconds":3600}'`}
          />
        </>
      ),
    },
  ],
};
