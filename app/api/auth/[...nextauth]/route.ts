import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { admitSignIn, tooManyAttempts } from "@/lib/accounts/sign-in";
import { authOptions } from "@/lib/auth";
import { clientAddress } from "@/lib/client-address";
import { answering } from "@/lib/http";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

const handle = async (request: NextRequest, context: Context): Promise<Response> =>
  (await NextAuth(request as never, context as never, authOptions())) as Response;

export const GET = handle;

export const POST = (request: NextRequest, context: Context) =>
  answering(request, async () => {
    const { nextauth } = await context.params;
    if (nextauth.join("/") === "callback/credentials") {
      const form = new URLSearchParams(await request.clone().text());
      const email = (form.get("email") ?? "").trim().toLowerCase();
      const seconds = await admitSignIn(email, clientAddress(request.headers));
      if (seconds > 0) return tooManySignIns(seconds);
    }
    return handle(request, context);
  });

function tooManySignIns(seconds: number): Response {
  const { code, message, status } = tooManyAttempts();
  return Response.json({ error: { code, message } }, { status, headers: { "Retry-After": String(seconds) } });
}
