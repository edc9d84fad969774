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
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives content to the platform, once per hash; its media id serves every later message. */
@Component
class MediaUploads {

    private static final int MAX_ANSWER = 64 * 1024;

    private final MediaUploadMapper mapper;
    private final Media media;
    private final OpenApi api;
    private final PlainHttp http;
    private final DingTalkAccess access;
    private final DingTalkSettings settings;
    private final Clock clock;

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
    }

    /**
     * The platform's id of some content.
     *
     * @param fileName what the upload is called; its ending tells the platform the format
     * @throws CallFailed never with the remedy "unknown": uploading twice is harmless
     */
    String mediaId(String hash, Kind kind, String fileName, Deadline deadline) throws CallFailed {
        String known = mapper.mediaId(access.clientId(), hash, kind);
        if (known != null) {
            return known;
        }
        Media.Content content = media.find(hash).orElseThrow(() -> new CallFailed(Faults.of(Faults.MEDIA_MISSING)));
        String mediaId = upload(content, kind, fileName, deadline);
        mapper.keep(access.clientId(), hash, kind, mediaId, clock.instant());
        return mediaId;
    }

    /** To be called when the platform no longer knows an id. */
    void forget(String hash, Kind kind) {
        mapper.forget(access.clientId(), hash, kind);
    }

    private String upload(Media.Content content, Kind kind, String fileName, Deadline deadline) throws CallFailed {
        try {
            return api.call(deadline, token -> uploadOnce(content, kind, fileName, token));
        } catch (CallFailed e) {
            throw new CallFailed(e.fault().ofHarmlessCall());
        }
    }

    private String uploadOnce(Media.Content content, Kind kind, String fileName, String token) throws CallFailed {
        String boundary = "ecobot-" + content.hash().substring(0, 32);
        URI url = access.oapiBase()
                .resolve("/media/upload?access_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&type="
                        + kind.name().toLowerCase(Locale.ROOT));
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(multipart(boundary, content, fileName)))
                .build();
        try {
            HttpResponse<byte[]> answer = http.exchange(request, MAX_ANSWER, settings.callTimeout());
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
