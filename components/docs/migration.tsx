/** The page for whoever comes from another system: each has the same sections. */
import type { ReactNode } from "react";
import { FORMATS, type FormatName } from "@/lib/core/formats";
import { RETRY_PRESETS } from "@/lib/core/retry";
import { formatSeconds } from "@/lib/core/schedule";
import { DEFAULT_TIMEOUT_MS } from "@/lib/core/webhook-defaults";
import type { DocsPage } from "./docs-page";
import { A, C, P, Steps, Table, Ul } from "./prose";

/** What a receiver's code depends on. */
interface Wire {
  body: ReactNode;
  headers: ReactNode;
  proof: ReactNode;
  secret: ReactNode;
  success: ReactNode;
  timeout: ReactNode;
  retries: ReactNode;
}

interface Migration {
  slug: string;
  /** The system one comes from. */
  from: string;
  format: FormatName;
  /** What becomes of the receiver's code. */
  receiver: readonly ReactNode[];
  /** As that system documents it. */
  there: Wire;
  /** There and here. */
  words: readonly (readonly [there: ReactNode, here: ReactNode])[];
  different: readonly ReactNode[];
}

const WIRE_NAMES: readonly [keyof Wire, string][] = [
  ["body", "Body"],
  ["headers", "Headers"],
  ["proof", "Signature"],
  ["secret", "Secret"],
  ["success", "Success"],
  ["timeout", "Timeout"],
  ["retries", "Retries"],
];

const BODIES: Readonly<Record<FormatName, string>> = {
  sydx: "event, timestamp, tenantId, data",
  sidecar: "applicationID, webhookType, and the fields of data",
  aisync: "event, timestamp, webhook_id, data, metadata",
  standard: "type, timestamp, data",
};

const wireOf = (format: FormatName): Wire => ({
  body: BODIES[format],
  headers: (
    <>
      {FORMATS[format].headerNames.join(", ")}; all of them are under <A href={`/docs/payloads#${format}`}>payloads</A>
    </>
  ),
  proof: FORMATS[format].verification,
  secret:
    format === "sidecar" ? (
      "The Authorization value that you enter; it can't be read again, only replaced."
    ) : (
      <>
        <C>whsec_…</C>, made here and shown once.
      </>
    ),
  success: "Any 2xx.",
  timeout: `${formatSeconds(DEFAULT_TIMEOUT_MS / 1000)}; 1 to 30 s can be set.`,
  retries: (
    <>
      After {RETRY_PRESETS[FORMATS[format].retry].map(formatSeconds).join(", ")};{" "}
      {RETRY_PRESETS[FORMATS[format].retry].length + 1} attempts in all. <A href="/docs/retries">Another schedule</A>{" "}
      can be set.
    </>
  ),
});

/** What arrives here is told by the code that sends it. */
export const migration = ({ slug, from, format, receiver, there, words, different }: Migration): DocsPage => ({
  slug,
  title: `From ${from}`,
  shortTitle: from.charAt(0).toUpperCase() + from.slice(1),
  summary: `What to change when a receiver comes from ${from}.`,
  sections: () => [
    { id: "receiver", title: "Your receiver's code", body: <Ul items={receiver} /> },
    {
      id: "wire",
      title: "What arrives",
      body: (
        <Table
          label="What arrives"
          head={["What", "There, as documented", `Here, format ${format}`]}
          rows={WIRE_NAMES.map(([part, name]) => ({ cells: [name, there[part], wireOf(format)[part]] }))}
        />
      ),
    },
    {
      id: "steps",
      title: "The move",
      body: (
        <Steps
          items={[
            <>
              <A href="/settings/webhooks/new">Create a webhook</A> with your receiver&apos;s URL, the same events, and
              the format <strong>{FORMATS[format].label}</strong> (<C>{format}</C>).
            </>,
            format === "sidecar" ? (
              <>
                Enter the <C>Authorization</C> value that your receiver expects.
              </>
            ) : (
              "Put the new secret into your receiver. Secrets of other systems can't be taken over."
            ),
            <>
              Click <strong>Test</strong>. <C>200</C> means that your receiver accepts what comes from here. For the
              fields of a real event choose its type there.
            </>,
            "Publish here, and switch off the old webhook. Where both run for a while, each event comes from each of them, with ids of its own.",
          ]}
        />
      ),
    },
    {
      id: "words",
      title: "Where you find things",
      body: (
        <>
          <Table
            label="Where you find things"
            head={["There", "Here"]}
            rows={words.map((cells) => ({ cells: [...cells] }))}
          />
          <P>
            The fields of each event are in the <A href="/docs/event-catalogue">event catalogue</A>. A type that is
            missing there can be added.
          </P>
        </>
      ),
    },
    { id: "different", title: "What is different", body: <Ul items={different} /> },
  ],
});
