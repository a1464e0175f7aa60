/** What a receiver does with a delivery, in Node.js with Express. */
export const VERIFY_SNIPPET = `const crypto = require("crypto");
const express = require("express");

const secret = process.env.WEBHOOK_SECRET; // whsec_…, the whole string
const app = express();
app.use(express.json({ limit: "300kb" }));

function verifyWebhookSignature(payload, signature, secret) {
  const expected = crypto.createHmac("sha256", secret).update(JSON.stringify(payload)).digest("hex");
  const given = Buffer.from(signature ?? "");
  return given.length === expected.length && crypto.timingSafeEqual(given, Buffer.from(expected));
}

app.post("/webhook", (req, res) => {
  if (!verifyWebhookSignature(req.body, req.headers["x-sydx-signature"], secret)) {
    return res.status(401).json({ error: "Invalid signature" });
  }
  // At least once: remember X-Sydx-Event-Id and skip what you have seen.
  res.status(200).json({ received: true });
});

app.listen(4000);
`;
