<?php
// WEBHOOK_AUTHORIZATION='Bearer …' php -S 0.0.0.0:4000 receiver.php

// The value you chose for the webhook. Behind Apache, let the header through: CGIPassAuth On.
$authorization = getenv('WEBHOOK_AUTHORIZATION') ?: throw new RuntimeException('Set WEBHOOK_AUTHORIZATION.');
$body = file_get_contents('php://input');
$genuine = hash_equals($authorization, $_SERVER['HTTP_AUTHORIZATION'] ?? '');

if (!$genuine) {
    http_response_code(401);
    exit('Invalid authorization');
}

// At least once: remember this id, and skip what you have seen.
error_log($_SERVER['HTTP_X_WEBHOOK_EVENT_ID'] . ' ' . json_decode($body, true)['webhookType']);
http_response_code(200);
