"use client";

import { Pencil, Send } from "lucide-react";
import dynamic from "next/dynamic";
import { useQueryState } from "nuqs";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { editHref } from "@/components/webhooks/paths";
import { useWebhookAction } from "@/components/webhooks/webhook-actions";
import { WebhookMenu } from "@/components/webhooks/webhook-menu";
import { WebhookStatus } from "@/components/webhooks/webhook-status";
import type { Webhook } from "@/lib/core/webhook";
import { CertificateBanner } from "./certificate-banner";
import { GuidesTab } from "./guides-tab";
import { OverviewTab } from "./overview-tab";
import { SettingsTab } from "./settings-tab";
import { TAB_PARAMETER, tabParser } from "./tabs";
import { WebhookTabs } from "./webhook-tabs";
import { WebhookTrouble } from "./webhook-trouble";

/** Code in six languages weighs something. */
const VerifyTab = dynamic(() => import("@/components/verify/verify-tab"));

/** What is wrong stands above every tab. */
export function WebhookPage({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhookPage");
  const [tab] = useQueryState(TAB_PARAMETER, tabParser);
  return (
    <div className="flex flex-col gap-4">
      <nav aria-label={t("breadcrumb")} className="text-sm text-ink-2">
        <Link href="/settings/webhooks" className="hover:underline">
          {t("root")}
        </Link>
      </nav>
      <PageHeader
        title={webhook.title}
        badge={<WebhookStatus webhook={webhook} />}
        description={<span className="font-mono text-sm wrap-anywhere">{webhook.url}</span>}
        actions={<HeaderActions webhook={webhook} />}
      />
      <WebhookTabs id={webhook.id} tab={tab} />
      <WebhookTrouble webhook={webhook} />
      <CertificateBanner webhook={webhook} />
      {tab === "overview" && <OverviewTab webhook={webhook} />}
      {tab === "settings" && <SettingsTab webhook={webhook} />}
      {tab === "verify" && <VerifyTab webhook={webhook} />}
      {tab === "guides" && <GuidesTab webhook={webhook} />}
    </div>
  );
}

function HeaderActions({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhookPage");
  const begin = useWebhookAction();
  const mayWrite = useMay("webhooks:write");
  return (
    <>
      {mayWrite && (
        <>
          <Button variant="primary" onClick={() => begin("test", webhook)}>
            <Send aria-hidden />
            {t("test")}
          </Button>
          <Button asChild>
            <Link href={editHref(webhook.id)}>
              <Pencil aria-hidden />
              {t("edit")}
            </Link>
          </Button>
        </>
      )}
      <WebhookMenu webhook={webhook} size="md" />
    </>
  );
}
