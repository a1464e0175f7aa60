"use client";

import { useId, type FormEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, type DialogProps } from "@/components/ui/dialog";

interface Props extends Pick<DialogProps, "title" | "description" | "size"> {
  /** On the button that submits. */
  action: string;
  isPending: boolean;
  /** What was refused and belongs to no field. */
  problem?: { title: string; children: ReactNode } | undefined;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that is a form: Enter and the last button submit it. */
export function FormDialog({
  title,
  description,
  size,
  action,
  isPending,
  problem,
  onSubmit,
  onClose,
  children,
}: Props) {
  const t = useTranslations("common");
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // It may stand within another form in React's tree.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      size={size}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={id} variant="primary" busy={isPending}>
            {action}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-4 pt-1">
        {problem && <Banner tone="bad" {...problem} live />}
        {children}
      </form>
    </Dialog>
  );
}
