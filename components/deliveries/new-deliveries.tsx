"use client";

import { ArrowUp } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { FloatingNote } from "@/components/ui/floating-note";

/** How many deliveries wait above what is being read. */
export function NewDeliveries({ count, isMore, onShow }: { count: number; isMore: boolean; onShow: () => void }) {
  const t = useTranslations("logs.live");
  if (count === 0) return null;
  const words = t(isMore ? "newMore" : "new", { count });
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
        {words}
      </Button>
      <span role="status" className="sr-only">
        {words}
      </span>
    </FloatingNote>
  );
}
