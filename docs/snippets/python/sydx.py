# WEBHOOK_SECRET='whsec_…' python3 receiver.py
import hashlib
import hmac
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET = os.environ["WEBHOOK_SECRET"]  # the whole string, whsec_ included


def is_genuine(body, headers):
    expected = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    # While the secret is being rotated, the old one's signature stands in a header of its own.
    names = ("X-Sydx-Signature", "X-Sydx-Signature-Previous")
    return any(is_same(headers.get(name, ""), expected) for name in names)


def is_same(given, expected):
    return hmac.compare_digest(given.encode(), expected.encode())


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        genuine = is_genuine(body, self.headers)
        self.send_response(200 if genuine else 401)
        self.send_header("Content-Length", "0")
        self.end_headers()
        if genuine:
            # At least once: remember this id, and skip what you have seen.
            print(self.headers["X-Sydx-Event-Id"], json.loads(body)["event"], flush=True)


ThreadingHTTPServer(("", int(os.environ.get("PORT", 4000))), Receiver).serve_forever()
