import {
  checkSignatureSchema,
  createInspectorSchema,
  inspectedRequestSchema,
  inspectedRequestsQuerySchema,
  inspectedRequestSummarySchema,
  inspectorSchema,
  signatureCheckSchema,
  updateInspectorSchema,
} from "../../core/inspector";
import { pageSchema } from "../../core/page";
import type { Operation } from "../operation";
import { inspectorIdParams, inspectedRequestIdParams } from "../parameters";
import {
  sampleInspectedRequest,
  sampleInspectedRequestSummary,
  sampleInspector,
  sampleSignatureCheck,
} from "../samples";

const group = "Inspectors";
const oneInspector = { inspector: { summary: "An inspector", value: sampleInspector } };

export const inspectorOperations: Operation[] = [
  {
    id: "listInspectors",
    method: "get",
    path: "/inspectors",
    group,
    summary: "All inspectors, newest first",
    scope: "webhooks:read",
    answers: {
      200: {
        description: "All of them: an account has at most 20.",
        schema: pageSchema(inspectorSchema),
        examples: { all: { summary: "The only one", value: { data: [sampleInspector], nextCursor: null } } },
      },
    },
  },
  {
    id: "createInspector",
    method: "post",
    path: "/inspectors",
    group,
    summary: "Create an inspector",
    description: "Its `url` takes requests of every method at once. Whoever knows it can send to it, and read nothing.",
    scope: "webhooks:write",
    body: {
      schema: createInspectorSchema,
      isOptional: true,
      examples: {
        plain: { summary: "Answers 200", value: { title: "My first webhook" } },
        failing: {
          summary: "Fails twice before it takes anything",
          value: { title: "Retries", answer: { failNext: 2, failStatus: 503 } },
        },
      },
    },
    answers: { 201: { description: "The inspector.", schema: inspectorSchema, examples: oneInspector } },
    errors: { conflict: "The account has 20 inspectors." },
  },
  {
    id: "getInspector",
    method: "get",
    path: "/inspectors/{inspectorId}",
    group,
    summary: "An inspector",
    scope: "webhooks:read",
    params: inspectorIdParams,
    answers: { 200: { description: "The inspector.", schema: inspectorSchema, examples: oneInspector } },
  },
  {
    id: "updateInspector",
    method: "patch",
    path: "/inspectors/{inspectorId}",
    group,
    summary: "Change its title, or what it answers",
    description: "Only what is named changes, also within `answer`.",
    scope: "webhooks:write",
    params: inspectorIdParams,
    body: {
      schema: updateInspectorSchema,
      examples: { slow: { summary: "Answers after two seconds", value: { answer: { delayMs: 2_000 } } } },
    },
    answers: { 200: { description: "The inspector as it is now.", schema: inspectorSchema, examples: oneInspector } },
  },
  {
    id: "deleteInspector",
    method: "delete",
    path: "/inspectors/{inspectorId}",
    group,
    summary: "Delete it with all it received",
    scope: "webhooks:write",
    params: inspectorIdParams,
    answers: { 204: { description: "It is gone: its address answers 404." } },
  },
  {
    id: "listInspectedRequests",
    method: "get",
    path: "/inspectors/{inspectorId}/requests",
    group,
    summary: "What it received, newest first",
    description:
      "The last 200 requests of the last 24 hours. To hear of the next one at once, send the id of the newest that you have as `unless`, and `waitSeconds`: the answer comes when something has arrived, or when the time is up.",
    scope: "webhooks:read",
    params: inspectorIdParams,
    query: inspectedRequestsQuerySchema,
    answers: {
      200: {
        description: "A page of requests.",
        schema: pageSchema(inspectedRequestSummarySchema),
        examples: {
          page: { summary: "The last page", value: { data: [sampleInspectedRequestSummary], nextCursor: null } },
        },
      },
    },
  },
  {
    id: "clearInspectedRequests",
    method: "delete",
    path: "/inspectors/{inspectorId}/requests",
    group,
    summary: "Forget what it received",
    scope: "webhooks:write",
    params: inspectorIdParams,
    answers: { 204: { description: "It is empty." } },
  },
  {
    id: "getInspectedRequest",
    method: "get",
    path: "/inspectors/{inspectorId}/requests/{requestId}",
    group,
    summary: "One request, with headers and body",
    scope: "webhooks:read",
    params: inspectedRequestIdParams,
    answers: {
      200: {
        description: "The request as it came, but for credentials, which are masked.",
        schema: inspectedRequestSchema,
        examples: { request: { summary: "A delivery", value: sampleInspectedRequest } },
      },
    },
  },
  {
    id: "checkInspectedRequest",
    method: "post",
    path: "/inspectors/{inspectorId}/requests/{requestId}/signature",
    group,
    summary: "Check its signature with a secret of yours",
    description:
      "As a receiver would: the first step that fails is the last one. The secret is used once, and kept nowhere. Requests of this account's webhooks are checked already, in `signatures`.",
    scope: "webhooks:read",
    params: inspectedRequestIdParams,
    body: {
      schema: checkSignatureSchema,
      examples: {
        sydx: {
          summary: "The default format",
          value: { secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", format: "sydx" },
        },
      },
    },
    answers: {
      200: {
        description: "What held, and what did not.",
        schema: signatureCheckSchema,
        examples: { verified: { summary: "Verified", value: sampleSignatureCheck } },
      },
    },
  },
];
