"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, ShieldAlert, ShieldCheck, ShieldQuestion, type LucideIcon } from "lucide-react";
import clsx from "clsx";
import { useTranslations } from "use-intl";
import { FORMATS } from "@/lib/core/formats";
import type { DeliverySignatures } from "@/lib/core/webhook-test";
import { signaturesQuery } from "./queries";

type Checked = DeliverySignatures["data"][number];

/** What the documented check says of the bytes that were sent: it is made anew, not taken for granted. */
export function SignatureVerdict({ deliveryId, attempts }: { deliveryId: string; attempts: number }) {
  const t = useTranslations("test.signature");
  const { data, error } = useQuery(signaturesQuery(deliveryId, attempts));
  if (error) {
    return (
      <p className="text-sm text-bad">
        {t("failed")}: {error.message}
      </p>
    );
  }
  if (!data) return <p className="text-sm text-ink-3">{t("checking")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {data.map((checked) => (
        <Verdict key={checked.format} checked={checked} />
      ))}
    </ul>
  );
}

const ICONS: Record<Checked["result"], LucideIcon> = {
  verified: ShieldCheck,
  wrong: ShieldAlert,
  unsigned: KeyRound,
  unknown: ShieldQuestion,
};

const INKS: Record<Checked["result"], string> = {
  verified: "text-ok",
  wrong: "text-bad",
  unsigned: "text-ink-2",
  unknown: "text-ink-2",
};

function Verdict({ checked: { format, result, reason } }: { checked: Checked }) {
  const t = useTranslations("test.signature");
  const Icon = ICONS[result];
  const label = FORMATS[format].label;
  const more = {
    verified: t("verifiedMore", { format: label }),
    wrong: reason ?? "",
    unsigned: t("unsignedMore", { format: label }),
    unknown: t("unknownMore"),
  };
  return (
    <li className="flex gap-2 text-sm">
      <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", INKS[result])} />
      <span>
        <span className={clsx("font-medium", INKS[result])}>{t(result)}</span>
        {". "}
        <span className="text-ink-2">{more[result]}</span>
      </span>
    </li>
  );
}
