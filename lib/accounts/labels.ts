/** Who an actor's label means: `user:usr_…`, `key:key_…`, or the system. */
import { decodeId } from "../core/ids";
import { prisma } from "../db";
import { userIdOf } from "./actor";

const KEY = "key:";

/** @returns uuid; undefined where it is no API key's label */
export const apiKeyIdOf = (label: string): string | undefined =>
  label.startsWith(KEY) ? decodeId("apiKey", label.slice(KEY.length)) : undefined;

/** @returns by label; of API keys and people who are unknown there is none */
export async function emailsOfLabels(labels: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map(labels.flatMap((label) => [[label, userIdOf({ label })] as const]));
  const wanted = [...new Set(ids.values())].flatMap((id) => id ?? []);
  const users = wanted.length === 0 ? [] : await prisma().user.findMany({ where: { id: { in: wanted } } });
  const emails = new Map(users.map(({ id, email }) => [id, email]));
  return new Map(
    [...ids].flatMap(([label, id]) => {
      const email = id && emails.get(id);
      return email ? [[label, email] as const] : [];
    }),
  );
}
