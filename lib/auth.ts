/** Signing in with next-auth. Its cookie names a session; whether the session still lives, the database says. */
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { cache } from "react";
import type { Viewer } from "./accounts/sessions";
import { signIn, signOut } from "./accounts/sign-in";
import { clientAddress } from "./client-address";
import { credentialsSchema } from "./core/credentials";
import { env } from "./env";
import { log } from "./log";
import { isHttps, sessionCookie, viewerFromCookies } from "./session-cookie";

const SESSION_SECONDS = 30 * 86_400;

export function authOptions(): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/login", error: "/login" },
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() },
      },
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const given = credentialsSchema.safeParse(credentials);
          if (!given.success) return null;
          const sent = new Headers(request.headers as Record<string, string>);
          const { email, password } = given.data;
          const signedIn = await signInOrLog(email, password, clientAddress(sent), sent.get("user-agent"));
          return signedIn ? { id: signedIn.userId, email: signedIn.email, sessionId: signedIn.sessionId } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user && "sessionId" in user ? { sid: user.sessionId } : token),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.["sid"] === "string") await signOut(token["sid"]);
      },
    },
  };
}

/** next-auth would put an error's words into its answer. */
async function signInOrLog(...credentials: Parameters<typeof signIn>): ReturnType<typeof signIn> {
  try {
    return await signIn(...credentials);
  } catch (error) {
    log.error({ err: error }, "signing in failed");
    throw new Error("Unavailable", { cause: error });
  }
}

/** Who looks at this page; asked once a request. */
export const currentViewer = cache(async (): Promise<Viewer | undefined> => {
  const [jar, requestHeaders] = await Promise.all([cookies(), headers()]);
  return viewerFromCookies((name) => jar.get(name)?.value, clientAddress(requestHeaders));
});

/** Who looks at this page; sends everybody else to sign in, and back here afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const path = (await headers()).get("x-path");
  redirect(path ? `/login?next=${encodeURIComponent(path)}` : "/login");
}
