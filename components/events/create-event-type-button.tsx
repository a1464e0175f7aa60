"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EventTypeDialog } from "./event-type-dialog";
import { useOpenType } from "./use-open-type";

export function CreateEventTypeButton() {
  const [isOpen, setIsOpen] = useState(false);
  const [, setOpenName] = useOpenType();
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden />
        Create event type
      </Button>
      {isOpen && <EventTypeDialog onClose={() => setIsOpen(false)} onCreated={(name) => void setOpenName(name)} />}
    </>
  );
}
