# Serves a Rack application over HTTP as rackup would, so that tests need no gem: ruby rack.rb config.ru
require "socket"
require "stringio"

$stdout.sync = true

def run(application)
  server = TCPServer.new("127.0.0.1", Integer(ENV.fetch("PORT")))
  loop { answer(server.accept, application) }
end

def answer(socket, application)
  # Whoever only looks whether somebody listens says nothing.
  return unless socket.gets

  env = {}
  while (line = socket.gets.chomp) != ""
    name, value = line.split(": ", 2)
    env["HTTP_#{name.upcase.tr("-", "_")}"] = value.to_s
  end
  env["rack.input"] = StringIO.new(socket.read(env["HTTP_CONTENT_LENGTH"].to_i))
  status, _headers, body = application.call(env)
  socket.write("HTTP/1.1 #{status} OK\r\nConnection: close\r\nContent-Length: #{body.sum(&:bytesize)}\r\n\r\n", *body)
ensure
  socket.close
end

load ARGV.fetch(0)
