"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { FORMATS, type FormatName } from "@/lib/core/formats";
import type { Webhook } from "@/lib/core/webhook";
import { headerNamesOf } from "@/components/webhooks/example-request";
import { VerifyCode } from "./verify-code";

/** How a receiver verifies a delivery; in migration mode by both formats, as it may stand at either. */
export function VerifyPanel({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("verify");
  const { format, alsoSign } = webhook;
  const { label } = FORMATS[format];
  if (!alsoSign) {
    return (
      <Panel title={t("title")}>
        <p className="mb-2 max-w-prose text-ink-2">{t(`formats.${format}`)}</p>
        <VerifyCode format={format} label={t("codeOf", { format: label })} whole />
        <HelpLink />
      </Panel>
    );
  }
  const names = headerNamesOf(webhook);
  return (
    <Panel title={t("title")}>
      <p className="mb-4 max-w-prose text-ink-2">{t("twoFormats")}</p>
      <div className="flex flex-col gap-6">
        <OneFormat format={format} headerNames={names.own} />
        <OneFormat format={alsoSign.format} headerNames={names.beside}>
          {t.rich("beside", { format: label, time: () => <Time value={alsoSign.until} format="exact" /> })}
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
  const t = useTranslations("verify");
  const { label } = FORMATS[format];
  return (
    <section aria-label={label}>
      <h3 className="font-semibold">{label}</h3>
      {children && <p className="text-ink-2">{children}</p>}
      <ul aria-label={t("headersOf", { format: label })} className="my-2 flex flex-wrap gap-1">
        {headerNames.map((name) => (
          <li key={name} className="flex max-w-full">
            <Tag>{name}</Tag>
          </li>
        ))}
      </ul>
      <p className="mb-2 max-w-prose text-ink-2">{t(`formats.${format}`)}</p>
      <VerifyCode format={format} label={t("codeOf", { format: label })} whole />
    </section>
  );
}

function HelpLink() {
  const t = useTranslations("verify");
  return (
    <p className="mt-3 text-ink-2">
      <Link href="/docs/verify" className="text-accent underline">
        {t("help")}
      </Link>
    </p>
  );
}
