/** Links with an action that were followed on this page. One from elsewhere may open a dialog; it changes nothing by itself. */
const followed = new Set<string>();

export function follow(href: string): string {
  followed.add(href);
  return href;
}

/** Whether it was followed here; answers once. */
export const wasFollowed = (href: string): boolean => followed.delete(href);
