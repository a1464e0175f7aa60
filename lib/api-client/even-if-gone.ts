import { ApiError } from "./api-error";

/** For a deletion: what somebody else has deleted meanwhile is gone, too. */
export async function evenIfGone(deletion: Promise<unknown>): Promise<void> {
  try {
    await deletion;
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
  }
}
