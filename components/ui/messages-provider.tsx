"use client";

import { IntlProvider } from "use-intl";
import type { ComponentProps } from "react";

/** What the components within say, and in which language. */
export function MessagesProvider(props: Pick<ComponentProps<typeof IntlProvider>, "locale" | "messages" | "children">) {
  return <IntlProvider {...props} />;
}
