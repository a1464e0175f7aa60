import { describe, expect, it } from "vitest";
import { isHarmlessRequestId } from "./request-id";

describe("a caller's request id", () => {
  it.each(["1", "req_01kmhahtxm0008000000000006", "9c5b94b1-35ad-49bb-b118-8e8fc24abf80", "a".repeat(100)])(
    "is taken over: %s",
    (id) => {
      expect(isHarmlessRequestId(id)).toBe(true);
    },
  );

  it.each(["", " ", "-a", "a b", "a\nb", "a\tb", "<b>", 'a"b', "a,b", "é", "${jndi:ldap://x}", "a".repeat(101)])(
    "is not taken over: %j",
    (id) => {
      expect(isHarmlessRequestId(id)).toBe(false);
    },
  );
});
