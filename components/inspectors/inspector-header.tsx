"use client";

import { Send } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { webhookHref } from "@/components/webhooks/paths";
import { webhooksApi } from "@/lib/api-client/webhooks";
import { FORMATS } from "@/lib/core/formats";
import type { Inspector } from "@/lib/core/inspector";
import { InspectorMenu } from "./inspector-menu";
import { LivePill } from "./live-pill";
import { webhookToHref } from "./paths";

interface Props {
  inspector: Inspector;
  onDeleted: () => void;
}

export function InspectorHeader({ inspector, onDeleted }: Props) {
  const t = useTranslations("inspectors");
  return (
    <PageHeader
      title={inspector.title}
      badge={<LivePill id={inspector.id} />}
      description={
        <>
          <span className="flex max-w-full items-center gap-1">
            <code
              aria-label={t("list.address")}
              className="min-w-0 rounded-sm bg-code px-2 py-0.5 font-mono text-sm text-ink wrap-anywhere select-all"
            >
              {inspector.url}
            </code>
            <CopyButton value={inspector.url} label={t("copyAddress")} iconOnly size="sm" variant="ghost" />
          </span>
          <Senders inspector={inspector} />
        </>
      }
      actions={
        <>
          <SendTest inspector={inspector} />
          <InspectorMenu inspector={inspector} onDeleted={onDeleted} />
        </>
      }
    />
  );
}

function Senders({ inspector: { webhooks } }: Pick<Props, "inspector">) {
  const t = useTranslations("inspectors.senders");
  if (webhooks.length === 0) return <p className="mt-1 text-sm text-ink-3">{t("none")}</p>;
  return (
    <ul aria-label={t("label")} className="mt-1 flex flex-wrap gap-x-3 text-sm">
      <li aria-hidden className="text-ink-3">
        {t("label")}
      </li>
      {webhooks.map(({ id, title, format }) => (
        <li key={id} className="min-w-0">
          <Link href={webhookHref(id)} className="rounded-sm text-accent wrap-anywhere hover:underline">
            {title}
          </Link>{" "}
          <span className="text-ink-3">({FORMATS[format].label})</span>
        </li>
      ))}
    </ul>
  );
}

/** With a webhook that sends here, a test of it; without one, the way to it. */
function SendTest({ inspector: { url, title, webhooks } }: Pick<Props, "inspector">) {
  const t = useTranslations("inspectors");
  const mayWrite = useMay("webhooks:write");
  const [webhook] = webhooks;
  const { mutate, isPending } = useSingleMutation({
    mutationFn: (id: string) => webhooksApi.test(id),
    onSuccess: () => toast.success(t("testSent")),
    onError: (error) => toast.error(error.message),
  });
  if (!mayWrite) return null;
  if (!webhook) {
    return (
      <Button asChild variant="primary">
        <Link href={webhookToHref(url, title)}>{t("createWebhook")}</Link>
      </Button>
    );
  }
  return (
    <Button variant="primary" busy={isPending} onClick={() => mutate(webhook.id)}>
      <Send aria-hidden />
      {webhooks.length > 1 ? t("sendTestOf", { title: webhook.title }) : t("sendTest")}
    </Button>
  );
}
