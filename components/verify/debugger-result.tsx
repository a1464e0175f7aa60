"use client";

import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Pill, type Tone } from "@/components/ui/pill";
import type { Debugged } from "@/lib/core/signature-debugger";
import type { Step } from "@/lib/core/signature-debugger/step";
import { useFindingWords } from "./use-finding-words";

/** The verdict, and each step with what was found. */
export function DebuggerResult({ debugged }: { debugged: Debugged | undefined }) {
  const t = useTranslations("verify.debugger");
  if (!debugged) {
    return (
      <div className="grid min-h-40 place-items-center rounded-lg border border-dashed p-6 text-center text-ink-3">
        {t("empty")}
      </div>
    );
  }
  const { isGenuine, steps } = debugged;
  return (
    <section aria-label={t("result")} className="min-w-0">
      <div role="status">
        {isGenuine === true && (
          <Banner tone="ok" title={t("genuine")}>
            {t("genuineHint")}
          </Banner>
        )}
        {isGenuine === false && <Banner tone="bad" title={t("notGenuine")} />}
        {isGenuine === undefined && <Banner tone="accent" title={t("open")} />}
      </div>
      <ol className="mt-3 divide-y divide-line-2 rounded-lg border">
        {steps.map((step) => (
          <StepRow key={step.name} step={step} />
        ))}
      </ol>
    </section>
  );
}

const TONES: Record<Step["result"], Tone> = { ok: "ok", warn: "warn", bad: "bad" };

function StepRow({ step }: { step: Step }) {
  const t = useTranslations("verify.debugger");
  const words = useFindingWords();
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">{t(`steps.${step.name}`)}</span>
        <Pill tone={TONES[step.result]}>{t(step.result)}</Pill>
      </p>
      <p className="text-sm wrap-anywhere text-ink-2">{words(step)}</p>
    </li>
  );
}
