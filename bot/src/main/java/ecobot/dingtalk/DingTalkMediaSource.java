package ecobot.dingtalk;

import ecobot.media.Media;
import ecobot.media.MediaSource;
import ecobot.media.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Fetches what people sent. The address comes from the platform and leads to its file store; still it is asked with care: no redirect, no address
 * of a private network, no more bytes than allowed.
 */
@Component
class DingTalkMediaSource implements MediaSource {

    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final String ANY_TYPE = "application/octet-stream";
    /** The code is wrong or too old, or not for this robot. */
    private static final Set<Integer> GONE = Set.of(403, 404, 410);

    private final AppRobot robot;
    private final PlainHttp http;
    private final DingTalkAccess access;

    DingTalkMediaSource(AppRobot robot, PlainHttp http, DingTalkAccess access) {
        this.robot = robot;
        this.http = http;
        this.access = access;
    }

    @Override
    public Downloaded download(String robotCode, String downloadCode) throws IOException {
        URI url = checked(ask(robotCode, downloadCode));
        HttpResponse<byte[]> answer;
        try {
            answer = http.exchange(HttpRequest.newBuilder(url).build(), Media.MAX_BYTES, WITHIN);
        } catch (LimitedBody.TooLarge e) {
            throw new TooLarge();
        } catch (IOException e) {
            throw new IOException("download failed: " + e.getClass().getSimpleName());
        }
        if (GONE.contains(answer.statusCode())) {
            throw new Gone("http-" + answer.statusCode());
        }
        if (answer.statusCode() != 200 || answer.body().length == 0) {
            throw new IOException("download failed: http-" + answer.statusCode());
        }
        return new Downloaded(
                answer.body(), answer.headers().firstValue("Content-Type").orElse(ANY_TYPE));
    }

    private String ask(String robotCode, String downloadCode) throws IOException {
        try {
            return robot.downloadUrl(robotCode, downloadCode, Deadline.in(WITHIN));
        } catch (CallFailed e) {
            if (e.fault().remedy() == Fault.Remedy.REFUSED) {
                throw new Gone(e.fault().reason());
            }
            throw new IOException("no download address: " + e.fault().reason());
        }
    }

    private URI checked(String address) throws IOException {
        try {
            URI url = new URI(address);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawUserInfo() == null && isAllowed(url)) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new Gone("address-not-allowed");
        }
        throw new Gone("address-not-allowed");
    }

    /** In try-it mode the platform is on this machine; then so are its files. */
    private boolean isAllowed(URI url) throws IOException {
        if (Loopback.is(access.apiBase())) {
            return Loopback.is(url);
        }
        for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
            if (!PublicAddress.is(address)) {
                return false;
            }
        }
        return true;
    }
}
