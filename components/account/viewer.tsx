"use client";

import { createContext, useContext, type ReactNode } from "react";
import { PERMISSIONS_OF, type Permission, type Role } from "@/lib/core/permissions";

export interface CurrentViewer {
  email: string;
  role: Role;
  accountName: string;
  /** How long the log keeps what was sent. */
  retentionDays: number;
}

const ViewerContext = createContext<CurrentViewer | null>(null);

export function ViewerProvider({ viewer, children }: { viewer: CurrentViewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** Who looks. For screens behind the sign-in only. */
export function useViewer(): CurrentViewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("No viewer: this component belongs within ViewerProvider.");
  return viewer;
}

/** Whether whoever looks may do it. The server's word is final; this keeps buttons that would be refused off the screen. */
export const useMay = (permission: Permission) => PERMISSIONS_OF[useViewer().role].includes(permission);
