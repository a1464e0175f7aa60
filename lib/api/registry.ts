/** Every operation of the API, in the order of the reference. A new resource is a file in `operations` and a line here. */
import type { Operation } from "./operation";
import { alertOperations } from "./operations/alerts";
import { deliveryOperations } from "./operations/deliveries";
import { disablingOperations } from "./operations/disabling";
import { eventTypeOperations } from "./operations/event-types";
import { eventOperations } from "./operations/events";
import { inspectorOperations } from "./operations/inspectors";
import { listeningOperations } from "./operations/listening";
import { redeliveryOperations } from "./operations/redeliveries";
import { referenceOperations } from "./operations/reference";
import { savedViewOperations } from "./operations/saved-views";
import { statisticsOperations } from "./operations/statistics";
import { testOperations } from "./operations/tests";
import { webhookOperations } from "./operations/webhooks";

export const OPERATIONS: readonly Operation[] = [
  ...eventOperations,
  ...webhookOperations,
  ...testOperations,
  ...disablingOperations,
  ...statisticsOperations,
  ...deliveryOperations,
  ...listeningOperations,
  ...redeliveryOperations,
  ...savedViewOperations,
  ...alertOperations,
  ...eventTypeOperations,
  ...inspectorOperations,
  ...referenceOperations,
];
