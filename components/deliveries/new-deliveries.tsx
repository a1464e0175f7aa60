"use client";

import { ArrowUp } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FloatingNote } from "@/components/ui/floating-note";
import { formatNumber } from "@/components/ui/number";

/** How many deliveries wait above what is being read. */
export function NewDeliveries({ count, onShow }: { count: number; onShow: () => void }) {
  if (count === 0) return null;
  return (
    <FloatingNote>
      <Button
        size="sm"
        className="shadow-float"
        onClick={() => {
          onShow();
          window.scrollTo({ top: 0 });
        }}
      >
        <ArrowUp aria-hidden />
        {formatNumber(count)} new
      </Button>
    </FloatingNote>
  );
}
