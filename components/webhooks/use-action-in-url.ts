"use client";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useEffect, useEffectEvent } from "react";
import type { Webhook } from "@/lib/core/webhook";
import { WEBHOOK_ACTIONS, type WebhookAction } from "./action";
import { wasFollowed } from "./asked-here";
import { actionHref } from "./paths";
import { webhookQuery } from "./queries";

/** These only open a dialog, whoever made the link. */
const ASKS_FIRST: readonly WebhookAction[] = ["rotate", "replay", "delete"];

/** On a webhook's page, `?action=rotate` begins that once, and leaves the URL: a reload or Back doesn't repeat it. */
export function useActionInUrl(begin: (action: WebhookAction, webhook: Webhook) => void): void {
  const { webhookId } = useParams<{ webhookId?: string }>();
  const [action, setAction] = useQueryState("action", parseAsStringLiteral(WEBHOOK_ACTIONS));
  const isAsked = webhookId !== undefined && action !== null;
  const { data: webhook } = useQuery({ ...webhookQuery(webhookId ?? ""), enabled: isAsked });
  const beginOnce = useEffectEvent((asked: WebhookAction, its: Webhook) => {
    void setAction(null, { history: "replace" });
    const isAskedHere = wasFollowed(actionHref(its.id, asked));
    if (isAskedHere || ASKS_FIRST.includes(asked)) begin(asked, its);
  });
  useEffect(() => {
    if (!isAsked || !webhook) return;
    // Deferred, so that an effect that React runs twice in development begins once.
    const timer = setTimeout(() => beginOnce(action, webhook));
    return () => clearTimeout(timer);
  }, [isAsked, action, webhook]);
}
