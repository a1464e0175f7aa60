import { ATTEMPT_ERRORS } from "@/lib/core/attempt";
import { decide } from "@/lib/core/decide";
import type { DocsPage } from "../docs-page";
import { statusFailures } from "../failures";
import { A, C, P, Table, Ul } from "../prose";

/** What the worker itself decides, with a schedule that has tries left. */
function fateOf(code: number): string {
  const isSuccess = code >= 200 && code < 300;
  const decision = decide({
    result: {
      startedAt: new Date(0),
      durationMs: 1,
      phases: {},
      response: { code, headers: [], body: new Uint8Array(), bytes: 0 },
      ...(isSuccess ? {} : { error: ATTEMPT_ERRORS[ATTEMPT_ERRORS.indexOf("http_status")] }),
    },
    failures: 0,
    delaysSeconds: [1],
    now: new Date(0),
    random: 0,
  });
  switch (decision.kind) {
    case "succeeded":
      return "Delivered.";
    case "retry":
      return "Tried again.";
    case "disabled":
      return "Not tried again; the webhook is disabled.";
    case "exhausted":
      return "Failed.";
  }
}

export const responses: DocsPage = {
  slug: "responses",
  title: "Response codes",
  summary: "What your receiver's answer means here.",
  sections: () => [
    {
      id: "codes",
      title: "Codes",
      body: (
        <>
          <Table
            label="Response codes"
            head={["Code", "What happens", "Meaning", "What to do"]}
            rows={[
              { cells: [<C key="code">2xx</C>, fateOf(200), "The receiver has it.", "Nothing."] },
              ...statusFailures().map(({ id, name, advice }) => ({
                id,
                cells: [
                  <C key="code">{name}</C>,
                  fateOf(Number(id.slice("status-".length))),
                  advice.happened,
                  advice.todo,
                ],
              })),
            ]}
          />
          <P>
            Where no answer came at all, see <A href="/docs/troubleshooting">troubleshooting</A>.
          </P>
        </>
      ),
    },
    {
      id: "answer",
      title: "How to answer",
      body: (
        <Ul
          items={[
            "Answer 2xx as soon as the event is stored on your side, and work afterwards. A webhook waits 5 s, unless it is set to 1 to 30 s.",
            "The answer's body is for your own eyes: its first 16 KiB stand in the delivery log.",
            <>
              To slow things down, answer <C>429</C> or <C>503</C> with <C>Retry-After</C>, or set a rate for the
              webhook.
            </>,
            <>
              Answer <C>410</C> only if the URL is gone for good.
            </>,
            "Answer 2xx for events you don't care about, and for those you have seen: else they are sent again.",
          ]}
        />
      ),
    },
  ],
};
