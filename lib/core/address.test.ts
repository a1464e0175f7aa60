import { describe, expect, it } from "vitest";
import { BLOCKED_MESSAGE, checkDestination, isAllowedAddress } from "./address";
import vectors from "./testdata/destinations.json";

const quoted = (urls: string[]) => urls.map((url) => [JSON.stringify(url), url] as const);
const messageOf = (url: string, policy: "public" | "local" = "public") => {
  const check = checkDestination(url, policy);
  return check.ok ? undefined : check.message;
};

describe("under `public`", () => {
  it.each(quoted(vectors.refuse))("%s is refused with a reason", (_, url) => {
    const message = messageOf(url);
    expect(message).toMatch(/\w{3}/);
    expect(message).not.toBe(BLOCKED_MESSAGE);
  });

  it.each(quoted(vectors.allow))("%s is allowed", (_, url) => {
    expect(checkDestination(url, "public")).toMatchObject({ ok: true });
  });

  it.each(quoted(vectors.blocked))("%s is refused with the one message for all blocked hosts", (_, url) => {
    expect(messageOf(url)).toBe(BLOCKED_MESSAGE);
  });

  it.each([
    ["https://EXAMPLE.com./hook", "https://example.com/hook"],
    ["https://example.com:443", "https://example.com/"],
    ["https://bücher.example.com/a b".replace(" ", "%20"), "https://xn--bcher-kva.example.com/a%20b"],
    ["https://example.com/a/../b?x=1", "https://example.com/b?x=1"],
    ["https://134744072/", "https://8.8.8.8/"],
  ])("%s is given back in its normal form", (raw, normal) => {
    expect(checkDestination(raw, "public")).toMatchObject({ ok: true, url: { href: normal } });
  });

  it("a host with a letter like ü stays allowed, however many others have been looked at before", () => {
    for (let n = 0; n < 50_000; n++) checkDestination(`https://example.com/${n}`, "public");
    expect(checkDestination("https://bücher.example.com/", "public")).toMatchObject({ ok: true });
  });

  it("a URL longer than 2,048 characters is refused", () => {
    const ofLength = (length: number) => "https://example.com/".padEnd(length, "a");
    expect(messageOf(ofLength(2048))).toBeUndefined();
    expect(messageOf(ofLength(2049))).toMatch("2048");
  });
});

describe("under `local`", () => {
  it.each(
    quoted([
      "http://example.com/hook",
      "http://localhost:4000/hook",
      "https://localhost:4000/hook",
      "http://receiver:8080/",
      "http://printer.local/",
      "http://127.0.0.1:4000/",
      "http://127.255.255.255:4000/",
      "http://10.1.2.3/",
      "http://172.16.0.1/",
      "http://192.168.1.1/",
      "http://[::1]:4000/",
      "http://[fd00::1]/",
      "https://8.8.8.8/",
      "https://example.com/hook",
    ]),
  )("%s is allowed", (_, url) => {
    expect(checkDestination(url, "local")).toMatchObject({ ok: true });
  });

  it.each(
    quoted([
      "http://169.254.169.254/latest/meta-data/",
      "http://2852039166/",
      "http://100.100.100.200/",
      "http://[fd00:ec2::254]/",
      "http://[::ffff:169.254.169.254]/",
      "http://[::ffff:127.0.0.1]/",
      "http://[fe80::1]/",
      "http://168.63.129.16/",
      "http://0.0.0.0:4000/",
      "http://[::]:4000/",
      "http://224.0.0.1/",
      "http://255.255.255.255/",
      "http://metadata.google.internal/",
      "http://x.metadata.google.internal/",
      "http://metadata.goog/",
    ]),
  )("%s is refused", (_, url) => {
    expect(messageOf(url, "local")).toBe(BLOCKED_MESSAGE);
  });

  it.each(
    quoted([
      "http://localhost:6379/",
      "http://localhost:5432/",
      "http://localhost:22/",
      "http://localhost:0/",
      "ftp://localhost/",
      "http://user:pw@localhost/",
      "http://@localhost/",
      "http://localhost/#x",
      "localhost:4000",
      "",
    ]),
  )("%s is refused too", (_, url) => {
    expect(messageOf(url, "local")).toMatch(/\w{3}/);
  });
});

describe("an address that a name led to", () => {
  it.each([
    ["93.184.216.34", true, true],
    ["2606:4700:4700::1111", true, true],
    ["127.0.0.1", false, true],
    ["10.0.0.1", false, true],
    ["::1", false, true],
    ["fd12::1", false, true],
    ["169.254.169.254", false, false],
    ["100.100.100.200", false, false],
    ["fd00:ec2::254", false, false],
    ["FD00:EC2:0:0:0:0:0:254", false, false],
    ["::ffff:93.184.216.34", false, false],
    ["::ffff:127.0.0.1", false, false],
    ["fe80::1%eth0", false, false],
    ["fc00::1%eth0", false, false],
    ["0.0.0.0", false, false],
    ["::", false, false],
    ["[::1]", false, false],
    ["example.com", false, false],
    ["", false, false],
  ])("%j: public %s, local %s", (address, inPublic, inLocal) => {
    expect(isAllowedAddress(address, "public")).toBe(inPublic);
    expect(isAllowedAddress(address, "local")).toBe(inLocal);
  });
});
