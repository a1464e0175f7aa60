"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { FORMATS } from "@/lib/core/formats";
import type { SignatureCheck } from "@/lib/core/inspector";

const TONES = { verified: "ok", previous: "warn", failed: "bad", unsigned: "idle" } as const;

/** The outcome in words, and each step that a receiver would take. */
export function SignatureVerdict({ check }: { check: SignatureCheck }) {
  const t = useTranslations("inspectors.signature");
  return (
    <div className="flex flex-col gap-2">
      <Banner tone={TONES[check.verdict]} title={t(check.verdict)}>
        <Words check={check} />
      </Banner>
      <ol className="flex flex-col gap-1 text-sm">
        {check.steps.map((step, index) => (
          <li key={index} className="flex items-start gap-2">
            {step.isOk ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
            ) : (
              <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
            )}
            <span className="min-w-0 wrap-anywhere">
              <StepWords format={check.format} {...step} />
              <span className="sr-only">: {step.isOk ? t("ok") : t("notOk")}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Words({ check: { verdict, cause, steps, webhookTitle, format: name } }: { check: SignatureCheck }) {
  const t = useTranslations("inspectors.signature");
  const format = FORMATS[name].label;
  if (verdict === "verified") {
    return webhookTitle === null ? t("verifiedOwn", { format }) : t("verifiedWith", { title: webhookTitle, format });
  }
  if (verdict === "unsigned") return t("unsignedHint");
  if (verdict === "previous") {
    return webhookTitle === null ? t("previousOwn") : t("previousWith", { title: webhookTitle });
  }
  if (cause) return t(`causes.${cause}`);
  return steps.at(-1)?.step === "signature" ? t("causes.unknown") : null;
}

function StepWords({ format, step, isOk, header }: Pick<SignatureCheck, "format"> & SignatureCheck["steps"][number]) {
  const t = useTranslations(isOk ? "inspectors.signature.steps" : "inspectors.signature.stepsFailed");
  const key = step === "timestamp" && format === "standard" ? "timestampStandard" : step;
  return key === "whole" ? t(key) : t(key, { header: header ?? "" });
}
