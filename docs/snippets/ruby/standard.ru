# WEBHOOK_SECRET='whsec_…' rackup -p 4000 config.ru
require "json"
require "openssl"

OLDEST_SECONDS = 300
KEY = ENV.fetch("WEBHOOK_SECRET").delete_prefix("whsec_").unpack1("m")

def genuine?(body, env)
  id, seconds = env.values_at("HTTP_WEBHOOK_ID", "HTTP_WEBHOOK_TIMESTAMP")
  return false unless seconds.to_s.match?(/\A\d+\z/) && (Time.now.to_i - seconds.to_i).abs <= OLDEST_SECONDS

  signature = [OpenSSL::HMAC.digest("SHA256", KEY, "#{id}.#{seconds}.".b + body.b)].pack("m0")
  # While the secret is being rotated, there are two, with a space between.
  env["HTTP_WEBHOOK_SIGNATURE"].to_s.split.any? do |given|
    OpenSSL.secure_compare(given, "v1,#{signature}")
  end
end

run lambda { |env|
  body = env["rack.input"].read
  next [401, {}, ["Invalid signature"]] unless genuine?(body, env)

  # At least once: remember this id, and skip what you have seen.
  puts "#{env["HTTP_WEBHOOK_ID"]} #{JSON.parse(body)["type"]}"
  [200, {}, []]
}
