"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { failureHref } from "@/components/docs/anchors";
import { Banner } from "@/components/ui/banner";
import { CodeBlock } from "@/components/ui/code-block";
import { formatDuration } from "@/components/ui/duration";
import { formatBytes } from "@/components/ui/number";
import { Time } from "@/components/ui/time";
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
  const requestBody = attempt.requestBody ?? delivery.requestBody;
  return (
    <>
      <Verdict delivery={delivery} attempt={attempt} />
      <AttemptTiming attempt={attempt} />
      {attempt.requestHeaders.length > 0 && (
        <>
          <CodeBlock
            title="Request headers"
            label="Request headers"
            code={`POST ${attempt.url ?? delivery.webhookUrl}\n${headerLines(attempt.requestHeaders)}`}
            copy
            wrap
          />
          <CodeBlock
            title="Request body"
            label="Request body"
            aside={formatBytes(new TextEncoder().encode(requestBody).length)}
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
  const { data: ourAddresses = [] } = useQuery({ ...egressIpsQuery(), enabled: attempt.error !== null });
  const took = attempt.durationMs === null ? "" : ` in ${formatDuration(attempt.durationMs)}`;
  if (!attempt.error) {
    return (
      <Banner tone="ok" title={`${attempt.responseCode}${took}`}>
        Your receiver accepted it.
      </Banner>
    );
  }
  const { happened, todo } = adviceFor({
    error: attempt.error,
    errorDetail: attempt.errorDetail,
    responseCode: attempt.responseCode,
    responseHeaders: attempt.responseHeaders,
    url: attempt.url ?? delivery.webhookUrl,
    remoteAddress: attempt.remoteAddress,
    tlsExpiresAt: attempt.tlsExpiresAt,
    timeoutMs: delivery.timeoutMs,
    secretRotatedAt: delivery.secretRotatedAt,
    ourAddresses,
  });
  const isAwaitingRetry = delivery.status === "pending" && attempt === delivery.attempts.at(-1);
  return (
    <Banner tone={attempt.outcome === "failed" ? "bad" : "warn"} title={happened}>
      {todo}
      {isAwaitingRetry && delivery.nextAttemptAt && (
        <>
          {" "}
          The next try is <Time value={delivery.nextAttemptAt} />.
        </>
      )}{" "}
      <Link href={failureHref(attempt.error, attempt.responseCode)} className="text-accent underline">
        More about this
      </Link>
    </Banner>
  );
}

function Response({ attempt }: { attempt: Attempt }) {
  const body = attempt.responseBody ?? "";
  const read = attempt.responseBytes ?? 0;
  const shown = new TextEncoder().encode(body).length;
  return (
    <>
      <CodeBlock
        title="Response headers"
        label="Response headers"
        aside={`${attempt.responseCode}`}
        code={headerLines(attempt.responseHeaders)}
        copy
        wrap
      />
      <CodeBlock
        title="Response body"
        label="Response body"
        aside={read > shown ? `the first ${formatBytes(shown)}` : formatBytes(read)}
        code={body}
        copy={body !== ""}
        wrap
      >
        {body ? prettyJson(body) : <span className="text-ink-3">(empty)</span>}
      </CodeBlock>
    </>
  );
}

const headerLines = (headers: HeaderPairs) => headers.map(([name, value]) => `${name}: ${value}`).join("\n");
