/** A real SMTP server on 127.0.0.1 that keeps what it gets. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface MailServer {
  port: number;
  url: string;
  mails: ReceivedMail[];
  close: () => Promise<void>;
}

export interface MailServerOptions {
  port?: number;
  /** @returns the status that a recipient is refused with */
  refuse?: (address: string) => number | undefined;
}

export interface ReceivedMail {
  from: string;
  to: string[];
  /** As it came: headers, then the parts, encoded. */
  raw: string;
  /** The text part, decoded. */
  text: string;
  html: string;
  headers: Map<string, string>;
}

export async function startMailServer({ port = 0, refuse }: MailServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const responseCode = refuse?.(address);
      done(responseCode ? Object.assign(new Error("refused"), { responseCode }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        mails.push(parse(Buffer.concat(chunks).toString(), mailFrom ? mailFrom.address : "", to));
        done();
      });
    },
  });
  // Clients that hang up in the middle.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const bound = (server.server.address() as AddressInfo).port;
  return {
    port: bound,
    url: `smtp://127.0.0.1:${bound}`,
    mails,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function parse(raw: string, from: string, to: string[]): ReceivedMail {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replaceAll(/\r\n[ \t]+/g, " ");
  const headers = new Map(
    head.split("\r\n").map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { from, to, raw, headers, text: part(raw, "text/plain"), html: part(raw, "text/html") };
}

function part(raw: string, type: string): string {
  const start = raw.indexOf(`Content-Type: ${type}`);
  if (start < 0) return "";
  const [head = "", ...rest] = raw.slice(start).split("\r\n\r\n");
  const body = rest.join("\r\n\r\n").split("\r\n--")[0] ?? "";
  return /quoted-printable/i.test(head)
    ? fromQuotedPrintable(body)
    : /base64/i.test(head)
      ? Buffer.from(body, "base64").toString()
      : body;
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
