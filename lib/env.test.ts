import { describe, expect, it } from "vitest";
import { ConfigError, parseEnv } from "./env";

const parse = (variables: Record<string, string>) =>
  parseEnv({
    DATABASE_URL: "postgresql://localhost/webhooks",
    REDIS_URL: "redis://localhost",
    AUTH_SECRET: "abcdefghijklmnopqrstuvwxyz012345",
    ENCRYPTION_KEYS: `k1:${Buffer.from("abcdefghijklmnopqrstuvwxyz012345").toString("base64")}`,
    ...variables,
  });

function complaintAbout(variables: Record<string, string>): string {
  try {
    parse(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "none";
}

describe("EGRESS_PROXY", () => {
  it("is a URL, and none where it is unset or empty", () => {
    expect(parse({ EGRESS_PROXY: "http://u:p%40@proxy.internal:3128" }).EGRESS_PROXY?.host).toBe("proxy.internal:3128");
    expect(parse({ EGRESS_PROXY: "https://10.0.0.1" }).EGRESS_PROXY?.protocol).toBe("https:");
    expect(parse({}).EGRESS_PROXY).toBeUndefined();
    expect(parse({ EGRESS_PROXY: "" }).EGRESS_PROXY).toBeUndefined();
  });

  it.each([
    "proxy.internal:3128",
    "socks5://s3cret@proxy:1080",
    "http://s3cret@proxy/path",
    "http://s3cret@proxy/?a",
    "http://",
    "http://u:s3cret%zz@proxy:3128",
  ])("%s is one clear line that doesn't repeat it", (url) => {
    const complaint = complaintAbout({ EGRESS_PROXY: url });
    expect(complaint).toMatch(/^EGRESS_PROXY: [^;\n]+$/);
    expect(complaint).not.toContain("s3cret");
  });
});

describe("EGRESS_IPS", () => {
  it.each([
    ["", []],
    ["203.0.113.7", ["203.0.113.7"]],
    [" 203.0.113.7, 203.0.113.16/28,2001:db8::/48, ", ["203.0.113.7", "203.0.113.16/28", "2001:db8::/48"]],
  ])("%j are %j", (text, addresses) => {
    expect(parse({ EGRESS_IPS: text }).EGRESS_IPS).toEqual(addresses);
  });

  it.each(["hooks.example.com", "203.0.113.256", "203.0.113.7/33", "203.0.113.7 203.0.113.8", "a,b"])(
    "%s is one clear line",
    (text) => {
      expect(complaintAbout({ EGRESS_IPS: text })).toMatch(/^EGRESS_IPS: must be IP addresses[^;\n]+$/);
    },
  );
});

it("several bad variables are all named, each once, in one line", () => {
  const complaint = complaintAbout({ EGRESS_IPS: "x", PORT: "0", REDIS_URL: "" });
  expect(complaint).not.toContain("\n");
  for (const name of ["EGRESS_IPS", "PORT", "REDIS_URL"]) expect(complaint.split(name)).toHaveLength(2);
});

describe("RETENTION_DAYS", () => {
  it.each([
    ["", 90],
    ["7", 7],
    ["3650", 3650],
  ])("%j are %d", (text, days) => {
    expect(parse({ RETENTION_DAYS: text }).RETENTION_DAYS).toBe(days);
  });

  it.each(["0", "6", "-1", "3651", "1.5", "ninety", "1e99"])("%s is one clear line", (text) => {
    expect(complaintAbout({ RETENTION_DAYS: text })).toMatch(/^RETENTION_DAYS: must be 7 to 3650 days$/);
  });
});

describe("SMTP_URL and MAIL_FROM", () => {
  it.each(["hooks@example.com", "Acme Webhooks <hooks@example.com>"])("go together, from %s", (MAIL_FROM) => {
    const SMTP_URL = "smtp://user:pa%40ss@mail.example.com:587";
    expect(parse({ SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM });
    expect(complaintAbout({ MAIL_FROM })).toBe("MAIL_FROM: SMTP_URL and MAIL_FROM go together");
    expect(complaintAbout({ SMTP_URL, MAIL_FROM: "" })).toBe("MAIL_FROM: SMTP_URL and MAIL_FROM go together");
  });

  it("are refused where nothing could be sent with them", () => {
    const SMTP_URL = "smtps://mail.example.com";
    expect(complaintAbout({ SMTP_URL: "mail.example.com:25", MAIL_FROM: "a@b" })).toContain("SMTP_URL: must be a URL");
    for (const MAIL_FROM of ["hooks", "a@b\r\nBcc: c@d", "A <a@b> <c@d>"]) {
      expect(complaintAbout({ SMTP_URL, MAIL_FROM })).toContain("MAIL_FROM: must be an address");
    }
  });
});
