"use client";

import { useQuery } from "@tanstack/react-query";
import { Pencil, SearchX, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { QueryError } from "@/components/ui/query-error";
import { Sheet } from "@/components/ui/sheet";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { TestSheet } from "@/components/webhook-test/test-sheet";
import { ApiError } from "@/lib/api-client/api-error";
import type { EventTypeDetail } from "@/lib/core/event-type";
import type { Webhook } from "@/lib/core/webhook";
import { DeleteEventType } from "./delete-event-type";
import { EventTypeDialog } from "./event-type-dialog";
import { eventTypeQuery } from "./queries";
import { SchemaFields } from "./schema-fields";
import { sentence } from "./sentence";
import { SendAsTest } from "./send-as-test";
import { Subscribers } from "./subscribers";
import { useCatalogueWords } from "./use-catalogue-words";

interface Props {
  name: string;
  onClose: () => void;
}

/** One event type: what it is for, what it looks like, who gets it; and a way to try it. */
export function EventTypeSheet({ name, onClose }: Props) {
  const t = useTranslations("events");
  const mayWrite = useMay("webhooks:write");
  const { ofType } = useCatalogueWords();
  const query = useQuery(eventTypeQuery(name));
  const [dialog, setDialog] = useState<"edit" | "delete">();
  const [testing, setTesting] = useState<Webhook>();
  const closeDialog = () => setDialog(undefined);
  const type = query.data;
  const isUnknown = query.error instanceof ApiError && query.error.status === 404;
  if (testing) return <TestSheet webhook={testing} type={name} onClose={() => setTesting(undefined)} />;
  return (
    <>
      <Sheet
        open
        onOpenChange={onClose}
        title={<span className="font-mono">{name}</span>}
        subtitle={type && <Tag>{type.isBuiltIn ? ofType(type).group : t("yours")}</Tag>}
        actions={
          type &&
          !type.isBuiltIn &&
          mayWrite && (
            <>
              <Button size="sm" onClick={() => setDialog("edit")}>
                <Pencil aria-hidden />
                {t("edit")}
              </Button>
              <Button size="sm" onClick={() => setDialog("delete")}>
                <Trash2 aria-hidden />
                {t("remove")}
              </Button>
            </>
          )
        }
      >
        {query.isPending && <SkeletonRows label={t("type.loading")} />}
        {isUnknown && (
          <EmptyState
            bare
            picture={<SearchX aria-hidden />}
            title={t("type.missing")}
            actions={<Button onClick={onClose}>{t("type.showAll")}</Button>}
          >
            {t("type.missingHint")}
          </EmptyState>
        )}
        {query.isError && !type && !isUnknown && <QueryError bare query={query} title={t("type.failed")} />}
        {type && <About type={ofType(type)} onTest={setTesting} />}
      </Sheet>
      {dialog === "edit" && type && <EventTypeDialog type={type} onClose={closeDialog} />}
      {dialog === "delete" && <DeleteEventType name={name} onClose={closeDialog} onDeleted={onClose} />}
    </>
  );
}

function About({ type, onTest }: { type: EventTypeDetail; onTest: (webhook: Webhook) => void }) {
  const t = useTranslations("events.type");
  const mayWrite = useMay("webhooks:write");
  return (
    <div className="flex flex-col gap-6">
      <div>
        <p className="wrap-anywhere">{sentence(type.description)}</p>
        {type.useCases.length > 0 && (
          <ul aria-label={t("useCases")} className="mt-2 list-disc pl-5 wrap-anywhere text-ink-2">
            {type.useCases.map((useCase) => (
              <li key={useCase}>{useCase}</li>
            ))}
          </ul>
        )}
      </div>
      {mayWrite && (
        <section>
          <h3 className="mb-2 font-medium">{t("sendAsTest")}</h3>
          <SendAsTest onSend={onTest} />
        </section>
      )}
      <section>
        <h3 className="mb-2 font-medium">{t("subscribers")}</h3>
        <Subscribers type={type} />
      </section>
      <CodeBlock title={t("sample")} label={t("sampleLabel")} code={JSON.stringify(type.sample, null, 2)} copy wrap />
      <section>
        <h3 className="mb-2 font-medium">{t("fields")}</h3>
        {type.schema ? (
          <>
            <SchemaFields schema={type.schema} />
            <details className="mt-2">
              <summary className="rounded-sm text-sm text-ink-2">JSON Schema</summary>
              <CodeBlock
                className="mt-1"
                label="JSON Schema"
                title="2020-12"
                code={JSON.stringify(type.schema, null, 2)}
                copy
              />
            </details>
          </>
        ) : (
          <p className="text-ink-2">{t("noSchema")}</p>
        )}
      </section>
    </div>
  );
}
