import { parseAsString, useQueryState } from "nuqs";

/** The name of the event type whose sheet is open: it lives in the URL. */
export const useOpenType = () => useQueryState("type", parseAsString.withOptions({ history: "push" }));
