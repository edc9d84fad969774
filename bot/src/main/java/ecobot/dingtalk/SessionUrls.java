package ecobot.dingtalk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides which reply addresses are asked at all. The address comes with a message, so it could lead anywhere (SSRF): only the configured legacy
 * host counts, to the letter: same scheme, same host, same port, no user info.
 */
@Component
class SessionUrls {

    private static final int MAX_LENGTH = 2000;

    private final DingTalkAccess access;

    SessionUrls(DingTalkAccess access) {
        this.access = access;
    }

    /** The address, if it may be asked. */
    Optional<URI> accept(@Nullable String url) {
        if (url == null || url.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(url)).filter(this::isAllowed);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    boolean isAllowed(URI url) {
        URI base = access.oapiBase();
        return base.getScheme().equals(url.getScheme())
                && base.getHost().equals(url.getHost())
                && base.getPort() == url.getPort()
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null;
    }
}
