/** Which page of a list is asked for. */

export interface PageQuery {
  limit?: number;
  cursor?: string | undefined;
}
