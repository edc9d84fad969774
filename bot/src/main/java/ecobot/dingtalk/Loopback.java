package ecobot.dingtalk;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells addresses of this very machine by their spelling, without asking any name server. */
final class Loopback {

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

    private Loopback() {}

    static boolean is(URI uri) {
        return isHost(uri.getHost());
    }

    private static boolean isHost(@Nullable String host) {
        return host != null && HOSTS.contains(host);
    }
}
