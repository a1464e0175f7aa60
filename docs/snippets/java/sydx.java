// WEBHOOK_SECRET='whsec_…' java Receiver.java
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Receiver {
    // The whole string, whsec_ included.
    static final String SECRET =
            Objects.requireNonNull(System.getenv("WEBHOOK_SECRET"), "Set WEBHOOK_SECRET.");

    static boolean isGenuine(byte[] body, Headers headers) {
        String expected = HexFormat.of().formatHex(hmac(body));
        // While the secret is being rotated, the old one's signature stands in a header of its own.
        return isSame(headers.getFirst("X-Sydx-Signature"), expected)
                || isSame(headers.getFirst("X-Sydx-Signature-Previous"), expected);
    }

    static byte[] hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
                System.out.println(headers.getFirst("X-Sydx-Event-Id") + " " + new String(body, "UTF-8"));
            }
            exchange.sendResponseHeaders(genuine ? 200 : 401, -1);
            exchange.close();
        });
        server.start();
    }
}
