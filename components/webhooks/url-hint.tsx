import { useQuery } from "@tanstack/react-query";
import { egressIpsQuery } from "@/components/deliveries/queries";

/** What a URL must be like, and whom its firewall must let in, where that is known. */
export function UrlHint({ isLocal }: { isLocal: boolean }) {
  const { data: ourAddresses = [] } = useQuery(egressIpsQuery());
  return (
    <>
      {isLocal
        ? "Gets a POST for each event. This server allows http and private addresses, for development."
        : "Gets a POST for each event. It must begin with https:// and be reachable from outside."}
      {ourAddresses.length > 0 && ` We call from ${ourAddresses.join(", ")}.`}
    </>
  );
}
