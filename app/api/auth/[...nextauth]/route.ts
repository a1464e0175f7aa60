import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { admitSignIn, tooManyAttempts } from "@/lib/accounts/sign-in";
import { authOptions } from "@/lib/auth";
import { clientAddress } from "@/lib/client-address";
import { credentialsSchema } from "@/lib/core/credentials";
import { AppError, notFound } from "@/lib/core/errors";
import { answering } from "@/lib/http";

/** A form of next-auth's: a token, an e-mail, a password. */
const FORM_MAX_BYTES = 4 * 1024;

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

const handle = async (request: NextRequest, context: Context): Promise<Response> =>
  (await NextAuth(request as never, context as never, authOptions())) as Response;

// Of next-auth's many actions these are in use; its own pages are not.
export const GET = (request: NextRequest, context: Context) =>
  answering(request, async () => {
    const action = (await context.params).nextauth.join("/");
    if (action !== "csrf" && action !== "session") throw notFound();
    return handle(request, context);
  });

export const POST = (request: NextRequest, context: Context) =>
  answering(request, async () => {
    const action = (await context.params).nextauth.join("/");
    if (action !== "signout" && action !== "callback/credentials") throw notFound();
    const form = await readForm(request);
    if (action === "callback/credentials") {
      const { email } = credentialsSchema.parse(form);
      const seconds = await admitSignIn(email, clientAddress(request.headers));
      if (seconds > 0) return tooManySignIns(seconds);
    }
    return handle(withForm(request, form), context);
  });

/** Each field once: what is counted here is what next-auth will read. */
async function readForm(request: NextRequest): Promise<Record<string, string>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new AppError("unsupported_media_type", "Send a form: application/x-www-form-urlencoded.");
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > FORM_MAX_BYTES) throw new AppError("payload_too_large", "This form is too long.");
    chunks.push(chunk);
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString("utf8")));
}

function withForm(request: NextRequest, form: Record<string, string>): NextRequest {
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  return new NextRequest(request.url, { method: "POST", headers, body: new URLSearchParams(form) });
}

function tooManySignIns(seconds: number): Response {
  const { code, message, status } = tooManyAttempts();
  return Response.json({ error: { code, message } }, { status, headers: { "Retry-After": String(seconds) } });
}
