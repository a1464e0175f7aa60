// WEBHOOK_SECRET='whsec_…' java Receiver.java
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Receiver {
    static final long OLDEST_SECONDS = 300;
    static final String SECRET =
            Objects.requireNonNull(System.getenv("WEBHOOK_SECRET"), "Set WEBHOOK_SECRET.");

    static boolean isGenuine(byte[] body, Headers headers) {
        String id = headers.getFirst("webhook-id");
        String seconds = headers.getFirst("webhook-timestamp");
        String signatures = headers.getFirst("webhook-signature");
        if (id == null || seconds == null || signatures == null || !seconds.matches("\\d{1,15}")) return false;
        long age = Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(seconds));
        if (age > OLDEST_SECONDS) return false;
        byte[] hmac = hmac(id + "." + seconds + ".", body);
        String expected = "v1," + Base64.getEncoder().encodeToString(hmac);
        // While the secret is being rotated, there are two, with a space between.
        for (String given : signatures.split(" ")) {
            if (isSame(given, expected)) return true;
        }
        return false;
    }

    static byte[] hmac(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(SECRET.replaceFirst("^whsec_", ""));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head.getBytes());
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
                System.out.println(headers.getFirst("webhook-id") + " " + new String(body, "UTF-8"));
            }
            exchange.sendResponseHeaders(genuine ? 200 : 401, -1);
            exchange.close();
        });
        server.start();
    }
}
