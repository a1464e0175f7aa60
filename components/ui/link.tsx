import NextLink from "next/link";
import type { ComponentProps } from "react";

/** To another page, which is asked for when it is followed: a page has dozens of links, and none of theirs is made ahead. */
export function Link(props: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  return <NextLink {...props} prefetch={false} />;
}
