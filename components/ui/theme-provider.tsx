"use client";

import { ThemeProvider as NextThemes } from "next-themes";
import { useInsertionEffect, useState, type ReactNode } from "react";
import { setPageNonce } from "@/components/ui/page-nonce";

export interface ThemeProviderProps {
  /** The nonce of this response's Content-Security-Policy. */
  nonce?: string | undefined;
  children: ReactNode;
}

/** `<html>` needs `suppressHydrationWarning`: a script sets data-theme on it before React starts. */
export function ThemeProvider({ nonce: given, children }: ThemeProviderProps) {
  // Of the response that the document came with: one that refreshes the page brings another, which the document doesn't know.
  const [nonce] = useState(given);
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
