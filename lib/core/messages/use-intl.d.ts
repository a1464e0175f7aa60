import type { Locale as Locales } from "./locale";
import type { Messages as All } from "./translate";

declare module "use-intl" {
  interface AppConfig {
    Locale: Locales;
    Messages: All;
  }
}
