"use client";

import { useQuery } from "@tanstack/react-query";
import { BellPlus, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Panel } from "@/components/ui/panel";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { AlertRule } from "@/lib/core/alert-rule";
import { DeleteRule } from "./delete-rule";
import { alertRulesQuery } from "./queries";
import { RuleDialog } from "./rule-dialog";
import { RulesList } from "./rules-list";

type Open = { dialog: "create" } | { dialog: "edit" | "delete"; rule: AlertRule };

export function RulesPanel() {
  const query = useQuery(alertRulesQuery());
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const create = () => setOpen({ dialog: "create" });
  return (
    <Panel
      title="Rules"
      flush
      aside={
        <Button size="sm" onClick={create}>
          <Plus aria-hidden />
          Create rule
        </Button>
      }
    >
      {query.isPending && <SkeletonRows label="Loading the rules" rows={2} />}
      {query.isError && !query.data && (
        <ErrorState
          bare
          title="The rules could not be loaded"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        >
          {query.error.message}
        </ErrorState>
      )}
      {query.data?.length === 0 && (
        <EmptyState bare picture={<BellPlus aria-hidden />} title="No rules of your own yet">
          You are told anyway when a webhook keeps failing, is disabled, and works again. Rules look for more: slow
          answers, silence, a certificate that ends.
        </EmptyState>
      )}
      {query.data && query.data.length > 0 && (
        <RulesList
          rules={query.data}
          onEdit={(rule) => setOpen({ dialog: "edit", rule })}
          onDelete={(rule) => setOpen({ dialog: "delete", rule })}
        />
      )}
      {open?.dialog === "create" && <RuleDialog onClose={close} />}
      {open?.dialog === "edit" && <RuleDialog rule={open.rule} onClose={close} />}
      {open?.dialog === "delete" && <DeleteRule rule={open.rule} onClose={close} />}
    </Panel>
  );
}
