import { useQuery } from "@tanstack/react-query";
import { disablingQuery } from "@/components/webhooks/queries";
import { autoDisableOf } from "@/lib/core/auto-disable";
import type { AutoDisable } from "@/lib/core/auto-disable-schema";
import { DEFAULT_FORMAT, type FormatName } from "@/lib/core/formats";

interface Asked {
  format?: FormatName | undefined;
  autoDisable?: AutoDisable | null | undefined;
  autoRecover?: boolean | null | undefined;
}

interface InForce {
  autoDisable: AutoDisable | undefined;
  autoRecover: boolean | undefined;
}

/** What is in force for a webhook; undefined where that is the account's to say, and it isn't known yet. */
export function useDisabling({ format = DEFAULT_FORMAT, autoDisable = null, autoRecover = null }: Asked): InForce {
  const { data: account } = useQuery(disablingQuery());
  return {
    autoDisable: account || autoDisable ? autoDisableOf(autoDisable, account?.autoDisable ?? null, format) : undefined,
    autoRecover: autoRecover ?? account?.autoRecover,
  };
}
