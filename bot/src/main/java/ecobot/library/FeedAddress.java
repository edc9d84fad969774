package ecobot.library;

import ecobot.media.PublicAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Which addresses may be asked: https on its own port, and every address of the name one of the open internet. */
final class FeedAddress {

    private static final int HTTPS = 443;

    private FeedAddress() {}

    /** @throws FeedUnread when this address may not be asked */
    static void check(URI uri) throws FeedUnread {
        boolean plain = "https".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && (uri.getPort() == -1 || uri.getPort() == HTTPS);
        if (!plain || !isPublic(uri.getHost())) {
            throw new FeedUnread(FeedFault.FORBIDDEN);
        }
    }

    private static boolean isPublic(String host) {
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (!PublicAddress.is(address)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
