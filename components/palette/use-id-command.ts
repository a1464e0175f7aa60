"use client";

import { Hash } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { redeliveryHref, webhookHref } from "@/components/webhooks/paths";
import { eventsApi } from "@/lib/api-client/events";
import { ApiError } from "@/lib/api-client/api-error";
import type { Command, CommandRun } from "./command-item";
import { pastedId, type PastedId } from "./pasted-id";

const deliveryHref = (id: string) => `/settings/webhooks/logs?delivery=${id}`;

/** Opens what a pasted id names. */
export function useIdCommand(query: string): Command[] {
  const t = useTranslations("palette");
  const openEvent = useOpenEvent();
  const pasted = pastedId(query);
  if (!pasted) return [];
  const { kind, id } = pasted;
  return [{ id: `id ${id}`, Icon: Hash, label: t(`open.${kind}`, { id }), run: runOf(pasted, openEvent) }];
}

function runOf({ kind, id }: PastedId, openEvent: (id: string) => void): CommandRun {
  if (kind === "webhook") return { kind: "go", href: webhookHref(id) };
  if (kind === "delivery") return { kind: "go", href: deliveryHref(id) };
  if (kind === "redelivery") return { kind: "go", href: redeliveryHref(id) };
  return { kind: "act", act: () => openEvent(id) };
}

/** An event has no page of its own: its first delivery shows it. */
function useOpenEvent() {
  const t = useTranslations("palette");
  const router = useRouter();
  const open = async (id: string) => {
    try {
      const [first] = (await eventsApi.get(id)).deliveries;
      if (first) router.push(deliveryHref(first.id));
      else toast.info(t("eventHasNone"));
    } catch (error) {
      const isGone = error instanceof ApiError && error.status === 404;
      toast.error(isGone || !(error instanceof Error) ? t("notFound") : error.message);
    }
  };
  return (id: string) => void open(id);
}
