"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { FORMATS, sendsAuthorization } from "@/lib/core/formats";
import type { WebhookWithSecret } from "@/lib/core/webhook";
import { VerifyCode } from "@/components/verify/verify-code";
import { follow } from "./asked-here";
import { OldSecretEnds } from "./old-secret-ends";
import { actionHref } from "./paths";

interface Props {
  title: string;
  webhook: WebhookWithSecret;
  onClose: () => void;
  /** In place of going to the webhook's page and sending one there; null for no such button. */
  onTest?: (() => void) | null;
}

/** A secret, the only time it is shown, with the code that verifies it and the way to a first delivery. */
export function SecretDialog({ title, webhook, onClose, onTest }: Props) {
  const t = useTranslations("webhooks.secret");
  const router = useRouter();
  const { format, alsoSign } = webhook;
  const formats = [format, ...(alsoSign ? [alsoSign.format] : [])];
  return (
    <ShownOnceDialog
      title={title}
      keeper={t("keeper")}
      label={t("label")}
      value={webhook.secret}
      onClose={onClose}
      actions={
        onTest !== null && (
          <Button onClick={onTest ?? (() => router.push(follow(actionHref(webhook.id, "test"))))}>
            <Send aria-hidden />
            {t("test")}
          </Button>
        )
      }
    >
      {sendsAuthorization(format) && <p className="text-ink-2">{t("unsigned", { format: FORMATS[format].label })}</p>}
      <OldSecretEnds webhook={webhook} />
      {formats.map((name) => (
        <details key={name}>
          <summary className="rounded-sm text-sm font-medium">
            {t("verify")}
            {formats.length > 1 && ` (${FORMATS[name].label})`}
          </summary>
          <VerifyCode format={name} label={t("code", { format: FORMATS[name].label })} className="mt-2" />
        </details>
      ))}
    </ShownOnceDialog>
  );
}
