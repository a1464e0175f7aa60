# WEBHOOK_SECRET='whsec_…' rackup -p 4000 config.ru
require "json"
require "openssl"

SECRET = ENV.fetch("WEBHOOK_SECRET") # the whole string, whsec_ included

def genuine?(body, env)
  expected = OpenSSL::HMAC.hexdigest("SHA256", SECRET, body)
  # While the secret is being rotated, the old one's signature stands in a header of its own.
  %w[HTTP_X_SYDX_SIGNATURE HTTP_X_SYDX_SIGNATURE_PREVIOUS].any? do |name|
    OpenSSL.secure_compare(env[name].to_s, expected)
  end
end

run lambda { |env|
  body = env["rack.input"].read
  next [401, {}, ["Invalid signature"]] unless genuine?(body, env)

  # At least once: remember this id, and skip what you have seen.
  puts "#{env["HTTP_X_SYDX_EVENT_ID"]} #{JSON.parse(body)["event"]}"
  [200, {}, []]
}
