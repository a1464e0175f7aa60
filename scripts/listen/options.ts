/** What `npm run listen` was asked for. */
import { parseArgs } from "node:util";
import { parseUrl } from "../../lib/core/parse-url";

export interface ListenOptions {
  /** Of the product, without a slash at its end. */
  url: string;
  key: string;
  webhook: string;
  forward: URL | undefined;
  secret: string | undefined;
  authorization: string | undefined;
  /** Where to begin, as the API's query has it; undefined: where it stopped, or now. */
  begin: { since: string } | { last: string } | undefined;
  /** One delivery to forward, and no more. */
  replay: string | undefined;
  cursorFile: string;
}

/** Said to the person who typed it, without a stack. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

const USAGE = `npm run -s listen -- --webhook wh_… [--forward http://localhost:3001/hook]

  --webhook ID        the webhook to listen to
  --forward URL       sends each delivery there; without it they are only printed
  --url URL           the product's address (WEBHOOKS_URL, or http://localhost:3000)
  --key KEY           an API key that may change webhooks (WEBHOOKS_API_KEY)
  --secret SECRET     verifies each delivery and says so (WEBHOOK_SECRET)
  --authorization V   the Authorization value, which the API doesn't tell (WEBHOOK_AUTHORIZATION)
  --last N            begins with the newest N deliveries
  --since 10m         begins that long ago (s, m, h, d), or at an ISO 8601 instant
  --replay ID         forwards this one delivery again, and ends
  --cursor FILE       keeps how far it has come (.webhooks-listen.json)`;

const UNITS_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** @throws UsageError */
export function readOptions(args: string[], env: Record<string, string | undefined>, now: Date): ListenOptions {
  const values = parse(args);
  if (values.help) throw new UsageError(USAGE, 0);
  const { webhook = "", replay, last, since, key = env["WEBHOOKS_API_KEY"], cursor = ".webhooks-listen.json" } = values;
  if (!webhook && !replay) throw new UsageError(`Give --webhook.\n\n${USAGE}`);
  if (webhook && !webhook.startsWith("wh_")) throw new UsageError("--webhook takes a webhook's id, like wh_01k9….");
  if (replay && !replay.startsWith("dlv_")) throw new UsageError("--replay takes a delivery's id, like dlv_01k9….");
  if (!key) throw new UsageError("Give an API key: --key, or WEBHOOKS_API_KEY in the environment.");
  if (last !== undefined && since !== undefined) throw new UsageError("Give --last or --since, not both.");
  if (last !== undefined && !/^\d+$/.test(last)) throw new UsageError("--last takes a number, from 1 to 200.");
  const url = values.url ?? env["WEBHOOKS_URL"] ?? "http://localhost:3000";
  return {
    url: httpUrl("--url", url).href.replace(/\/+$/, ""),
    key,
    webhook,
    replay,
    forward: values.forward === undefined ? undefined : httpUrl("--forward", values.forward),
    secret: values.secret ?? env["WEBHOOK_SECRET"],
    authorization: values.authorization ?? env["WEBHOOK_AUTHORIZATION"],
    begin: last !== undefined ? { last } : since !== undefined ? { since: instantOf(since, now) } : undefined,
    cursorFile: cursor,
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      options: {
        webhook: text,
        forward: text,
        url: text,
        key: text,
        secret: text,
        authorization: text,
        last: text,
        since: text,
        replay: text,
        cursor: text,
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function httpUrl(option: string, text: string): URL {
  const url = parseUrl(text);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(`${option} takes a URL, like http://localhost:3001/hook.`);
}

function instantOf(text: string, now: Date): string {
  const [, count, unit = ""] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const ms = count === undefined ? Date.parse(text) : now.getTime() - Number(count) * (UNITS_MS[unit] ?? 0);
  if (Number.isNaN(ms)) throw new UsageError("--since takes a span like 10m, or an instant like 2026-03-25T08:22:50Z.");
  return new Date(ms).toISOString();
}
