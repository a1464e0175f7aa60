"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useSingleMutation } from "@/components/use-single-mutation";
import { apiKeysApi } from "@/lib/api-client";
import type { ApiKey } from "@/lib/core/api-key";
import { ApiKeysTable } from "./api-keys-table";
import { CreateApiKeyDialog } from "./create-api-key-dialog";
import { API_KEYS_KEY, apiKeysQuery } from "./queries";

export function ApiKeysScreen() {
  const [isCreating, setIsCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const create = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden />
      Create API key
    </Button>
  );
  return (
    <>
      <PageHeader
        title="API keys"
        description="Your backend publishes events and manages webhooks with them."
        actions={create}
      />
      <div className="mt-6">
        <Keys onCreate={() => setIsCreating(true)} onRevoke={setRevoking} />
      </div>
      {isCreating && <CreateApiKeyDialog onClose={() => setIsCreating(false)} />}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function Keys({ onCreate, onRevoke }: { onCreate: () => void; onRevoke: (key: ApiKey) => void }) {
  const query = useQuery(apiKeysQuery());
  if (query.isPending) return <SkeletonRows label="Loading API keys" rows={3} />;
  if (!query.data) {
    return (
      <ErrorState
        title="The API keys could not be loaded"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      >
        {query.error.message}
      </ErrorState>
    );
  }
  if (query.data.data.length === 0) {
    return (
      <EmptyState
        picture={<KeyRound aria-hidden />}
        title="No API keys yet"
        actions={<Button onClick={onCreate}>Create API key</Button>}
      >
        Your backend needs one to publish events.
      </EmptyState>
    );
  }
  return <ApiKeysTable apiKeys={query.data.data} onRevoke={onRevoke} />;
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { mutate, isPending } = useSingleMutation({
    mutationFn: () => apiKeysApi.revoke(apiKey.id),
    onSuccess: () => {
      toast.success(`${apiKey.name} is revoked.`);
      onClose();
    },
    onError: (error) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: API_KEYS_KEY }),
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Revoke ${apiKey.name}?`}
      description={`Requests with the key that ends in ${apiKey.lastFour} are refused from now on.`}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>
            Revoke key
          </Button>
        </>
      }
    />
  );
}
