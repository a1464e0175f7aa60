"use client";

import { useQuery } from "@tanstack/react-query";
import { BellPlus, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { AlertRule } from "@/lib/core/alert-rule";
import { DeleteRule } from "./delete-rule";
import { Loaded } from "./loaded";
import { alertRulesQuery } from "./queries";
import { RuleDialog } from "./rule-dialog";
import { RulesList } from "./rules-list";

type Open = { dialog: "create" } | { dialog: "edit" | "delete"; rule: AlertRule };

export function RulesPanel() {
  const t = useTranslations("alerts.rules");
  const mayWrite = useMay("webhooks:write");
  const query = useQuery(alertRulesQuery());
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const create = () => setOpen({ dialog: "create" });
  return (
    <Panel
      title={t("title")}
      flush
      aside={
        mayWrite && (
          <Button size="sm" onClick={create}>
            <Plus aria-hidden />
            {t("create")}
          </Button>
        )
      }
    >
      <Loaded query={query} words={{ loading: t("loading"), failed: t("failed") }}>
        {(rules) =>
          rules.length === 0 ? (
            <EmptyState bare picture={<BellPlus aria-hidden />} title={t("emptyTitle")}>
              {t("empty")}
            </EmptyState>
          ) : (
            <RulesList
              rules={rules}
              onEdit={(rule) => setOpen({ dialog: "edit", rule })}
              onDelete={(rule) => setOpen({ dialog: "delete", rule })}
            />
          )
        }
      </Loaded>
      {open?.dialog === "create" && <RuleDialog onClose={close} />}
      {open?.dialog === "edit" && <RuleDialog rule={open.rule} onClose={close} />}
      {open?.dialog === "delete" && <DeleteRule rule={open.rule} onClose={close} />}
    </Panel>
  );
}
