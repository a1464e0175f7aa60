/** Signing in and out, and how one comes to an account. */
import type { SetupInput } from "../core/credentials";
import type { AcceptedInvite } from "../core/member";
import { problemWords } from "../problem-words";
import { ApiError } from "./api-error";
import { call, fetchOrExplain, refusal } from "./call";

export const sessionApi = {
  acceptInvite: (body: { token: string; password: string }) =>
    call<AcceptedInvite>("/api/invites/accept", { method: "POST", body }),

  setUp: (body: SetupInput) => call<undefined>("/api/setup", { method: "POST", body }),

  async signIn(email: string, password: string): Promise<void> {
    const response = await postToAuth("/api/auth/callback/credentials", { email, password });
    if (response.ok) return;
    throw response.status === 401
      ? new ApiError(401, (await problemWords())("E-mail and password don't match."))
      : await refusal(response);
  },

  async signOut(): Promise<void> {
    await postToAuth("/api/auth/signout", {});
  },
};

/** next-auth takes forms, with a token against cross-site posts. */
async function postToAuth(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = await call<{ csrfToken: string }>("/api/auth/csrf");
  const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
  return fetchOrExplain(path, { method: "POST", body });
}
