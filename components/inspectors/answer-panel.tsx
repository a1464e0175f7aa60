"use client";

import { SlidersHorizontal } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { toast } from "@/components/ui/toast";
import { useSingleMutation } from "@/components/use-single-mutation";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import type { Inspector } from "@/lib/core/inspector";
import { AnswerDialog } from "./answer-dialog";
import { PRESET_ANSWERS, presetOf, PRESETS, type Preset } from "./answer-presets";
import { AnswerWords } from "./answer-words";
import { inspectorQuery } from "./queries";

/** What it answers, changed with one click, or by hand. */
export function AnswerPanel({ inspector }: { inspector: Inspector }) {
  const t = useTranslations("inspectors.answer");
  const mayWrite = useMay("webhooks:write");
  const [isEditing, setIsEditing] = useState(false);
  const queryClient = useQueryClient();
  const { mutate, isPending, variables } = useSingleMutation({
    mutationFn: (preset: Preset) => inspectorsApi.update(inspector.id, { answer: PRESET_ANSWERS[preset] }),
    onSuccess: (saved) => {
      queryClient.setQueryData(inspectorQuery(inspector.id).queryKey, saved);
      toast.success(t("changed"));
    },
    onError: (error) => toast.error(error.message),
  });
  const current = presetOf(inspector.answer);
  return (
    <Panel title={t("title")} aside={<AnswerWords answer={inspector.answer} />}>
      {mayWrite && (
        <div role="group" aria-label={t("title")} className="flex flex-wrap gap-2">
          {PRESETS.map((preset) => (
            <Button
              key={preset}
              size="sm"
              aria-pressed={preset === current}
              busy={isPending && variables === preset}
              onClick={() => mutate(preset)}
              className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            >
              {t(`presets.${preset}`)}
            </Button>
          ))}
          <Button
            size="sm"
            variant="ghost"
            aria-pressed={current === undefined}
            title={t("customHint")}
            onClick={() => setIsEditing(true)}
            className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            <SlidersHorizontal aria-hidden />
            {t("custom")}
          </Button>
        </div>
      )}
      {isEditing && <AnswerDialog inspector={inspector} onClose={() => setIsEditing(false)} />}
    </Panel>
  );
}
