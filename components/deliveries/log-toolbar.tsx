"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { deliveriesApi } from "@/lib/api-client/deliveries";
import { LiveSwitch, type LiveSwitchProps } from "./live-switch";
import { deliveryCountQuery } from "./queries";
import { RetryActions } from "./retry-actions";
import { toQuery, useDeliveryFilters } from "./use-delivery-filters";
import type { Selection } from "./use-selection";

/** How many there are, whether they come by themselves, and what can be done with all of them. */
export function LogToolbar({ selection, live }: { selection: Selection; live: LiveSwitchProps }) {
  const mayRetry = useMay("webhooks:write");
  return (
    <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
      <LiveSwitch {...live} />
      <Count />
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <ExportMenu />
        {mayRetry && <RetryActions selection={selection} />}
      </div>
    </div>
  );
}

function Count() {
  const t = useTranslations("logs");
  const [filters] = useDeliveryFilters();
  const { data, isError } = useQuery(deliveryCountQuery(toQuery(filters)));
  if (isError) return null;
  return (
    <span role="status" className="text-ink-2">
      {data ? t(data.exact ? "count" : "moreThan", { count: data.count }) : t("counting")}
    </span>
  );
}

function ExportMenu() {
  const t = useTranslations("logs.export");
  const [filters] = useDeliveryFilters();
  const query = toQuery(filters);
  return (
    <Menu
      trigger={
        <Button>
          <Download aria-hidden />
          {t("label")}
        </Button>
      }
    >
      {(["csv", "ndjson"] as const).map((format) => (
        <MenuItem key={format} onSelect={() => window.location.assign(deliveriesApi.exportHref(query, format))}>
          {t(format)}
        </MenuItem>
      ))}
    </Menu>
  );
}
