import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { ApiError } from "@/lib/api-client/api-error";
import { problemWords } from "@/lib/problem-words";

/** The server's word is final: its field errors go to their fields, the rest to the form's `root`. */
export function showErrors<T extends FieldValues, O>(form: UseFormReturn<T, unknown, O>, error: unknown): void {
  const fields = error instanceof ApiError ? error.fields : {};
  let isShown = false;
  for (const [name, message] of Object.entries(fields)) {
    const field = name.split(/[.[]/)[0] ?? name;
    if (!(field in form.getValues())) continue;
    form.setError(field as FieldPath<T>, { message }, { shouldFocus: !isShown });
    isShown = true;
  }
  if (!isShown) void problemWords().then((say) => form.setError("root", { message: say(messageOf(error)) }));
}

/** The first message about a field that holds others: an array, a record. */
export function messageIn(error: unknown): string | undefined {
  if (!error || typeof error !== "object") return undefined;
  if ("message" in error && typeof error.message === "string") return error.message;
  return Object.values(error)
    .map(messageIn)
    .find((message) => message !== undefined);
}

function messageOf(error: unknown): string {
  if (error instanceof ApiError && error.status === 401) {
    return "Your session has ended. Sign in in another tab, then come back and try again; what you entered is still here.";
  }
  return error instanceof Error ? error.message : "That didn't work.";
}
