import type { common as english } from "../en/common";
import type { In } from "../locale";

export const common = {
  retry: "Erneut versuchen",
  cancel: "Abbrechen",
  close: "Schließen",
  save: "Speichern",
  name: "Name",
} as const satisfies In<typeof english>;
