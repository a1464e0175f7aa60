"use client";

import { useTranslations } from "use-intl";
import { KeyValues } from "@/components/ui/key-values";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { docsHref } from "@/components/docs/docs-page";
import { Link } from "@/components/ui/link";
import { FORMATS } from "@/lib/core/formats";
import { parseUrl } from "@/lib/core/parse-url";
import type { Webhook } from "@/lib/core/webhook";
import { GUIDES, type Guide } from "./guides";

/** How this webhook is received elsewhere, with the names its own format has. */
export function GuidesTab({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhookPage.guides");
  return (
    <section aria-labelledby="guides">
      <h2 id="guides" className="text-lg font-semibold">
        {t("title")}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-ink-2">{t("intro", { format: FORMATS[webhook.format].label })}</p>
      <div className="grid gap-4 lg:grid-cols-2">
        {GUIDES.map((guide) => (
          <GuidePanel key={guide.key} guide={guide} webhook={webhook} />
        ))}
      </div>
    </section>
  );
}

function GuidePanel({ guide, webhook }: { guide: Guide; webhook: Webhook }) {
  const t = useTranslations("webhookPage.guides");
  const { key, slug, host, fieldsOf } = guide;
  const { type, data, id } = fieldsOf(webhook.format);
  const name = guide.name ?? t("server.name");
  const isHere = host?.test(parseUrl(webhook.url)?.hostname ?? "");
  return (
    <Panel title={name}>
      <KeyValues
        items={[
          { label: t("type"), value: <Tag className="whitespace-normal wrap-anywhere select-all">{type}</Tag> },
          { label: t("data"), value: <Tag className="whitespace-normal wrap-anywhere select-all">{data}</Tag> },
          { label: t("id"), value: <Tag className="whitespace-normal wrap-anywhere select-all">{id}</Tag> },
        ]}
      />
      <ol className="my-3 flex list-decimal flex-col gap-1 pl-5 marker:text-ink-3">
        <li>{t(`${key}.step1`)}</li>
        <li>{t(`${key}.step2`)}</li>
        <li>{t(`${key}.step3`)}</li>
      </ol>
      {isHere !== undefined && (
        <p className="mb-2 text-sm text-ink-2">{isHere ? t("isHere", { name }) : t("elsewhere", { name })}</p>
      )}
      <Link href={docsHref(slug)} className="text-accent underline" aria-label={`${t("more")}: ${name}`}>
        {t("more")}
      </Link>
    </Panel>
  );
}
