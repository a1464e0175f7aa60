"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Send } from "lucide-react";
import { useEffect, useEffectEvent, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { deliveryQuery } from "@/components/deliveries/queries";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import type { Delivery } from "@/lib/core/delivery";
import type { Json } from "@/lib/core/json";
import { TEST_EVENT_TYPE } from "@/lib/core/subscription";
import { EventSelect } from "./event-select";
import { readData } from "./payload";
import { PayloadEditor } from "./payload-editor";
import { TestExchange } from "./test-exchange";

export interface Test {
  type: string;
  /** Without it, the type's sample is sent. */
  data?: Record<string, Json>;
}

interface Props {
  title: string;
  subtitle: ReactNode;
  timeoutMs: number;
  type?: string | undefined;
  send: (test: Test) => Promise<Delivery>;
  /** Said beneath what came back. */
  note?: string | undefined;
  onClose: () => void;
}

/** Sends a test as it opens and shows the exchange as it happens. What was typed is kept for the next send. */
export function TestPanel({ title, subtitle, timeoutMs, type: first = TEST_EVENT_TYPE, send, note, onClose }: Props) {
  const t = useTranslations("test");
  const [type, setType] = useState(first);
  const [text, setText] = useState<string>();
  const { mutate, isPending, error, data: sent, variables, submittedAt } = useSingleMutation({ mutationFn: send });
  const { data: delivery, error: readError } = useQuery({
    ...deliveryQuery(sent?.id ?? ""),
    enabled: sent !== undefined,
  });
  const data = text === undefined ? undefined : readData(text);
  const isUnreadable = text !== undefined && data === undefined;
  const attempt = sent && delivery?.id === sent.id ? delivery.attempts.at(-1) : undefined;
  const isWaiting = isPending || (sent !== undefined && !attempt && !error && !readError);

  const sendNow = () => mutate({ type, ...(data ? { data } : {}) });
  const sendOnce = useEffectEvent(sendNow);
  useEffect(() => {
    // Deferred, so that an effect that React runs twice in development sends once.
    const timer = setTimeout(sendOnce);
    return () => clearTimeout(timer);
  }, []);

  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={title}
      subtitle={subtitle}
      actions={
        <Button variant="primary" size="sm" busy={isWaiting} disabled={isUnreadable} onClick={sendNow}>
          <Send aria-hidden />
          {t("again")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <EventSelect
          value={type}
          onChange={(next) => {
            setType(next);
            setText(undefined);
          }}
        />
        <Payload type={type} isEdited={text !== undefined}>
          <PayloadEditor key={type} type={type} text={text} onTextChange={setText} />
        </Payload>
        {isUnreadable && (
          <p role="alert" className="text-sm text-bad">
            {t("invalid")}
          </p>
        )}
        <TestExchange
          type={variables?.type ?? type}
          begunAt={submittedAt}
          delivery={delivery}
          attempt={isPending ? undefined : attempt}
          sendError={error}
          readError={readError}
          timeoutMs={timeoutMs}
        />
        {note && attempt && !isPending && <p className="text-sm text-ink-3">{note}</p>}
      </div>
    </Sheet>
  );
}

interface PayloadProps {
  type: string;
  isEdited: boolean;
  children: ReactNode;
}

/** Folded until wanted: most tests are of a sample. */
function Payload({ type, isEdited, children }: PayloadProps) {
  const t = useTranslations("test");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)} className="group">
      <summary className="flex list-none items-center gap-1 rounded-sm text-sm [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 text-ink-3 transition-transform group-open:rotate-90" />
        <span className="font-medium">{t("payload")}</span>
        <span className="min-w-0 truncate text-ink-3">
          {isEdited ? t("payloadEdited") : t("payloadSample", { type })}
        </span>
      </summary>
      {isOpen && <div className="mt-2">{children}</div>}
    </details>
  );
}
