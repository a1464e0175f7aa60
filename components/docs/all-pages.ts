/** All pages of the documentation, in the order they are read in. A new one is a file in pages/ and a line here. */
import type { DocsGroup, DocsPage } from "./docs-page";
import { alerts } from "./pages/alerts";
import { duplicates } from "./pages/duplicates";
import { eventCatalogue } from "./pages/event-catalogue";
import { filters } from "./pages/filters";
import { firewalls } from "./pages/firewalls";
import { customServer, make, n8n, zapier } from "./pages/guides";
import { howItWorks } from "./pages/how-it-works";
import { inspector } from "./pages/inspector";
import { localDevelopment } from "./pages/local-development";
import { fromAiSync, fromCallPortal, fromSidecar, fromSydx, fromSydxPro } from "./pages/migrations";
import { payloads } from "./pages/payloads";
import { publishing } from "./pages/publishing";
import { quickStart } from "./pages/quick-start";
import { responses } from "./pages/responses";
import { retries } from "./pages/retries";
import { rotation } from "./pages/rotation";
import { troubleshooting } from "./pages/troubleshooting";
import { verifying } from "./pages/verify";

export const DOCS_GROUPS: readonly DocsGroup[] = [
  { label: "Start", pages: [howItWorks, quickStart, publishing, eventCatalogue, filters] },
  { label: "Receiving", pages: [payloads, verifying, duplicates, responses, retries, rotation, firewalls] },
  { label: "When it doesn't work", pages: [troubleshooting, alerts, inspector, localDevelopment] },
  { label: "Connect", pages: [n8n, zapier, make, customServer] },
  { label: "Coming from", pages: [fromSydx, fromSydxPro, fromSidecar, fromAiSync, fromCallPortal] },
];

export const DOCS_PAGES: readonly DocsPage[] = DOCS_GROUPS.flatMap(({ pages }) => pages);
