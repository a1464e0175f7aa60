<?php
// WEBHOOK_SECRET='whsec_…' php -S 0.0.0.0:4000 receiver.php

// The whole string, whsec_ included.
$secret = getenv('WEBHOOK_SECRET') ?: throw new RuntimeException('Set WEBHOOK_SECRET.');
$body = file_get_contents('php://input');
$expected = hash_hmac('sha256', $body, $secret);

// While the secret is being rotated, the old one's signature stands in a header of its own.
$genuine = hash_equals($expected, $_SERVER['HTTP_X_WEBHOOK_SIGNATURE'] ?? '')
    || hash_equals($expected, $_SERVER['HTTP_X_WEBHOOK_SIGNATURE_PREVIOUS'] ?? '');

if (!$genuine) {
    http_response_code(401);
    exit('Invalid signature');
}

// At least once: remember this id, and skip what you have seen.
error_log($_SERVER['HTTP_X_WEBHOOK_EVENT_ID'] . ' ' . json_decode($body, true)['event']);
http_response_code(200);
