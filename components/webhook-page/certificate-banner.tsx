"use client";

import { useTranslations } from "use-intl";
import { useNow } from "@/components/health/use-moment";
import { Banner } from "@/components/ui/banner";
import { useFormats } from "@/components/ui/use-formats";
import { parseUrl } from "@/lib/core/parse-url";
import type { Webhook } from "@/lib/core/webhook";
import { certificateEnd } from "./certificate";

/** From three weeks before the receiver's certificate ends. */
export function CertificateBanner({ webhook: { url, health } }: { webhook: Webhook }) {
  const t = useTranslations("webhookPage.certificate");
  const { date } = useFormats();
  const now = useNow();
  const end = now === null ? undefined : certificateEnd(health.tlsExpiresAt, now);
  if (!end || health.tlsExpiresAt === null) return null;
  const values = { host: parseUrl(url)?.host ?? url, date: date(Date.parse(health.tlsExpiresAt)) };
  if (end.kind === "ended") {
    return (
      <Banner tone="bad" title={t("ended", values)}>
        {t("endedText")}
      </Banner>
    );
  }
  return (
    <Banner tone="warn" title={end.days === 0 ? t("endsToday", values) : t("ends", { ...values, days: end.days })}>
      {t("endsText")}
    </Banner>
  );
}
