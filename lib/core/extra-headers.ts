/** Headers of a webhook's own: none that takes over what the connection, a proxy, a signature or a cloud reads. */
import { z } from "zod";
import { isAuthorization, MASK } from "./authorization";
import { quoteShort } from "./errors";
import { FORMAT_NAMES, FORMATS } from "./formats";

const MAX_HEADERS = 20;
const MAX_VALUE_BYTES = 4096;
const MAX_BYTES = 8192;
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
/** Visible ASCII; spaces only inside. */
const VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** Patterns match whole names in lower case. */
const RESERVED: readonly { names: RegExp; reason: string }[] = [
  {
    names: /^(host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|date|proxy-.*)$/,
    reason: "belongs to the connection",
  },
  { names: /^(content-.*|accept-encoding|user-agent)$/, reason: "is set for every delivery" },
  { names: /^(via|forwarded|x-forwarded-.*|x-real-ip)$/, reason: "is for proxies to set" },
  { names: /^(cookie|sec-.*)$/, reason: "is for browsers to set" },
  { names: /^(webhook-.*|x-webhook-.*|x-sydx-.*)$/, reason: "carries what deliveries are verified by" },
  { names: /^(x-amz-.*|x-goog-.*|metadata.*)$/, reason: "is obeyed by cloud services" },
];

const FORMAT_HEADERS = new Set(
  FORMAT_NAMES.flatMap((format) => FORMATS[format].headerNames).map((name) => name.toLowerCase()),
);

/** @returns why there can't be an extra header of this name, or undefined */
function nameProblem(name: string): string | undefined {
  if (!NAME.test(name)) {
    return "Header names have 1 to 100 letters, digits, hyphens or underscores, and begin with a letter or digit.";
  }
  const lower = name.toLowerCase();
  const reserved = RESERVED.find(({ names }) => names.test(lower));
  if (reserved) return `${name} ${reserved.reason}.`;
  // Authorization is one format's and may be another's extra header: `conflictsOf` knows.
  if (FORMAT_HEADERS.has(lower) && !isAuthorization(name)) return `${name} is a wire format's own.`;
  return undefined;
}

/** @returns what is wrong with this value of an extra header, or undefined */
function valueProblem(name: string, value: string): string | undefined {
  if (isAuthorization(name) && value === MASK) return undefined;
  if (value.length > MAX_VALUE_BYTES) return `The value of ${name} has more than ${MAX_VALUE_BYTES} characters.`;
  if (!VALUE.test(value)) return `Give ${name} a value of visible ASCII characters, with no space around it.`;
  return undefined;
}

/** Name → value. The mask stands for an Authorization value that is stored already. */
export const extraHeadersSchema = z
  .record(z.string(), z.string("Give the value as text."), { error: "Give an object of header names and values." })
  .superRefine((headers, context) => {
    const refuse = (message: string, ...path: string[]) => context.addIssue({ code: "custom", path, message });
    const names = Object.keys(headers);
    if (names.length > MAX_HEADERS) return refuse(`Give at most ${MAX_HEADERS} headers.`);
    const seen = new Set<string>();
    let bytes = 0;
    for (const [name, value] of Object.entries(headers)) {
      const problem = nameProblem(name) ?? valueProblem(name, value);
      const isTwice = seen.has(name.toLowerCase());
      seen.add(name.toLowerCase());
      bytes += name.length + value.length;
      if (problem) refuse(problem, quotedName(name));
      else if (isTwice) refuse(`${name} stands there twice.`, quotedName(name));
    }
    if (bytes > MAX_BYTES) refuse(`Together the headers have more than ${MAX_BYTES} characters.`);
  });

/** A name in an answer's `fields`: never the whole of a long one. */
const quotedName = (name: string) => (NAME.test(name) ? name : quoteShort(name));

export const authorizationSchema = z
  .string()
  .min(1, "Give the value of the Authorization header.")
  .max(MAX_VALUE_BYTES, `Use at most ${MAX_VALUE_BYTES} characters.`)
  .regex(VALUE, "Use visible ASCII characters, with no space around them.");
