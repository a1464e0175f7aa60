/** The first page of the API reference: what holds for every call, and the list of them. */
import type { DocsPage } from "@/components/docs/docs-page";
import { A, C, Code, P, Shell, Table, Ul } from "@/components/docs/prose";
import { STATUS_OF, type ErrorCode } from "@/lib/core/errors";
import { MAX_BATCH_BYTES, MAX_BATCH_EVENTS, MAX_EVENT_BYTES } from "@/lib/core/event";
import { DEFAULT_LIMIT, MAX_LIMIT } from "@/lib/core/page";
import type { Scope } from "@/lib/core/permissions";
import { WINDOW_SECONDS } from "@/lib/core/rate-limit";
import type { ReferenceGroup } from "@/lib/api/reference";
import { OperationIndex } from "./operation-index";

const SCOPE_WORDS: Record<Scope, string> = {
  "events:write": "publish events",
  "webhooks:read": "read webhooks, deliveries, event types and inspectors",
  "webhooks:write": "change them; test, retry and replay",
};

const ERROR_WORDS: Record<ErrorCode, string> = {
  invalid_request: "the request can't be read, like a body that is no JSON",
  unauthorized: "the API key is missing, unknown or revoked",
  forbidden: "the API key lacks the scope, or the thing can't be changed by anybody",
  not_found: "there is nothing under this id, or it belongs to another account",
  method_not_allowed: "nothing answers this method there; Allow says which do",
  conflict: "it doesn't go with what is there: a name that is taken, a key used for another body",
  precondition_failed: "somebody changed it since you read it: read it again",
  payload_too_large: "the body is too long",
  unsupported_media_type: "the body isn't plain application/json",
  validation_failed: "a field is missing, unknown or wrong; fields says which and why",
  rate_limited: "too many requests: wait as long as Retry-After says",
  internal: "something broke on our side; give us the X-Request-Id",
  unavailable: "the database is busy or restarting: try again after Retry-After",
};

const ERROR_EXAMPLE = {
  error: {
    code: "validation_failed",
    message: "title: Give the webhook a title.",
    fields: { title: "Give the webhook a title." },
  },
};

export const apiOverview = (groups: readonly ReferenceGroup[]): DocsPage => ({
  slug: "api",
  title: "API reference",
  summary: "Every call, with its fields, its errors and a curl.",
  sections: ({ origin, requestsPerSecond }) => [
    {
      id: "authorization",
      title: "Authorization",
      body: (
        <>
          <P>
            Make a key under <A href="/settings/api-keys">API keys</A>, and send it with each call.
          </P>
          <Shell
            label="A first call"
            terminal={1}
            code={`curl -sS ${origin}/api/v1/webhooks -H "Authorization: Bearer $WEBHOOKS_API_KEY"`}
          />
          <Table
            label="Scopes"
            head={["Scope", "Lets a key"]}
            rows={Object.entries(SCOPE_WORDS).map(([scope, words]) => ({ cells: [<C key="s">{scope}</C>, words] }))}
          />
          <P>
            The same as this reference is there as an{" "}
            <a className="rounded-sm text-accent underline underline-offset-2" href="/api/v1/openapi.json">
              OpenAPI 3.1 document
            </a>
            , for generators of clients.
          </P>
        </>
      ),
    },
    {
      id: "format",
      title: "Format",
      body: (
        <Ul
          items={[
            "Bodies are JSON in UTF-8, sent as Content-Type: application/json, uncompressed.",
            "Field names are camelCase; a field that isn't known is refused. Answers may get more fields some day.",
            "Timestamps are ISO 8601 in UTC. Ids are prefixed: wh_…, evt_…, dlv_….",
            <>
              Every answer has an <C>X-Request-Id</C>: yours, if it is 1 to 100 letters, digits, <C>.</C>, <C>_</C> or{" "}
              <C>-</C>.
            </>,
            <>
              Publishing can be repeated safely with an <C>Idempotency-Key</C>:{" "}
              <A href="/docs/publishing#repeat">publishing events</A>.
            </>,
            <>
              A webhook has an <C>ETag</C>. Send it back as <C>If-Match</C> with a change, and nothing is overwritten
              that you haven&apos;t seen.
            </>,
          ]}
        />
      ),
    },
    {
      id: "paging",
      title: "Lists",
      body: (
        <>
          <P>
            Lists answer <C>{'{"data": […], "nextCursor": "…"}'}</C>. Give <C>nextCursor</C> back as <C>?cursor=</C> to
            read on; it is <C>null</C> on the last page. <C>?limit=</C> takes 1 to {MAX_LIMIT}, {DEFAULT_LIMIT} if not
            given.
          </P>
        </>
      ),
    },
    {
      id: "errors",
      title: "Errors",
      body: (
        <>
          <P>
            What goes wrong has a <C>code</C> for programs and a <C>message</C> for people. <C>fields</C> says what is
            wrong with which field, by its path.
          </P>
          <Code label="An error" code={JSON.stringify(ERROR_EXAMPLE, null, 2)} />
          <Table
            label="Errors"
            head={["Code", "Status", "Means"]}
            rows={Object.entries(ERROR_WORDS).map(([code, words]) => ({
              cells: [<C key="c">{code}</C>, STATUS_OF[code as ErrorCode], words],
            }))}
          />
        </>
      ),
    },
    {
      id: "limits",
      title: "Limits",
      body: (
        <>
          <Table
            label="Limits"
            head={["Of", "At most"]}
            rows={[
              {
                cells: [
                  "Requests of a key",
                  requestsPerSecond > 0
                    ? `${requestsPerSecond.toLocaleString("en")} a second, counted over ${WINDOW_SECONDS} seconds; then 429`
                    : "no limit here",
                ],
              },
              { cells: ["A body", `${MAX_EVENT_BYTES / 1024} KiB; then 413`] },
              {
                cells: [
                  "A batch of events",
                  `${MAX_BATCH_EVENTS.toLocaleString("en")} events and ${MAX_BATCH_BYTES / 1024 / 1024} MiB, each event ${MAX_EVENT_BYTES / 1024} KiB`,
                ],
              },
              { cells: ["A page of a list", `${MAX_LIMIT} entries`] },
            ]}
          />
          <P>
            What is left to a key is told by <C>RateLimit-Limit</C>, <C>RateLimit-Remaining</C>, <C>RateLimit-Reset</C>{" "}
            (seconds) and <C>RateLimit-Policy</C>, as in draft-ietf-httpapi-ratelimit-headers-06.
          </P>
        </>
      ),
    },
    ...groups.map(({ slug, name, description, operations }) => ({
      id: slug,
      title: name,
      body: (
        <>
          <P>{description}</P>
          <OperationIndex operations={operations} page={`/docs/api/${slug}`} />
        </>
      ),
    })),
  ],
});
