"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { eventTypesApi } from "@/lib/api-client";
import { EVENT_TYPES_KEY } from "./queries";

interface Props {
  name: string;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteEventType({ name, onClose, onDeleted }: Props) {
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => eventTypesApi.remove(name),
    onSuccess: async () => {
      toast.success(`${name} is deleted.`);
      onDeleted();
      await queryClient.invalidateQueries({ queryKey: [...EVENT_TYPES_KEY, "list"] });
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Delete ${name}`}
      description="It can't be published any more. Events of this type that were published stay in the log."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>
            Delete event type
          </Button>
        </>
      }
    >
      {error && (
        <Banner tone="bad" title="It could not be deleted" live>
          {error.message}
        </Banner>
      )}
    </Dialog>
  );
}
