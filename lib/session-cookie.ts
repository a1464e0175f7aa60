/** The cookie that names a session. Free of Next.js, so that what is answered before it knows who asks, too. */
import { decode } from "next-auth/jwt";
import { viewerOf, type Viewer } from "./accounts/sessions";
import { env } from "./env";

export const isHttps = () => env().APP_URL?.startsWith("https://") ?? false;
export const sessionCookie = () => (isHttps() ? "__Host-session" : "session");

/** @param cookieOf reads a cookie by name */
export async function viewerFromCookies(
  cookieOf: (name: string) => string | undefined,
  address: string,
): Promise<Viewer | undefined> {
  const token = cookieOf(sessionCookie());
  if (!token) return undefined;
  const claims = await readToken(token);
  return claims ? viewerOf(claims, address) : undefined;
}

async function readToken(token: string): Promise<string | undefined> {
  try {
    const claims = await decode({ token, secret: env().AUTH_SECRET });
    return typeof claims?.["sid"] === "string" ? claims["sid"] : undefined;
  } catch {
    // Not ours, or signed before AUTH_SECRET changed: nobody is signed in.
    return undefined;
  }
}
