"use client";

import { ThemeProvider as NextThemes } from "next-themes";
import { useInsertionEffect, type ReactNode } from "react";
import { setPageNonce } from "@/components/ui/page-nonce";

export interface ThemeProviderProps {
  /** The nonce of this response's Content-Security-Policy. */
  nonce?: string | undefined;
  children: ReactNode;
}

/** `<html>` needs `suppressHydrationWarning`: a script sets data-theme on it before React starts. */
export function ThemeProvider({ nonce, children }: ThemeProviderProps) {
  useInsertionEffect(() => {
    if (nonce) setPageNonce(nonce);
  }, [nonce]);
  return (
    <NextThemes
      attribute="data-theme"
      defaultTheme="system"
      enableColorScheme={false}
      disableTransitionOnChange
      {...(nonce !== undefined && { nonce })}
    >
      {children}
    </NextThemes>
  );
}
