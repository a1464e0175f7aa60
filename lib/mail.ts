/** Email: the one way to the SMTP server. Whatever that does, sending ends in time, as a value. */
import { createTransport } from "nodemailer";
import { appUrl, env } from "./env";

const CONNECT_WITHIN_MS = 10_000;
const IDLE_MS = 15_000;
const SEND_WITHIN_MS = 40_000;

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** What is before the @: the same for the same mail, so that one that was sent twice is shown once. */
  messageId: string;
}

export type Sent =
  | { ok: true }
  /** `isFinal`: another try would end the same way. */
  | { ok: false; error: string; isFinal: boolean };

export const canMail = (): boolean => env().SMTP_URL !== undefined;

/** Never rejects. */
export async function sendMail({ messageId, ...mail }: Mail): Promise<Sent> {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  if (!url) return { ok: false, error: "SMTP_URL is not set", isFinal: false };
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    dnsTimeout: CONNECT_WITHIN_MS,
    socketTimeout: IDLE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const headers = { "Auto-Submitted": "auto-generated" };
  const sending = transport.sendMail({
    ...mail,
    from,
    headers,
    messageId: `<${messageId}@${new URL(appUrl()).hostname}>`,
  });
  return Promise.race([
    sending.then((): Sent => ({ ok: true }), failureOf),
    new Promise<Sent>((resolve) => {
      const late = () => resolve({ ok: false, error: "the mail server took too long", isFinal: false });
      const timer = setTimeout(late, SEND_WITHIN_MS);
      sending.then(
        () => clearTimeout(timer),
        () => clearTimeout(timer),
      );
    }),
  ]);
}

/** A server that refuses the recipient for good (RFC 5321, 4.2.1: 5yz) does so again; anything else may be mended. */
function failureOf(error: unknown): Sent {
  const {
    message,
    code,
    command,
    responseCode = 0,
  } = error as Error & {
    code?: string;
    command?: string;
    responseCode?: number;
  };
  const isFinal = code === "EENVELOPE" && command === "RCPT TO" && responseCode >= 500;
  return { ok: false, error: message, isFinal };
}
