"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Lock, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { QueryError } from "@/components/ui/query-error";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { apiKeysApi } from "@/lib/api-client/api-keys";
import { evenIfGone } from "@/lib/api-client/even-if-gone";
import type { ApiKey } from "@/lib/core/api-key";
import { ApiKeysTable } from "./api-keys-table";
import { CreateApiKeyDialog } from "./create-api-key-dialog";
import { API_KEYS_KEY, apiKeysQuery } from "./queries";
import { useMay } from "./viewer";

export function ApiKeysScreen() {
  const t = useTranslations("account.keys");
  const mayManage = useMay("keys:manage");
  const [isCreating, setIsCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const create = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden />
      {t("create")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={mayManage && create} />
      <div className="mt-6">
        {mayManage ? (
          <Keys onCreate={() => setIsCreating(true)} onRevoke={setRevoking} />
        ) : (
          <EmptyState picture={<Lock aria-hidden />} title={t("forbidden")}>
            {t("forbiddenText")}
          </EmptyState>
        )}
      </div>
      {isCreating && <CreateApiKeyDialog onClose={() => setIsCreating(false)} />}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function Keys({ onCreate, onRevoke }: { onCreate: () => void; onRevoke: (key: ApiKey) => void }) {
  const t = useTranslations("account.keys");
  const query = useQuery(apiKeysQuery());
  if (query.isPending) return <SkeletonRows label={t("loading")} rows={3} />;
  if (!query.data) {
    return <QueryError query={query} title={t("failed")} />;
  }
  if (query.data.data.length === 0) {
    return (
      <EmptyState
        picture={<KeyRound aria-hidden />}
        title={t("empty")}
        actions={<Button onClick={onCreate}>{t("create")}</Button>}
      >
        {t("emptyText")}
      </EmptyState>
    );
  }
  return (
    <>
      <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
      <ApiKeysTable apiKeys={query.data.data} onRevoke={onRevoke} />
    </>
  );
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useTranslations("account.keys");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => evenIfGone(apiKeysApi.revoke(apiKey.id)),
    onSuccess: () => {
      toast.success(t("revoked", { name: apiKey.name }));
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: API_KEYS_KEY }),
  });
  return (
    <ConfirmDialog
      title={t("revokeTitle", { name: apiKey.name })}
      description={t("revokeText", { lastFour: apiKey.lastFour })}
      keep={t("keep")}
      action={t("revokeAction")}
      isPending={isPending}
      error={error}
      onConfirm={mutate}
      onClose={onClose}
    />
  );
}
