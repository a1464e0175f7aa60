import { VerifyCode } from "@/components/verify/verify-code";
import { FORMAT_NAMES, FORMATS } from "@/lib/core/formats";
import type { DocsPage } from "../docs-page";
import { A, C, Code, Note, P, Shell, Ul } from "../prose";

const EXPRESS = `app.post("/webhook", express.raw({ type: "application/json", limit: "300kb" }), (req, res) => {
  const result = verify(req.body, req.headers, { format: "sydx", secret: process.env.WEBHOOK_SECRET });
  if (!result.ok) return res.status(401).send(result.reason);
  res.sendStatus(200);
});`;

export const verifying: DocsPage = {
  slug: "verify",
  title: "Verifying signatures",
  summary: "A receiver that checks the signature takes only what really came from here.",
  sections: ({ origin }) => [
    {
      id: "rules",
      title: "Four rules",
      body: (
        <Ul
          items={[
            <>
              Compute the signature over the <strong>raw body</strong>, before any framework has parsed it.
            </>,
            <>
              Compare in <strong>constant time</strong>, with the function your language has for it.
            </>,
            <>
              Answer <C>401</C> to what doesn&apos;t match, and do nothing else with it.
            </>,
            "Keep the secret in the environment, not in the code.",
          ]}
        />
      ),
    },
    ...FORMAT_NAMES.map((format) => ({
      id: format,
      title: `${FORMATS[format].label} (${format})`,
      body: (
        <>
          <P>{FORMATS[format].verification}</P>
          <VerifyCode format={format} label={`Receiver for ${format}`} className="my-4" />
        </>
      ),
    })),
    {
      id: "library",
      title: "One file for Node.js",
      body: (
        <>
          <P>
            For TypeScript, and <A href="/docs/code/client/verify.mjs">for JavaScript</A>, there is one file that knows
            all formats, both secrets of a rotation and the clock of <C>standard</C>. Copy it into your project; it has
            no dependencies.
          </P>
          <Shell
            label="Download verify.ts"
            terminal={1}
            code={`curl -sS -o verify.ts ${origin}/docs/code/client/verify`}
          />
          <Code label="With Express" code={EXPRESS} />
          <P>
            Webhooks in the format <C>standard</C> are also verified by the libraries of{" "}
            <A href="https://www.standardwebhooks.com">Standard Webhooks</A>, which exist for many languages.
          </P>
        </>
      ),
    },
    {
      id: "fails",
      title: "When it doesn't match",
      body: (
        <>
          <Ul
            items={[
              <>
                Is it the secret of <em>this</em> webhook, the whole string, with no space or line end after it?
              </>,
              <>
                In <C>sydx</C> and <C>aisync</C> the key is the whole string, <C>whsec_</C> included; in <C>standard</C>{" "}
                it is what the part after <C>whsec_</C> decodes to.
              </>,
              "Was the body parsed and written again before it was signed? Many frameworks do that before your code runs.",
              <>
                Was the secret rotated? The old one ends at once unless a grace period was chosen:{" "}
                <A href="/docs/rotation">secret rotation</A>.
              </>,
              <>
                In <C>standard</C>: is the receiver&apos;s clock right? More than five minutes off, and everything is
                too old.
              </>,
            ]}
          />
          <Note>
            The example requests under <A href="/docs/payloads">payloads</A> are signed with a secret that stands there:
            feed them to your code first.
          </Note>
        </>
      ),
    },
  ],
};
