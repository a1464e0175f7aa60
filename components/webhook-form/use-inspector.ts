"use client";

import { useState } from "react";
import { useSingleMutation } from "@/components/use-single-mutation";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import type { Inspector } from "@/lib/core/inspector";

export const inspectorHref = (id: string) => `/settings/inspectors/${id}`;

/** The inspector that was made for this form: one, however often it is asked for. */
export function useMadeInspector() {
  const [inspector, setInspector] = useState<Inspector>();
  const creation = useSingleMutation({
    mutationFn: async (title: string) => inspector ?? (await inspectorsApi.create({ title })),
    onSuccess: setInspector,
  });
  return { ...creation, inspectorOf: (url: string) => (inspector?.url === url ? inspector : undefined) };
}

export type MadeInspector = ReturnType<typeof useMadeInspector>;
