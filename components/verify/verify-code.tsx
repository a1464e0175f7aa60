"use client";

import { Tabs } from "radix-ui";
import { useTranslations } from "use-intl";
import { CodeBlock } from "@/components/ui/code-block";
import type { FormatName } from "@/lib/core/formats";
import { LANGUAGE_NAMES, LANGUAGES, snippetOf, type LanguageName } from "./snippets";
import { useLanguage } from "./use-language";

interface Props {
  format: FormatName;
  /** Told apart where several stand on one page. */
  label?: string | undefined;
  /** At its full height, where nothing else stands beneath. */
  whole?: boolean | undefined;
  className?: string | undefined;
}

/** A whole receiver that verifies this format, in each language: saved and run as it stands. */
export function VerifyCode({ format, label: given, whole, className }: Props) {
  const t = useTranslations("verify.code");
  const label = given ?? t("label");
  const [language, setLanguage] = useLanguage();
  return (
    <Tabs.Root value={language} onValueChange={(name) => setLanguage(name as LanguageName)} className={className}>
      <Tabs.List aria-label={t("language", { label })} className="mb-1 flex flex-wrap gap-x-4 border-b">
        {LANGUAGE_NAMES.map((name) => (
          <Tabs.Trigger key={name} value={name} className={tabClasses}>
            {LANGUAGES[name].label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {LANGUAGE_NAMES.map((name) => (
        <Tabs.Content key={name} value={name} tabIndex={-1}>
          <CodeBlock
            title={LANGUAGES[name].file}
            aside={t("needs", { what: LANGUAGES[name].needs })}
            code={snippetOf(name, format)}
            label={label}
            copy
            whole={whole}
          />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

const tabClasses =
  "hit relative -mb-px h-8 border-b-2 border-transparent text-ink-2 transition-colors hover:text-ink data-[state=active]:border-ink data-[state=active]:font-medium data-[state=active]:text-ink";
