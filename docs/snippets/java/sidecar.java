// WEBHOOK_AUTHORIZATION='Bearer …' java Receiver.java
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.util.Objects;

public class Receiver {
    // The value you chose for the webhook.
    static final String AUTHORIZATION =
            Objects.requireNonNull(System.getenv("WEBHOOK_AUTHORIZATION"), "Set WEBHOOK_AUTHORIZATION.");

    static boolean isGenuine(byte[] body, Headers headers) {
        return isSame(headers.getFirst("Authorization"), AUTHORIZATION);
    }

    static boolean isSame(String given, String expected) {
        return given != null && MessageDigest.isEqual(given.getBytes(), expected.getBytes());
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "4000"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Headers headers = exchange.getRequestHeaders();
            boolean genuine = isGenuine(body, headers);
            if (genuine) {
                // At least once: remember this id, and skip what you have seen.
                System.out.println(headers.getFirst("X-Webhook-Event-Id") + " " + new String(body, "UTF-8"));
            }
            exchange.sendResponseHeaders(genuine ? 200 : 401, -1);
            exchange.close();
        });
        server.start();
    }
}
