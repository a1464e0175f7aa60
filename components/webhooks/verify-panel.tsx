import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { FORMATS, type FormatName } from "@/lib/core/formats";
import type { Webhook } from "@/lib/core/webhook";
import { headerNamesOf } from "./example-request";

/** How a receiver verifies a delivery; in migration mode by both formats, as it may stand at either. */
export function VerifyPanel({ webhook }: { webhook: Webhook }) {
  const { format, alsoSign } = webhook;
  const { label, verification } = FORMATS[format];
  if (!alsoSign) {
    return (
      <Panel title="Verify">
        <p className="mb-2 max-w-prose text-ink-2">{verification}</p>
        <Snippet format={format} />
      </Panel>
    );
  }
  const names = headerNamesOf(webhook);
  return (
    <Panel title="Verify">
      <p className="mb-4 max-w-prose text-ink-2">
        Each delivery carries the headers of two formats over one body. A receiver may check either.
      </p>
      <div className="flex flex-col gap-6">
        <OneFormat format={format} headerNames={names.own} />
        <OneFormat format={alsoSign.format} headerNames={names.beside}>
          Sent beside it until <Time value={alsoSign.until} format="exact" />, over the body of {label}.
        </OneFormat>
      </div>
    </Panel>
  );
}

interface OneFormatProps {
  format: FormatName;
  headerNames: readonly string[];
  children?: ReactNode;
}

function OneFormat({ format, headerNames, children }: OneFormatProps) {
  const { label, verification } = FORMATS[format];
  return (
    <section aria-label={label}>
      <h3 className="font-semibold">{label}</h3>
      {children && <p className="text-ink-2">{children}</p>}
      <ul aria-label={`Headers of ${label}`} className="my-2 flex flex-wrap gap-1">
        {headerNames.map((name) => (
          <li key={name} className="flex max-w-full">
            <Tag>{name}</Tag>
          </li>
        ))}
      </ul>
      <p className="mb-2 max-w-prose text-ink-2">{verification}</p>
      <Snippet format={format} />
    </section>
  );
}

function Snippet({ format }: { format: FormatName }) {
  const { label, verifySnippet } = FORMATS[format];
  return (
    <CodeBlock title="Node.js with Express" code={verifySnippet} label={`Verification code, ${label}`} copy whole />
  );
}
