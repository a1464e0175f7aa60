"use client";

import { useTranslations } from "use-intl";
import { Link } from "@/components/ui/link";
import { useFormats } from "@/components/ui/use-formats";
import { resultHref } from "@/components/webhooks/paths";
import { ATTEMPT_ERRORS, type AttemptError } from "@/lib/core/attempt";
import type { Webhook } from "@/lib/core/webhook";

const SHOWN = 3;

const isError = (result: string): result is AttemptError => ATTEMPT_ERRORS.some((error) => error === result);

/** How it failed lately, each a way to the deliveries that did. */
export function FailureLinks({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("health.failures");
  const errors = useTranslations("charts.codes.errors");
  const { number } = useFormats();
  const { id, health } = webhook;
  const { failures } = health;
  const most = failures[0]?.count ?? 1;
  return (
    <section aria-label={t("label")} className="min-w-0">
      <h3 className="text-xs text-ink-3">{t("label")}</h3>
      {failures.length === 0 ? (
        <p className="mt-2 text-sm text-ink-2">{t("none")}</p>
      ) : (
        <ul className="mt-2 flex flex-col gap-2">
          {failures.slice(0, SHOWN).map(({ result, count }) => (
            <li key={result}>
              <Link
                href={resultHref(id, result)}
                className="group flex justify-between gap-2 rounded-sm text-sm"
                title={t("see")}
              >
                <span className="truncate text-accent underline">{isError(result) ? errors(result) : result}</span>
                <span>
                  <span className="sr-only">: </span>
                  {number(count)}
                </span>
              </Link>
              <div aria-hidden className="mt-1 h-1 rounded-full bg-fill">
                <div className="h-1 min-w-1 rounded-full bg-bad" style={{ width: `${(count / most) * 100}%` }} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {failures.length > SHOWN && (
        <p className="mt-2 text-xs text-ink-3">{t("more", { count: failures.length - SHOWN })}</p>
      )}
    </section>
  );
}
