"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useDeferredValue } from "react";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { egressIpsQuery } from "@/components/deliveries/queries";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { DestinationPolicy } from "@/lib/core/destination-policy";
import { parseUrl } from "@/lib/core/parse-url";
import { hintsFor, problemAsTyped } from "@/lib/core/url-look";
import { inspectorHref, type MadeInspector } from "./use-inspector";
import { registerEntered, type FormPart } from "./webhook-form-type";

interface Props extends FormPart {
  destinations: DestinationPolicy;
  inspectors: MadeInspector;
}

/** Judged while it is typed, by the rules that the server has, too; the server's word is final. */
export function UrlField({ form, destinations, inspectors }: Props) {
  const t = useTranslations("form");
  const typed = useWatch({ control: form.control, name: "url" });
  const url = useDeferredValue(typed.trim());
  const isChanged = url !== form.formState.defaultValues?.url;
  // Whoever has only begun to type isn't told that it is incomplete: that is said once they leave it.
  const found = isChanged && url.length > 0 ? problemAsTyped(url, destinations) : undefined;
  const problem = found && found !== "incomplete" ? t(`url.problem.${found}`) : undefined;
  return (
    <div className="flex flex-col gap-1">
      <Field
        label={t("url.label")}
        hint={<About destinations={destinations} />}
        error={form.formState.errors.url?.message ?? problem}
      >
        {(control) => (
          <Input
            {...control}
            {...registerEntered(form, "url", { setValueAs: (text: string) => text.trim() })}
            mono
            inputMode="url"
            autoComplete="off"
            placeholder="https://example.com/webhook"
            spellCheck={false}
          />
        )}
      </Field>
      <div aria-live="polite">
        {isChanged && found === undefined && parseUrl(url) && <Judged url={url} inspectors={inspectors} />}
      </div>
      <UseInspector form={form} inspectors={inspectors} />
    </div>
  );
}

/** What a URL must be like, and whom its firewall must let in, where that is known. */
function About({ destinations }: { destinations: DestinationPolicy }) {
  const t = useTranslations("form.url");
  const { data: ourAddresses = [] } = useQuery(egressIpsQuery());
  const from = ourAddresses.length > 0 ? ` ${t("from", { addresses: ourAddresses.join(", ") })}` : "";
  return `${t(destinations)}${from}`;
}

/** A URL that is allowed: what is worth a thought about it. */
function Judged({ url, inspectors }: { url: string; inspectors: MadeInspector }) {
  const t = useTranslations("form.url");
  const hydrated = useHydrated();
  const inspector = inspectors.inspectorOf(url);
  const hints = hydrated ? hintsFor(new URL(url), window.location.origin) : [];
  const isGood = hints.length === 0 || hints[0] === "inspector";
  const Icon = isGood ? CircleCheck : TriangleAlert;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {(hints.length > 0 ? hints.map((hint) => t(`hint.${hint}`)) : [t("fine")]).map((words) => (
        <li key={words} className={isGood ? "flex gap-1 text-ok" : "flex gap-1 text-warn"}>
          <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>
            {words}
            {inspector && (
              <>
                {" "}
                <Link href={inspectorHref(inspector.id)} target="_blank" className="text-accent underline">
                  {t("viewInspector")}
                </Link>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** For whoever has no receiver yet: makes one, and fills in its URL. */
function UseInspector({
  form,
  inspectors: { mutate, isPending, error, inspectorOf },
}: FormPart & Pick<Props, "inspectors">) {
  const t = useTranslations("form.url");
  const [title, url] = useWatch({ control: form.control, name: ["title", "url"] });
  const fill = (made: string) => form.setValue("url", made, { shouldDirty: true, shouldValidate: true });
  if (inspectorOf(url)) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        variant="ghost"
        size="sm"
        className="-ml-2 text-accent!"
        busy={isPending}
        onClick={() => mutate(title.trim() || t("inspectorTitle"), (made) => fill(made.url))}
      >
        {t("useInspector")}
      </Button>
      {error && (
        <span role="alert" className="text-sm text-bad">
          {error.message}
        </span>
      )}
    </div>
  );
}
