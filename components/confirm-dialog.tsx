"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

interface Props {
  title: string;
  description: string;
  /** On the button that leaves everything as it is. */
  keep: string;
  /** On the button that can't be undone. */
  action: string;
  isPending: boolean;
  error: Error | null;
  /** What has failed, where the error alone doesn't say it. */
  failed?: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that can't be undone; stays open where it failed, and says why. */
export function ConfirmDialog({ keep, action, isPending, error, failed, onConfirm, onClose, ...dialog }: Props) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      {...dialog}
      footer={
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button variant="danger" busy={isPending} onClick={() => onConfirm()}>
            {action}
          </Button>
        </>
      }
    >
      {error && (
        <Banner tone="bad" title={failed ?? error.message} live>
          {failed && error.message}
        </Banner>
      )}
    </Dialog>
  );
}
