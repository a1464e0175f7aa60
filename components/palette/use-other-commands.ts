"use client";

import { BookOpen, Contrast, CornerDownRight, Keyboard, Languages, LogOut } from "lucide-react";
import { useTheme } from "next-themes";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { useViewer } from "@/components/account/viewer";
import { LANGUAGE_NAMES, LOCALE_COOKIE, LOCALES } from "@/lib/core/messages/locale";
import { PERMISSIONS_OF } from "@/lib/core/permissions";
import type { Command } from "./command-item";
import { mayOpen, SCREENS } from "./screens";

const YEAR_SECONDS = 365 * 86_400;

/** Screens, the documentation, and how things look. */
export function useOtherCommands(query: string): Record<"screens" | "docs" | "preferences", Command[]> {
  const t = useTranslations("palette");
  const permissions = PERMISSIONS_OF[useViewer().role];
  const screens = SCREENS.filter((screen) => mayOpen(screen, permissions));
  const sought = query.trim();
  const href = `/docs/search?q=${encodeURIComponent(sought)}`;
  return {
    screens: screens.map((screen) => ({
      id: `screen ${screen.name}`,
      Icon: CornerDownRight,
      label: t(`screens.${screen.name}`),
      keys: "key" in screen ? ["g", screen.key] : undefined,
      run: { kind: "go", href: screen.href },
    })),
    docs: [{ id: "docs", Icon: BookOpen, label: t("searchDocs", { query: sought }), run: { kind: "go", href } }],
    preferences: usePreferences(),
  };
}

function usePreferences(): Command[] {
  const t = useTranslations("palette");
  const { theme, setTheme } = useTheme();
  const locale: string = useLocale();
  const router = useRouter();
  const speak = (next: string) => {
    rememberLocale(next);
    router.refresh();
  };
  const themes = (["light", "dark", "system"] as const).filter((name) => name !== theme);
  return [
    { id: "keys", Icon: Keyboard, label: t("shortcuts"), keys: ["?"], run: { kind: "keys" } },
    ...themes.map((name): Command => ({
      id: `theme ${name}`,
      Icon: Contrast,
      label: t(`theme.${name}`),
      run: { kind: "act", act: () => setTheme(name) },
    })),
    ...LOCALES.filter((name) => name !== locale).map((name): Command => ({
      id: `language ${name}`,
      Icon: Languages,
      label: t("language", { name: LANGUAGE_NAMES[name] }),
      also: "language Sprache",
      run: { kind: "act", act: () => speak(name) },
    })),
    { id: "sign out", Icon: LogOut, label: t("signOut"), run: { kind: "signOut" } },
  ];
}

function rememberLocale(locale: string): void {
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
