import type { ReactNode } from "react";

/** Hangs over the top of what it stands above, also while that is scrolled, and takes no room: nothing moves. */
export function FloatingNote({ children }: { children: ReactNode }) {
  return (
    <div className="pointer-events-none sticky top-14 z-20 h-0 md:top-2">
      <div className="flex px-3 pt-1 [&>*]:pointer-events-auto">{children}</div>
    </div>
  );
}
