"use client";

import { useEffect, useEffectEvent, useState, type ComponentType, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";

/**
 * A part of a page that is loaded when it is first shown. Where it can't be had, as without a connection, the page stays
 * what it is and says so, and what had been opened is closed again.
 * @param loading in its place until it is there
 * @returns with `ready`, for what must not fail to be shown: awaited first, and rejected where it can't be had
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>, loading: ReactNode = null) {
  let known: ComponentType<Props> | undefined;
  const ready = async () => {
    known ??= await load();
    return known;
  };
  function OnDemand(props: Props) {
    const t = useTranslations("ui");
    const [Part, setPart] = useState<ComponentType<Props> | undefined>(() => known);
    const giveUp = useEffectEvent(() => {
      toast.error(t("partMissing"));
      (props as { onClose?: () => void }).onClose?.();
    });
    useEffect(() => {
      let isShown = true;
      ready().then(
        (part) => isShown && setPart(() => part),
        () => isShown && giveUp(),
      );
      return () => {
        isShown = false;
      };
    }, []);
    return Part ? <Part {...props} /> : loading;
  }
  return Object.assign(OnDemand, { ready });
}
