"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useTranslations } from "use-intl";
import { deliveryQuery } from "@/components/deliveries/queries";
import { Banner } from "@/components/ui/banner";
import { Panel } from "@/components/ui/panel";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Webhook } from "@/lib/core/webhook";
import { DebuggerForm } from "./debugger-form";

/** The delivery that it is filled with. */
const useDeliveryParameter = () => useQueryState("delivery", parseAsString);

/** Says which step of a signature differs: pasted, or filled with a delivery of the log. */
export function SignatureDebugger({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("verify.debugger");
  const [deliveryId, setDeliveryId] = useDeliveryParameter();
  return (
    <Panel title={t("title")} id="debugger" className="scroll-mt-4">
      <p className="max-w-prose text-ink-2">{t("intro")}</p>
      <p className="mt-1 mb-4 flex items-start gap-2 text-sm text-ink-2">
        <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
        {t("privacy")}
      </p>
      {deliveryId ? (
        <Prefilled
          key={deliveryId}
          webhook={webhook}
          deliveryId={deliveryId}
          onClear={() => void setDeliveryId(null)}
        />
      ) : (
        <DebuggerForm webhook={webhook} />
      )}
    </Panel>
  );
}

interface PrefilledProps {
  webhook: Webhook;
  deliveryId: string;
  onClear: () => void;
}

function Prefilled({ webhook, deliveryId, onClear }: PrefilledProps) {
  const t = useTranslations("verify.debugger");
  const { data, error } = useQuery({ ...deliveryQuery(deliveryId), refetchInterval: false });
  if (error && !data) {
    return (
      <>
        <Banner tone="bad" title={t("prefillFailed", { message: error.message })} className="mb-4" />
        <DebuggerForm webhook={webhook} />
      </>
    );
  }
  if (!data) return <SkeletonRows label={t("prefillLoading")} rows={4} />;
  return <DebuggerForm webhook={webhook} delivery={data} onClear={onClear} />;
}
