/** The only reader of the environment. Every variable is checked once, at boot; a bad one is one clear line. */
import { z } from "zod";
import { API_KEY_PATTERN } from "./core/api-key";
import { DESTINATION_POLICIES } from "./core/destination-policy";
import { emailSchema, passwordSchema } from "./core/credentials";
import { parseUrl } from "./core/parse-url";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional());

const encryptionKeys = z.string().transform((text, context) => {
  const keys = text.split(",").map((entry) => {
    const [, id, base64] = /^([a-z0-9]{1,16}):(.+)$/i.exec(entry.trim()) ?? [];
    return { id: id ?? "", bytes: Buffer.from(base64 ?? "", "base64") };
  });
  if (keys.every(({ id, bytes }) => id !== "" && bytes.length === 32 && !isWeak(bytes))) return keys;
  context.addIssue({
    code: "custom",
    message: "must be id:base64 of 32 random bytes; several comma-separated, newest first",
  });
  return z.NEVER;
});

const proxyUrl = z
  .string()
  .refine((text) => isProxy(parseUrl(text)), {
    error: "must be the URL of a proxy, like http://user:password@proxy.internal:3128, with %40 for @ in the password",
    abort: true,
  })
  .transform((text) => new URL(text));

const ipRanges = z
  .string()
  .transform((text) => text.split(",").flatMap((entry) => entry.trim() || []))
  .pipe(
    z.array(
      z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
        error: "must be IP addresses or CIDR ranges, like 203.0.113.7,203.0.113.16/28",
      }),
    ),
  );

const RETENTION = "must be 7 to 3650 days";
const retentionDays = z.coerce.number({ error: RETENTION }).int(RETENTION).min(7, RETENTION).max(3_650, RETENTION);
/** `hooks@example.com`, or `Webhooks <hooks@example.com>`. */
const MAIL_FROM = /^(?:[^<>@\r\n"]{1,100}<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    DATABASE_URL: z.string({ error: "must be set" }).regex(/^postgres(ql)?:\/\//, "must begin with postgresql://"),
    REDIS_URL: z.string({ error: "must be set" }).regex(/^rediss?:\/\//, "must begin with redis://"),
    AUTH_SECRET: z.string({ error: "must be set" }).min(32, "must have at least 32 characters"),
    ENCRYPTION_KEYS: z.preprocess((value) => value ?? "", encryptionKeys),
    APP_URL: optional(z.url({ protocol: /^https?$/, error: "must be a URL, like https://hooks.example.com" })),
    HOST: z.preprocess(blankIsUnset, z.string().default("127.0.0.1")),
    PORT: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).max(65_535).default(3000)),
    DESTINATIONS: z.preprocess(blankIsUnset, z.enum(DESTINATION_POLICIES).default("public")),
    EGRESS_PROXY: optional(proxyUrl),
    EGRESS_IPS: z.preprocess((value) => value ?? "", ipRanges),
    BOOTSTRAP_OWNER_EMAIL: optional(emailSchema),
    BOOTSTRAP_OWNER_PASSWORD: optional(passwordSchema),
    BOOTSTRAP_API_KEY: optional(z.string().regex(API_KEY_PATTERN, "must have 32 to 128 characters of A-Z a-z 0-9 _ -")),
    SMTP_URL: optional(
      z.url({ protocol: /^smtps?$/, error: "must be a URL, like smtp://user:password@mail.example.com:587" }),
    ),
    MAIL_FROM: optional(z.string().max(320).regex(MAIL_FROM, "must be an address, or a name and <address>")),
    API_RATE_LIMIT: z.preprocess(blankIsUnset, z.coerce.number().int().min(0).max(1_000_000).default(5000)),
    RETENTION_DAYS: z.preprocess(blankIsUnset, retentionDays.default(90)),
    TRUSTED_PROXIES: z.preprocess(blankIsUnset, z.coerce.number().int().min(0).max(10).default(0)),
    WORKER_CONCURRENCY: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).max(5000).default(1000)),
    LOG_LEVEL: z.preprocess(
      blankIsUnset,
      z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
    ),
    NODE_TLS_REJECT_UNAUTHORIZED: z
      .string()
      .optional()
      .refine((value) => value !== "0", "must not be 0: certificates of receivers would go unchecked"),
  })
  .refine((env) => Boolean(env.BOOTSTRAP_OWNER_EMAIL) === Boolean(env.BOOTSTRAP_OWNER_PASSWORD), {
    path: ["BOOTSTRAP_OWNER_PASSWORD"],
    error: "BOOTSTRAP_OWNER_EMAIL and BOOTSTRAP_OWNER_PASSWORD go together",
  })
  .refine((env) => Boolean(env.SMTP_URL) === Boolean(env.MAIL_FROM), {
    path: ["MAIL_FROM"],
    error: "SMTP_URL and MAIL_FROM go together",
  });

export type Env = z.infer<typeof schema>;

/** The exit code of a process whose configuration is wrong (sysexits.h EX_CONFIG): restarting it is no use. */
export const EX_CONFIG = 78;

export class ConfigError extends Error {}

let cached: Env | undefined;

/** @throws ConfigError */
export function env(): Env {
  return (cached ??= parseEnv(process.env));
}

/** @throws ConfigError naming every bad variable, in one line, without its value */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const result = schema.safeParse(variables);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
  throw new ConfigError([...new Set(lines)].join("; "));
}

/** A key of all equal bytes is a placeholder somebody forgot to replace. */
function isWeak(bytes: Buffer): boolean {
  return new Set(bytes).size < 8;
}

/** An origin, maybe credentials, and nothing else. */
function isProxy(url: URL | undefined): boolean {
  if (!url) return false;
  const { protocol, pathname, search, hash, username, password } = url;
  const isOrigin = /^https?:$/.test(protocol) && pathname === "/" && !search && !hash;
  return isOrigin && isDecodable(username) && isDecodable(password);
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text).length >= 0;
  } catch {
    return false;
  }
}

/** Where browsers and senders reach this product, with no slash at the end. */
export function appUrl(): string {
  const { APP_URL, PORT } = env();
  return APP_URL?.replace(/\/+$/, "") ?? `http://localhost:${PORT}`;
}

/** next-auth reads its address from the environment, and nowhere else. */
export function tellNextAuthItsUrl(): void {
  process.env["NEXTAUTH_URL"] = appUrl();
}
