"use client";

import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useViewer } from "@/components/account/viewer";
import { useModKey } from "@/components/shell/use-mod-key";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { PERMISSIONS_OF } from "@/lib/core/permissions";
import { mayOpen, SCREENS } from "./screens";

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("palette");
  const permissions = PERMISSIONS_OF[useViewer().role];
  const mod = useModKey();
  const screens = SCREENS.filter((screen) => mayOpen(screen, permissions));
  return (
    <Dialog open onOpenChange={onClose} size="lg" title={t("keys.title")} description={t("keys.description")}>
      <div className="grid gap-6 sm:grid-cols-2">
        <Keys title={t("keys.goTo")}>
          {screens.flatMap((screen) =>
            "key" in screen ? (
              <Line key={screen.name} keys={["g", screen.key]} then={t("keys.then")}>
                {t(`screens.${screen.name}`)}
              </Line>
            ) : (
              []
            ),
          )}
        </Keys>
        <div className="flex flex-col gap-6">
          <Keys title={t("keys.everywhere")}>
            <Line keys={[`${mod} K`]}>{t("keys.palette")}</Line>
            <Line keys={["?"]}>{t("keys.help")}</Line>
            <Line keys={["Esc"]}>{t("keys.close")}</Line>
          </Keys>
          <Keys title={t("keys.lists")}>
            <Line keys={["j", "k"]}>{t("keys.walk")}</Line>
            <Line keys={["Enter"]}>{t("keys.openRow")}</Line>
            {permissions.includes("webhooks:write") && (
              <>
                <Line keys={["x"]}>{t("keys.selectRow")}</Line>
                <Line keys={["r"]}>{t("keys.retry")}</Line>
              </>
            )}
          </Keys>
        </div>
      </div>
    </Dialog>
  );
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-sm font-medium text-ink-2">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

/** @param then the word between keys that follow each other */
function Line({ keys, then, children }: { keys: readonly string[]; then?: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4 border-b border-line-2 last:border-0">
      <dt className="min-w-0">{children}</dt>
      <dd className="flex shrink-0 items-center gap-1 text-xs text-ink-3">
        {keys.map((key, index) => (
          <Fragment key={key}>
            {index > 0 && then}
            <Kbd>{key}</Kbd>
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
