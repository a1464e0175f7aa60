"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { failureHref } from "@/components/docs/anchors";
import { Banner } from "@/components/ui/banner";
import { CodeBlock } from "@/components/ui/code-block";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import { adviceFor } from "@/lib/core/advice";
import type { HeaderPairs } from "@/lib/core/attempt";
import type { Attempt, DeliveryDetail } from "@/lib/core/delivery";
import { AttemptTiming } from "./attempt-timing";
import { prettyJson } from "./pretty-json";
import { egressIpsQuery } from "./queries";

interface Props {
  delivery: DeliveryDetail;
  attempt: Attempt;
}

/** One attempt in full: how it ended and what to do, its timing, what was sent, what came back. */
export function DeliveryExchange({ delivery, attempt }: Props) {
  const t = useTranslations("delivery.parts");
  const { bytes } = useFormats();
  const requestBody = attempt.requestBody ?? delivery.requestBody;
  return (
    <>
      <Verdict delivery={delivery} attempt={attempt} />
      <AttemptTiming attempt={attempt} />
      {attempt.requestHeaders.length > 0 && (
        <>
          <CodeBlock
            title={t("requestHeaders")}
            label={t("requestHeaders")}
            code={`POST ${attempt.url ?? delivery.webhookUrl}\n${headerLines(attempt.requestHeaders)}`}
            copy
            wrap
          />
          <CodeBlock
            title={t("requestBody")}
            label={t("requestBody")}
            aside={bytes(new TextEncoder().encode(requestBody).length)}
            code={requestBody}
            copy
            wrap
          >
            {prettyJson(requestBody)}
          </CodeBlock>
        </>
      )}
      {attempt.responseCode !== null && <Response attempt={attempt} />}
    </>
  );
}

function Verdict({ delivery, attempt }: Props) {
  const t = useTranslations("delivery.verdict");
  const advice = useTranslations("advice");
  const formats = useFormats();
  const { data: ourAddresses = [] } = useQuery({ ...egressIpsQuery(), enabled: attempt.error !== null });
  if (!attempt.error) {
    const code = String(attempt.responseCode);
    const { durationMs } = attempt;
    return (
      <Banner
        tone="ok"
        title={durationMs === null ? t("okPlain", { code }) : t("ok", { code, span: formats.duration(durationMs) })}
      >
        {t("accepted")}
      </Banner>
    );
  }
  const { happened, todo } = adviceFor(
    advice,
    {
      error: attempt.error,
      errorDetail: attempt.errorDetail,
      responseCode: attempt.responseCode,
      responseHeaders: attempt.responseHeaders,
      url: attempt.url ?? delivery.webhookUrl,
      remoteAddress: attempt.remoteAddress,
      tlsExpiresAt: attempt.tlsExpiresAt,
      timeoutMs: delivery.timeoutMs,
      secretRotatedAt: delivery.secretRotatedAt,
      startedAt: attempt.startedAt,
      isTest: delivery.cause === "test",
      ourAddresses,
    },
    formats,
  );
  const isAwaitingRetry = delivery.status === "pending" && attempt === delivery.attempts.at(-1);
  return (
    <Banner tone={attempt.outcome === "failed" ? "bad" : "warn"} title={happened}>
      {todo}
      {isAwaitingRetry && delivery.nextAttemptAt && (
        <> {t.rich("next", { time: () => <Time value={delivery.nextAttemptAt ?? 0} /> })}</>
      )}{" "}
      <Link href={failureHref(attempt.error, attempt.responseCode)} className="text-accent underline">
        {t("more")}
      </Link>
    </Banner>
  );
}

function Response({ attempt }: { attempt: Attempt }) {
  const t = useTranslations("delivery.parts");
  const { bytes } = useFormats();
  const body = attempt.responseBody ?? "";
  const read = attempt.responseBytes ?? 0;
  const shown = new TextEncoder().encode(body).length;
  return (
    <>
      <CodeBlock
        title={t("responseHeaders")}
        label={t("responseHeaders")}
        aside={`${attempt.responseCode}`}
        code={headerLines(attempt.responseHeaders)}
        copy
        wrap
      />
      <CodeBlock
        title={t("responseBody")}
        label={t("responseBody")}
        aside={read > shown ? t("first", { bytes: bytes(shown) }) : bytes(read)}
        code={body}
        copy={body !== ""}
        wrap
      >
        {body ? prettyJson(body) : <span className="text-ink-3">{t("empty")}</span>}
      </CodeBlock>
    </>
  );
}

const headerLines = (headers: HeaderPairs) => headers.map(([name, value]) => `${name}: ${value}`).join("\n");
