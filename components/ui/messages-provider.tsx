"use client";

import { IntlProvider } from "use-intl";
import type { ComponentProps } from "react";

/** What the components within say, and in which language. */
export function MessagesProvider(props: Pick<ComponentProps<typeof IntlProvider>, "locale" | "messages" | "children">) {
  // Instants are written by use-formats, in the reader's zone; none is left to the messages.
  return <IntlProvider timeZone="UTC" {...props} />;
}
