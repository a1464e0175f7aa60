import { prettyJson } from "@/components/deliveries/pretty-json";
import { FORMAT_NAMES, FORMATS, type FormatName } from "@/lib/core/formats";
import type { OutgoingEvent } from "@/lib/core/formats/format";
import { hmac } from "@/lib/core/formats/hmac";
import { buildRequest } from "@/lib/core/formats/request";
import type { DocsPage } from "../docs-page";
import { A, C, Code, P, Table, Ul } from "../prose";

/** What a reader can check each signature of this page with. */
const EXAMPLE_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const EXAMPLE_AUTHORIZATION = "Bearer the-value-you-chose";

const EXAMPLE: OutgoingEvent = {
  eventId: "evt_01kmj2223e7w9vkq3x5tqf8zda",
  deliveryId: "dlv_01kmj2223fen2s4j9c7h1p6rbx",
  attempt: 1,
  attemptedAt: new Date("2026-03-25T08:22:50.301Z"),
  type: "message.received",
  timestamp: new Date("2026-03-25T08:22:50.254Z"),
  accountId: "acc_01kj3v8q5r2d4w6y8a0c2e4g6h",
  webhookId: "wh_01kj3v9b7m1n3p5q7r9s1t3v5x",
  data: '{"contact":"919876543210","name":"John Doe","body":"Hello, I\'m interested in your product","type":"text"}',
};

/** The meaning of each header that some format sends; one that is missing here leaves a cell empty, and a test finds it. */
const HEADER_MEANINGS: Readonly<Record<string, string>> = {
  "Content-Type": "always application/json",
  "User-Agent": "who sends it",
  "X-Sydx-Event": "the event's type",
  "X-Sydx-Timestamp": "when it happened, as in the body",
  "X-Sydx-Signature": "HMAC-SHA256 of the body, in hex",
  "X-Sydx-Signature-Previous": "the same with the old secret; only in the grace period of a rotation",
  "X-Sydx-Event-Id": "the event's id, the same on every attempt and replay: deduplicate by it",
  "X-Sydx-Delivery-Id": "the delivery's id, as in the log",
  "X-Sydx-Attempt": "1 for the first attempt",
  Authorization: "exactly the value you chose for the webhook",
  "X-Webhook-Event-Id": "the event's id, the same on every attempt and replay: deduplicate by it",
  "X-Webhook-Delivery-Id": "the delivery's id, as in the log",
  "X-Webhook-Attempt": "1 for the first attempt",
  "X-Webhook-Signature": "HMAC-SHA256 of the body, in hex",
  "X-Webhook-Signature-256": "the same with sha256= before it",
  "X-Webhook-Signature-Previous": "as X-Webhook-Signature with the old secret; only in the grace period of a rotation",
  "webhook-id": "the event's id, the same on every attempt and replay: deduplicate by it",
  "webhook-timestamp": "when this attempt was made, in Unix seconds",
  "webhook-signature": "v1, and a base64 HMAC-SHA256; two, with a space between, in the grace period of a rotation",
};

const exampleRequest = (format: FormatName, previousSecret?: string) =>
  buildRequest(
    {
      format,
      extraHeaders: [],
      event: EXAMPLE,
      keys: {
        secret: EXAMPLE_SECRET,
        authorization: EXAMPLE_AUTHORIZATION,
        ...(previousSecret === undefined ? {} : { previousSecret }),
      },
    },
    hmac,
  );

export const payloads: DocsPage = {
  slug: "payloads",
  title: "Payloads and headers",
  summary: "What a receiver gets, in each of the four wire formats.",
  sections: () => [
    {
      id: "choose",
      title: "Which format",
      body: (
        <>
          <P>
            A webhook has one format. A new receiver takes <C>sydx</C>, the default, or <C>standard</C>, which
            ready-made libraries verify. The other two are for receivers that were written for other systems.
          </P>
          <Table
            label="Formats"
            head={["Format", "What it is", "What a receiver checks"]}
            rows={FORMAT_NAMES.map((format) => ({
              cells: [<C key="name">{format}</C>, FORMATS[format].description, FORMATS[format].verification],
            }))}
          />
          <P>
            The examples below are one event, made by the code that sends deliveries. Their signatures are real, with
            the secret <C>{EXAMPLE_SECRET}</C>.
          </P>
        </>
      ),
    },
    ...FORMAT_NAMES.map((format) => ({
      id: format,
      title: `${FORMATS[format].label} (${format})`,
      body: <FormatExample format={format} />,
    })),
    {
      id: "rules",
      title: "Rules for all formats",
      body: (
        <Ul
          items={[
            "The method is POST; the body is JSON in UTF-8, without spaces between its parts.",
            <>
              Parsing the body and writing it with <C>JSON.stringify</C> gives the same bytes. In other languages verify
              the body as it came.
            </>,
            "Every attempt of a delivery sends the same body. A rotated secret changes signatures, and nothing else.",
            <>
              Header names are case-insensitive. Headers of your own (at most 20 for each webhook) come after the
              format&apos;s.
            </>,
            "New headers may be added. Fields of the envelopes stay as they are.",
          ]}
        />
      ),
    },
    {
      id: "change",
      title: "Changing the format",
      body: (
        <P>
          Switch on migration mode first (<C>alsoSign</C> in the <A href="/docs/api/webhooks#updateWebhook">API</A>):
          until the day you choose, deliveries carry the other format&apos;s headers beside their own, over the same
          body. Then change the format.
        </P>
      ),
    },
  ],
};

function FormatExample({ format }: { format: FormatName }) {
  const { headers, body } = exampleRequest(format);
  const shown = exampleRequest(format, "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=").headers;
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return (
    <>
      <P>{FORMATS[format].description}</P>
      <Code label={`Headers, ${format}`} code={lines.join("\n")} />
      <Code label={`Body as sent, ${format}`} code={body} />
      <Code label={`Body, indented for reading, ${format}`} code={prettyJson(body)} />
      <Table
        label={`Meaning of the headers, ${format}`}
        head={["Header", "Meaning"]}
        rows={shown.map(([name]) => ({ cells: [<C key="name">{name}</C>, HEADER_MEANINGS[name]] }))}
      />
    </>
  );
}
