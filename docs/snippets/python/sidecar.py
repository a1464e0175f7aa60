# WEBHOOK_AUTHORIZATION='Bearer …' python3 receiver.py
import hmac
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

AUTHORIZATION = os.environ["WEBHOOK_AUTHORIZATION"]  # the value you chose for the webhook


def is_genuine(_body, headers):
    given = headers.get("Authorization", "")
    return hmac.compare_digest(given.encode(), AUTHORIZATION.encode())


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        genuine = is_genuine(body, self.headers)
        self.send_response(200 if genuine else 401)
        self.send_header("Content-Length", "0")
        self.end_headers()
        if genuine:
            # At least once: remember this id, and skip what you have seen.
            print(self.headers["X-Webhook-Event-Id"], json.loads(body)["webhookType"], flush=True)


ThreadingHTTPServer(("", int(os.environ.get("PORT", 4000))), Receiver).serve_forever()
