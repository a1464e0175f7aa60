"use client";

import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { Tag } from "@/components/ui/tag";
import { TextArea } from "@/components/ui/text-area";
import { useTypedBefore } from "@/components/ui/use-typed-before";
import { deliveriesHref } from "@/components/webhooks/paths";
import type { DeliveryDetail } from "@/lib/core/delivery";
import { FORMATS, FORMAT_NAMES, type FormatName } from "@/lib/core/formats";
import { readPastedHeaders } from "@/lib/core/pasted-headers";
import { debugSignature, formatOfHeaders } from "@/lib/core/signature-debugger";
import type { Webhook } from "@/lib/core/webhook";
import { DebuggerResult } from "./debugger-result";

interface Props {
  webhook: Webhook;
  delivery?: DeliveryDetail | undefined;
  onClear?: (() => void) | undefined;
}

const OPTIONS = FORMAT_NAMES.map((value) => ({ value, label: FORMATS[value].label }));

export function DebuggerForm({ webhook, delivery, onClear }: Props) {
  const t = useTranslations("verify.debugger");
  const filled = useMemo(() => filledOf(delivery), [delivery]);
  const [format, setFormat] = useState<FormatName>(filled.format ?? webhook.format);
  const [headers, setHeaders] = useState(filled.headers);
  const [body, setBody] = useState(filled.body);
  const [secret, setSecret] = useState("");
  const [computed, setComputed] = useState("");
  const [isShown, setShown] = useState(false);
  const headersField = useRef<HTMLTextAreaElement>(null);
  const bodyField = useRef<HTMLTextAreaElement>(null);
  const secretField = useRef<HTMLInputElement>(null);
  useTypedBefore(headersField, headers, setHeaders);
  useTypedBefore(bodyField, body, setBody);
  useTypedBefore(secretField, secret, setSecret);
  const [now] = useState(() => new Date());
  const input = useDeferredValue({ format, headers, body, secret, computed });
  const debugged = useMemo(
    () => debugSignature({ ...input, headers: readPastedHeaders(input.headers), now, sentBody: filled.sentBody }),
    [input, now, filled.sentBody],
  );
  const isEmpty = !headers.trim() && !body && !secret;
  const clear = () => {
    for (const set of [setHeaders, setBody, setSecret, setComputed]) set("");
    onClear?.();
  };
  const hasSignature = format !== "sidecar";
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <form className="flex min-w-0 flex-col gap-4" autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        {delivery && <FilledWith delivery={delivery} hasHeaders={filled.headers !== ""} />}
        <Field label={t("format")}>
          {(control) => <Select {...control} options={OPTIONS} value={format} onValueChange={setFormat} />}
        </Field>
        <Field label={t("headers")} hint={t("headersHint")}>
          {(control) => (
            <TextArea
              {...control}
              ref={headersField}
              mono
              rows={6}
              value={headers}
              onChange={(event) => setHeaders(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("body")} hint={t("bodyHint")}>
          {(control) => (
            <TextArea
              {...control}
              ref={bodyField}
              mono
              rows={5}
              value={body}
              onChange={(event) => setBody(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={hasSignature ? t("secret") : t("authorization")}
          hint={t("secretHint")}
          aside={
            <Button size="sm" variant="ghost" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {isShown ? t("hide") : t("show")}
            </Button>
          }
        >
          {(control) => (
            <Input
              {...control}
              ref={secretField}
              mono
              // Without a name, and not a password's: no manager keeps it.
              type={isShown ? "text" : "password"}
              autoComplete="one-time-code"
              spellCheck={false}
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          )}
        </Field>
        {hasSignature && (
          <Field label={t("computed")} hint={t("computedHint")} optional>
            {(control) => (
              <Input
                {...control}
                mono
                spellCheck={false}
                value={computed}
                onChange={(event) => setComputed(event.target.value)}
              />
            )}
          </Field>
        )}
        <div>
          <Button onClick={clear} disabled={isEmpty && !computed}>
            {t("clear")}
          </Button>
        </div>
      </form>
      <DebuggerResult debugged={isEmpty ? undefined : debugged} />
    </div>
  );
}

function FilledWith({ delivery, hasHeaders }: { delivery: DeliveryDetail; hasHeaders: boolean }) {
  const t = useTranslations("verify.debugger");
  if (!hasHeaders) return <p className="text-sm text-warn">{t("noHeaders")}</p>;
  return (
    <p className="text-sm text-ink-2">
      {t.rich("prefilled", {
        id: delivery.id,
        attempt: delivery.attempts.at(-1)?.number ?? 0,
        link: (id) => (
          <Link
            href={`${deliveriesHref(delivery.webhookId)}&delivery=${delivery.id}`}
            className="text-accent underline"
          >
            <Tag>{id}</Tag>
          </Link>
        ),
      })}
    </p>
  );
}

/** Of its latest attempt that was sent. */
function filledOf(delivery: DeliveryDetail | undefined) {
  const attempt = delivery?.attempts.findLast(({ requestHeaders }) => requestHeaders.length > 0);
  if (!delivery || !attempt) return { headers: "", body: "", sentBody: undefined, format: undefined };
  const body = attempt.requestBody ?? delivery.requestBody;
  return {
    headers: attempt.requestHeaders.map(([name, value]) => `${name}: ${value}`).join("\n"),
    body,
    sentBody: body,
    format: formatOfHeaders(attempt.requestHeaders),
  };
}
