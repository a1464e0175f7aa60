"use client";

import { useRouter } from "next/navigation";
import { Radio } from "lucide-react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { useSingleMutation } from "@/components/use-single-mutation";
import { inspectorsApi } from "@/lib/api-client";
import { inspectorHref } from "./paths";

/** Makes an inspector and opens it: one click from having nothing to seeing something. */
export function TryInspector() {
  const t = useTranslations("inspectors");
  const mayWrite = useMay("webhooks:write");
  const router = useRouter();
  const { mutate, isPending } = useSingleMutation({
    mutationFn: () => inspectorsApi.create({ title: t("create.suggestion") }),
    onSuccess: ({ id }) => router.push(inspectorHref(id)),
    onError: (error) => toast.error(error.message),
  });
  if (!mayWrite) return null;
  return (
    <Button busy={isPending} onClick={() => mutate()}>
      <Radio aria-hidden />
      {t("try")}
    </Button>
  );
}
