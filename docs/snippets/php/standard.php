<?php
// WEBHOOK_SECRET='whsec_…' php -S 0.0.0.0:4000 receiver.php

const OLDEST_SECONDS = 300;

$secret = getenv('WEBHOOK_SECRET') ?: throw new RuntimeException('Set WEBHOOK_SECRET.');
$key = base64_decode(preg_replace('/^whsec_/', '', $secret));
$body = file_get_contents('php://input');
$id = $_SERVER['HTTP_WEBHOOK_ID'] ?? '';
$seconds = $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '';
$signature = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$seconds.$body", $key, true));

$genuine = false;
if (ctype_digit($seconds) && abs(time() - (int) $seconds) <= OLDEST_SECONDS) {
    // While the secret is being rotated, there are two, with a space between.
    foreach (explode(' ', $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '') as $given) {
        $genuine = hash_equals($signature, $given) || $genuine;
    }
}

if (!$genuine) {
    http_response_code(401);
    exit('Invalid signature');
}

// At least once: remember this id, and skip what you have seen.
error_log($_SERVER['HTTP_WEBHOOK_ID'] . ' ' . json_decode($body, true)['type']);
http_response_code(200);
