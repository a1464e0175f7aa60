/** What a filter says to one event's data, for whoever writes it. */
import type { Filter } from "./filter";
import { explain, matches } from "./filter-matching";
import type { Json } from "./json";
import type { FilterPreview } from "./filter-preview-schema";

export function previewOf(filter: Filter, data: Json): FilterPreview {
  return { wouldSend: matches(filter, data), conditions: explain(filter, data) };
}
