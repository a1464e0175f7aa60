import { disablingSchema, updateDisablingSchema } from "../../core/disabling";
import type { Operation } from "../operation";
import { sampleDisabling } from "../samples";

const group = "Webhooks";
const answers = {
  200: {
    description: "What the account wants.",
    schema: disablingSchema,
    examples: { patient: { summary: "Patient, with recovery", value: sampleDisabling } },
  },
};

export const disablingOperations: Operation[] = [
  {
    id: "getDisabling",
    method: "get",
    path: "/disabling",
    group,
    summary: "When failing webhooks are disabled, unless they say so themselves",
    scope: "webhooks:read",
    answers,
  },
  {
    id: "updateDisabling",
    method: "patch",
    path: "/disabling",
    group,
    summary: "Choose when failing webhooks are disabled",
    description:
      "Counts for what fails already, too. A warning always precedes: 24 hours before, or as long before as the spans leave.",
    scope: "webhooks:write",
    body: {
      schema: updateDisablingSchema,
      examples: {
        patient: { summary: "A preset", value: sampleDisabling },
        own: {
          summary: "Spans of your own",
          value: { autoDisable: { noticeAfterSeconds: 1800, disableAfterSeconds: 172_800 } },
        },
      },
    },
    answers,
  },
];
