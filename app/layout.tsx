import "./globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { MessagesProvider } from "@/components/ui/messages-provider";
import { QueryProvider } from "@/components/query-provider";
import { ThemeProvider } from "@/components/ui/theme-provider";
import { Toaster } from "@/components/ui/toaster";
import { TooltipProvider } from "@/components/ui/tooltip";
import { currentLocale, MESSAGES } from "@/lib/locale";

export const metadata: Metadata = { title: { default: "Outbound Webhooks", template: "%s · Outbound Webhooks" } };
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const locale = await currentLocale();
  const { ui, common, shell } = MESSAGES[locale];
  return (
    <html lang={locale} className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>
        <MessagesProvider locale={locale} messages={{ ui, common, shell }}>
          <ThemeProvider nonce={nonce}>
            <NuqsAdapter>
              <QueryProvider>
                <TooltipProvider>{children}</TooltipProvider>
              </QueryProvider>
            </NuqsAdapter>
            <Toaster />
          </ThemeProvider>
        </MessagesProvider>
      </body>
    </html>
  );
}
