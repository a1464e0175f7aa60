import { Monitor, Smartphone } from "lucide-react";
import { useTranslations } from "use-intl";
import { Pill } from "@/components/ui/pill";
import { Time } from "@/components/ui/time";
import type { Session } from "@/lib/core/account";
import { deviceOf } from "./device";

const PHONES = new Set(["iPhone", "iPad", "Android"]);

export function SessionRow({ session }: { session: Session }) {
  const t = useTranslations("account.sessions");
  const { browser, system } = deviceOf(session.userAgent ?? "");
  const Icon = system && PHONES.has(system) ? Smartphone : Monitor;
  return (
    <li className="flex min-h-11 items-center gap-3 border-b border-line-2 px-4 py-2 last:border-0">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2" title={session.userAgent ?? undefined}>
          <span className="font-medium">
            {browser && system ? t("device", { browser, system }) : (browser ?? t("unknownBrowser"))}
          </span>
          {session.isCurrent && <Pill tone="ok">{t("current")}</Pill>}
        </p>
        <p className="text-sm text-ink-3 wrap-anywhere">
          <span className="font-mono">{session.address ?? t("unknown")}</span> · {session.accountName} ·{" "}
          {t.rich("signedIn", { time: () => <Time value={session.createdAt} /> })}
        </p>
      </div>
      <span className="shrink-0 text-sm text-ink-2">
        <Time value={session.lastSeenAt} />
      </span>
    </li>
  );
}
