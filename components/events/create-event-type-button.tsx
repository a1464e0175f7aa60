"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EventTypeDialog } from "./event-type-dialog";

export function CreateEventTypeButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden />
        Create event type
      </Button>
      {isOpen && <EventTypeDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
