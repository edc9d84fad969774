package ecobot.sandbox;

import ecobot.TryIt;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The bytes of pictures and files: for robots by a short-lived address, for the chat page and tests by media id. */
@TryIt
@RestController
class FileApi {

    static final String PATH = "/sandbox/files/";

    private final MediaFiles media;
    private final DownloadCodes codes;

    FileApi(MediaFiles media, DownloadCodes codes) {
        this.media = media;
        this.codes = codes;
    }

    @GetMapping(PATH + "{address}")
    ResponseEntity<byte[]> byAddress(@PathVariable String address) {
        return codes.mediaAt(address)
                .map(this::byId)
                .orElseGet(() -> ResponseEntity.status(403).build());
    }

    @GetMapping("/sandbox/api/media/{mediaId}")
    ResponseEntity<byte[]> byId(@PathVariable String mediaId) {
        return media.find(mediaId)
                .map(this::answer)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<byte[]> answer(Entry.Kept kept) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kept.contentType()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400")
                .body(media.bytes(kept));
    }
}
