/** What went wrong with an attempt, and what to do. */
export const advice = {
  receiver: "the receiver",
  dns: {
    happened: "{host} has no address.",
    todo: "Check the host name. If it is new, DNS may need some minutes.",
  },
  dnsTimeout: {
    happened: "The name server didn't answer for {host} in 3 s.",
    todo: "Check the host name and its name servers.",
  },
  blocked: {
    happened: "This URL leads to a private or reserved address.",
    todo: "Use a public address. For local work, start with DESTINATIONS=local.",
  },
  blockedUrl: {
    happened: "Nothing may be sent to this URL any more: the rules for destinations have changed.",
    todo: "Use https, a public host and an ordinary port.",
  },
  refused: {
    happened: "{address} refused the connection.",
    todo: "Is the server running and listening on this port? Is a firewall in the way?",
    todoOurs:
      "Is the server running and listening on this port? Is a firewall in the way (our addresses: {addresses})?",
  },
  unreachable: {
    happened: "No network leads to {address}.",
    todo: "Check the address and its routes. Is the machine running?",
  },
  refusedByProxy: {
    happened: "The proxy that deliveries go out through made no connection to {address}.",
    todo: "Is the receiver listening on this port? If it is, whoever runs this product should look at EGRESS_PROXY.",
  },
  reset: {
    happened: "The connection was closed before an answer.",
    happenedHalf: "The connection was closed in the middle of the answer.",
    todo: "Look for a crash or a proxy limit in the receiver's log at this time.",
  },
  expired: {
    happened: "The certificate of {host} has expired.",
    happenedOn: "The certificate of {host} ended on {day}.",
    todo: "Renew it.",
  },
  selfSigned: {
    happened: "The certificate of {host} is self-signed.",
    todo: "Install the full chain from a public authority.",
  },
  wrongHost: {
    happened: "The certificate is not for {host}.",
    todo: "Add this name to the certificate, or put a name that it has into the URL.",
  },
  untrusted: {
    happened: "The certificate of {host} comes from no authority that is known here.",
    todo: "Install a certificate of a public authority, with the full chain.",
  },
  protocol: {
    happened: "No common TLS version with {host}.",
    todo: "Allow TLS 1.2 or newer. Does this port speak HTTPS at all?",
  },
  tls: {
    happened: "No secure connection to {host} could be made.",
    todo: "Check the certificate and its chain; allow TLS 1.2 or newer.",
  },
  connectTimeout: {
    happened: "No connection within {limit}.",
    todo: "Check that the server can be reached from outside.",
    todoOurs: "Check that the server can be reached from outside (our addresses: {addresses}).",
  },
  answerTimeout: {
    happened: "No answer within {limit}.",
    todo: "Answer 2xx at once and do the work afterwards.",
  },
  bodyTimeout: {
    happened: "The answer was not finished within {limit}.",
    todo: "Answer 2xx and end the response; don't stream.",
  },
  badResponse: {
    happened: "The answer wasn't valid HTTP.",
    happenedLarge: "The answer's headers were longer than 16 kB.",
    todo: "Is this an HTTP or HTTPS port?",
    todoLarge: "Send fewer or shorter headers: a status is enough.",
  },
  interrupted: {
    happened: "Our worker stopped in the middle; it may have arrived.",
    todo: "Nothing: it is sent again with the same event id.",
  },
  redirect: {
    happened: "{code}: it answered with a redirect. Redirects aren't followed.",
    happenedTo: "{code}: it answered with a redirect to {location}. Redirects aren't followed.",
    todo: "Put the final URL here.",
  },
  unauthorized: {
    happened: "{code}: the receiver refused the signature or credentials.",
    todo: "Compare the secret it uses with this webhook's; the signature debugger under Verify says which step differs.",
    todoRotated:
      "The secret was rotated on {since}: put the new one into the receiver. The signature debugger under Verify says which step differs.",
  },
  notFound: {
    happened: "{code}: nothing answers POST at this path.",
    todo: "Check path and method. n8n: use the Production URL and publish the workflow.",
  },
  gone: {
    happened: "410: the receiver said “gone”.",
    todo: "The webhook was disabled. Resume it, or create it anew.",
    todoTest: "Any delivery but a test would disable the webhook. Put the URL right first.",
  },
  tooMany: {
    happened: "429: too many requests.",
    happenedWait: "429: too many requests; it asked to wait {wait}.",
    todo: "Set a rate limit for this webhook that the receiver can take, or raise the receiver's.",
  },
  failed: { happened: "{code}: the receiver failed.", todo: "Look at its log at this time." },
  payload: {
    happened: "{code}: the receiver refused the payload.",
    todo: "Compare it with the format that the receiver expects; see its answer below. Has this webhook the right format?",
  },
  unexpected: {
    happened: "{code}: the receiver gave no answer that means success.",
    todo: "Only 200 to 299 count as received. See its answer below.",
  },
} as const;
