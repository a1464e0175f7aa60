"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { eventTypesQuery } from "@/components/events/queries";
import { Button } from "@/components/ui/button";
import { MultiSelect } from "@/components/ui/multi-select";
import { useWebhooks } from "@/components/webhooks/use-webhooks";
import { ATTEMPT_ERRORS } from "@/lib/core/attempt";
import { DELIVERY_STATUSES } from "@/lib/core/delivery-status";
import { TEST_EVENT_TYPE } from "@/lib/core/subscription";
import { TimeFilter } from "./time-filter";
import { useDeliveryFilters } from "./use-delivery-filters";

/** What is asked for most; a link may bring others. */
const CODES = ["2xx", "3xx", "4xx", "5xx", "400", "401", "403", "404", "410", "422", "429", "500", "502", "503", "504"];

export function FilterFields() {
  const t = useTranslations("logs");
  const [filters, setFilters] = useDeliveryFilters();
  const webhooks = useWebhooks().webhooks ?? [];
  const known = webhooks.map(({ id, title }) => ({ value: id, label: title }));
  // What is chosen stays choosable, also where its type is gone or the list couldn't be loaded.
  const types = useQuery(eventTypesQuery()).data?.map(({ name }) => name) ?? [];
  const gone = filters.webhook.filter((id) => !known.some(({ value }) => value === id));
  return (
    <>
      <MultiSelect
        label={t("filters.webhook")}
        options={[...known, ...gone.map((id) => ({ value: id, label: `${id.slice(0, 12)}…` }))]}
        value={filters.webhook}
        onValueChange={(webhook) => void setFilters({ webhook })}
      />
      <MultiSelect
        label={t("filters.status")}
        options={DELIVERY_STATUSES.map((status) => ({
          value: status,
          label: t(`statuses.${status}`),
          ...(status === "pending" ? { aside: t("filters.withRetrying") } : {}),
        }))}
        value={filters.status}
        onValueChange={(status) => void setFilters({ status })}
      />
      <MultiSelect
        label={t("filters.event")}
        options={optionsOf([TEST_EVENT_TYPE, ...types, ...filters.type])}
        value={filters.type}
        onValueChange={(type) => void setFilters({ type })}
      />
      <MultiSelect
        label={t("filters.code")}
        options={optionsOf([...CODES, ...filters.code])}
        value={filters.code}
        onValueChange={(code) => void setFilters({ code })}
      />
      <MultiSelect
        label={t("filters.error")}
        options={ATTEMPT_ERRORS.map((error) => ({ value: error, label: t(`errors.${error}`) }))}
        value={filters.error}
        onValueChange={(error) => void setFilters({ error })}
      />
      <TimeFilter />
      {filters.redelivery.length > 0 && (
        <Button
          aria-label={t("filters.remove", { what: t("filters.redelivery") })}
          onClick={() => void setFilters({ redelivery: null })}
        >
          {t("filters.redelivery")}
          <X aria-hidden />
        </Button>
      )}
    </>
  );
}

const optionsOf = (values: readonly string[]) => [...new Set(values)].map((value) => ({ value, label: value }));
