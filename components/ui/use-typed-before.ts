import { useEffect, useEffectEvent, type RefObject } from "react";

/** Hands over, once, what was typed into a field before the page could listen. @param value what the page knows */
export function useTypedBefore(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  value: string,
  onTyped: (text: string) => void,
): void {
  const handOver = useEffectEvent(() => {
    const typed = field.current?.value ?? value;
    if (typed !== value) onTyped(typed);
  });
  useEffect(() => handOver(), []);
}
