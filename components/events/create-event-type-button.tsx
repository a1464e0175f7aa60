"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { EventTypeDialog } from "./event-type-dialog";
import { useOpenType } from "./use-open-type";

export function CreateEventTypeButton() {
  const t = useTranslations("events");
  const mayWrite = useMay("webhooks:write");
  const [isOpen, setIsOpen] = useState(false);
  const [, setOpenName] = useOpenType();
  if (!mayWrite) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden />
        {t("create")}
      </Button>
      {isOpen && <EventTypeDialog onClose={() => setIsOpen(false)} onCreated={(name) => void setOpenName(name)} />}
    </>
  );
}
