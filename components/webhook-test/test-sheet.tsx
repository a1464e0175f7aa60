"use client";

import { useTranslations } from "use-intl";
import { Tag } from "@/components/ui/tag";
import { webhooksApi } from "@/lib/api-client/webhooks";
import type { Webhook } from "@/lib/core/webhook";
import { TestPanel } from "./test-panel";

interface Props {
  webhook: Pick<Webhook, "id" | "title" | "url" | "timeoutMs">;
  /** Its sample is sent first; `test.ping` unless said otherwise. */
  type?: string | undefined;
  onClose: () => void;
}

/** A test of a webhook as it is saved. */
export function TestSheet({ webhook: { id, title, url, timeoutMs }, type, onClose }: Props) {
  const t = useTranslations("test");
  return (
    <TestPanel
      title={t("title", { title })}
      subtitle={<Tag>{url}</Tag>}
      timeoutMs={timeoutMs}
      type={type}
      send={(test) => webhooksApi.test(id, test)}
      onClose={onClose}
    />
  );
}
