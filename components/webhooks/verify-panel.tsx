import Link from "next/link";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { FORMATS, type FormatName } from "@/lib/core/formats";
import type { Webhook } from "@/lib/core/webhook";
import { headerNamesOf } from "./example-request";
import { VerifyCode } from "./verify-code";

/** How a receiver verifies a delivery; in migration mode by both formats, as it may stand at either. */
export function VerifyPanel({ webhook }: { webhook: Webhook }) {
  const { format, alsoSign } = webhook;
  const { label, verification } = FORMATS[format];
  if (!alsoSign) {
    return (
      <Panel title="Verify">
        <p className="mb-2 max-w-prose text-ink-2">{verification}</p>
        <VerifyCode format={format} label={`Verification code, ${label}`} whole />
        <HelpLink />
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
      <HelpLink />
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
      <VerifyCode format={format} label={`Verification code, ${label}`} whole />
    </section>
  );
}

function HelpLink() {
  return (
    <p className="mt-3 text-ink-2">
      <Link href="/docs/verify" className="text-accent underline">
        How to verify a delivery, and what to do when it fails
      </Link>
    </p>
  );
}
