package ecobot.media;

import java.io.IOException;

/** Where sent files come from. Implemented by the platform's room. */
public interface MediaSource {

    /**
     * Fetches one file.
     *
     * @throws TooLarge when it has more bytes than are kept
     * @throws Gone when the platform no longer knows the code: trying again is useless
     * @throws IOException when trying again may help
     */
    Downloaded download(String robotCode, String downloadCode) throws IOException;

    /** A file's bytes, at most {@link Media#MAX_BYTES}, and the type that the server named. */
    record Downloaded(byte[] bytes, String contentType) {}

    /** The platform does not have it any more, or never had. */
    final class Gone extends IOException {
        public Gone(String reason) {
            super(reason);
        }
    }

    /** More than {@link Media#MAX_BYTES}. */
    final class TooLarge extends IOException {
        public TooLarge() {
            super("more than " + Media.MAX_BYTES + " bytes");
        }
    }
}
