# WEBHOOK_AUTHORIZATION='Bearer …' rackup -p 4000 config.ru
require "json"
require "openssl"

AUTHORIZATION = ENV.fetch("WEBHOOK_AUTHORIZATION") # the value you chose for the webhook

def genuine?(_body, env)
  OpenSSL.secure_compare(env["HTTP_AUTHORIZATION"].to_s, AUTHORIZATION)
end

run lambda { |env|
  body = env["rack.input"].read
  next [401, {}, ["Invalid authorization"]] unless genuine?(body, env)

  # At least once: remember this id, and skip what you have seen.
  puts "#{env["HTTP_X_WEBHOOK_EVENT_ID"]} #{JSON.parse(body)["webhookType"]}"
  [200, {}, []]
}
