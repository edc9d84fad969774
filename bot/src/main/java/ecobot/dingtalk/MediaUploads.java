package ecobot.dingtalk;

import ecobot.media.Media;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Gives content to the platform, once per hash; its media id serves every later message. An upload may take longer than an attempt to send: it goes on
 * while the message waits.
 */
@Component
class MediaUploads implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MediaUploads.class);
    private static final int MAX_ANSWER = 64 * 1024;

    /** Two megabits a second: the largest file has a minute and a half. */
    private static final int SLOWEST_BYTES_PER_MILLI = 250;

    /** Times an upload's own time: for the token, the turn, and another upload with a fresh token. */
    private static final int MARGIN = 3;

    /** What is not uploaded within a call's time and this goes on while the message waits, without keeping a sender. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final MediaUploadMapper mapper;
    private final Media media;
    private final OpenApi api;
    private final PlainHttp http;
    private final DingTalkAccess access;
    private final DingTalkSettings settings;
    private final Clock clock;
    private final Duration patience;
    private final RunningUploads running = new RunningUploads();

    /** What the platform takes it for. */
    enum Kind {
        IMAGE,
        FILE
    }

    MediaUploads(
            MediaUploadMapper mapper,
            Media media,
            OpenApi api,
            PlainHttp http,
            DingTalkAccess access,
            DingTalkSettings settings,
            Clock clock) {
        this.mapper = mapper;
        this.media = media;
        this.api = api;
        this.http = http;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
        patience = settings.callTimeout().plus(SLACK);
    }

    @Override
    public void destroy() {
        running.stop();
    }

    /**
     * The platform's id of some content.
     *
     * @param fileName what the upload is called; its ending tells the platform the format
     * @throws CallFailed never with the remedy "unknown": uploading twice is harmless, but it costs, so that is "fruitless"; "goes on" when the upload
     *     takes longer than a call
     */
    String mediaId(String hash, Kind kind, String fileName, Deadline deadline) throws CallFailed {
        String known = mapper.mediaId(access.clientId(), hash, kind);
        if (known != null) {
            return known;
        }
        return running.await(
                kind + hash, shorter(patience, deadline.left()), () -> uploadAndKeep(hash, kind, fileName));
    }

    private String uploadAndKeep(String hash, Kind kind, String fileName) throws CallFailed {
        Media.Content content = media.find(hash).orElseThrow(() -> new CallFailed(Faults.of(Faults.MEDIA_MISSING)));
        String mediaId = upload(content, kind, fileName);
        mapper.keep(access.clientId(), hash, kind, mediaId, clock.instant());
        return mediaId;
    }

    /** To be called when the platform no longer knows an id. */
    void forget(String hash, Kind kind) {
        mapper.forget(access.clientId(), hash, kind);
    }

    private String upload(Media.Content content, Kind kind, String fileName) throws CallFailed {
        int size = content.bytes().length;
        Duration time = settings.callTimeout().plusMillis(size / SLOWEST_BYTES_PER_MILLI);
        try {
            return api.call(
                    Deadline.in(time.multipliedBy(MARGIN)), token -> uploadOnce(content, kind, fileName, token, time));
        } catch (CallFailed e) {
            log.info("An upload of {} bytes failed: {}", size, e.fault().reason());
            throw e.fault().remedy() == Fault.Remedy.UNKNOWN ? new CallFailed(Faults.of(Faults.UPLOAD_FAILED)) : e;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private String uploadOnce(Media.Content content, Kind kind, String fileName, String token, Duration time)
            throws CallFailed {
        String boundary = "ecobot-" + content.hash().substring(0, 32);
        URI url = access.oapiBase()
                .resolve("/media/upload?access_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&type="
                        + kind.name().toLowerCase(Locale.ROOT));
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(multipart(boundary, content, fileName)))
                .build();
        try {
            HttpResponse<byte[]> answer = http.exchange(request, MAX_ANSWER, time);
            Fault fault = LegacyAnswer.fault(answer);
            if (fault != null) {
                throw new CallFailed(fault);
            }
            return mediaIdIn(answer);
        } catch (IOException e) {
            throw new CallFailed(NetworkFaults.of(e));
        }
    }

    private static String mediaIdIn(HttpResponse<byte[]> answer) throws CallFailed {
        try {
            String mediaId = Json.text(Json.object(answer.body()), "media_id");
            if (mediaId != null && !mediaId.isEmpty()) {
                return mediaId;
            }
        } catch (Json.NotJson e) {
            throw new CallFailed(Faults.of(Faults.FOREIGN_ANSWER));
        }
        throw new CallFailed(Faults.of(Faults.FOREIGN_ANSWER));
    }

    /** The platform wants a file name, and takes anything else but plain ASCII ill. */
    private static byte[] multipart(String boundary, Media.Content content, String fileName) {
        String name = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        String head = "--" + boundary + "\r\n"
                + "Content-Disposition: form-data; name=\"media\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: " + content.contentType() + "\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content.bytes());
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }
}
