import { RETRY_PRESETS, MAX_DELAYS, MAX_DELAY_SECONDS } from "@/lib/core/retry";
import { english } from "@/lib/core/messages/english";
import { describeSchedule, formatSeconds } from "@/lib/core/schedule";
import type { DocsPage } from "../docs-page";
import { A, C, P, Table, Ul } from "../prose";

export const retries: DocsPage = {
  slug: "retries",
  title: "Retries",
  summary: "What happens after an attempt that failed, and when.",
  sections: () => [
    {
      id: "schedules",
      title: "Schedules",
      body: (
        <>
          <P>
            A delivery that fails is tried again after each of these waits. A webhook has the schedule of its format,
            unless you choose another.
          </P>
          <Table
            label="Schedules"
            head={["Schedule", "Waits", "In all"]}
            rows={Object.entries(RETRY_PRESETS).map(([name, delays]) => ({
              cells: [
                <C key="name">{name}</C>,
                delays.map(formatSeconds).join(", "),
                describeSchedule(english("form"), delays),
              ],
            }))}
          />
          <P>
            Or give your own: up to {MAX_DELAYS} waits of 1 s to {formatSeconds(MAX_DELAY_SECONDS)}. None means one
            attempt.
          </P>
        </>
      ),
    },
    {
      id: "rules",
      title: "Rules",
      body: (
        <Ul
          items={[
            "A wait begins when the failed attempt has ended.",
            "A retry is never early. It may be up to 10 % of its wait late, so that many don't come at once.",
            <>
              <C>Retry-After</C> on <C>429</C> and <C>503</C>, as seconds or a date, makes a wait longer (up to 24
              hours), never shorter.
            </>,
            <>
              <C>410</C> ends the delivery and disables the webhook. Redirects are not followed: they are failures.
            </>,
            "Each attempt sends the same body and the same event id.",
            "A webhook waits 5 s for an answer, unless it is set to 1 to 30 s. No answer by then is a failure.",
            "A test is sent once.",
          ]}
        />
      ),
    },
    {
      id: "hand",
      title: "By hand",
      body: (
        <P>
          In the <A href="/settings/webhooks/logs">delivery log</A>, <strong>Retry now</strong> tries one at once;
          choose several, or all that match a filter, to retry many at a rate that your receiver can take. A
          webhook&apos;s menu has <strong>Replay</strong>, which sends past events again. In the API:{" "}
          <C>POST /deliveries/{"{id}"}/retry</C>, <C>POST /deliveries/retry</C> and{" "}
          <C>POST /webhooks/{"{id}"}/replay</C>.
        </P>
      ),
    },
    {
      id: "try",
      title: "See it happen",
      body: (
        <P>
          An <A href="/docs/inspector#answers">inspector</A> fails as often as you tell it, and shows each attempt that
          came.
        </P>
      ),
    },
    {
      id: "pause",
      title: "While a webhook is paused",
      body: (
        <P>
          Its deliveries are held, also while it is disabled. When it is resumed you choose what becomes of them: all
          are sent, or the newest, or none. They go out gently at first: ten a second, twice as many every five seconds.
        </P>
      ),
    },
    {
      id: "disabling",
      title: "When nothing succeeds any more",
      body: (
        <>
          <P>
            You are told, and in the end the webhook is disabled; what it would have been sent is held. A delivery that
            succeeds in between ends all that. You are always told first: a day before, or as long before as spans of
            your own leave.
          </P>
          <Table
            label="Automatic disabling"
            head={["Setting", "You are told", "It is disabled"]}
            rows={[
              { cells: [<C key="s">patient</C>, "after 1 h of nothing but failures", "after 5 days of it"] },
              { cells: [<C key="s">sidecar</C>, "with the first delivery that uses up its retries", "24 h later"] },
              { cells: [<C key="s">off</C>, "after 1 h of nothing but failures", "never"] },
            ]}
          />
          <P>
            <C>sidecar</C> goes with the format of that name, <C>patient</C> with the others. A webhook has its own{" "}
            <C>autoDisable</C>, an account its own in <C>PATCH /disabling</C>. With <C>autoRecover</C>, a webhook that
            was disabled this way is sent one of the deliveries it holds every 15 minutes; when one succeeds, it is
            resumed by itself.
          </P>
        </>
      ),
    },
  ],
};
