package ecobot.testing;

import ecobot.media.MediaSource;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Has what it was given, fails as often as it was told, and knows nothing else. */
public class FakeMediaSource implements MediaSource {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> failuresLeft = new ConcurrentHashMap<>();

    @Override
    public Downloaded download(String robotCode, String downloadCode) throws IOException {
        AtomicInteger failures = failuresLeft.get(downloadCode);
        if (failures != null && failures.getAndDecrement() > 0) {
            throw new IOException("told to fail");
        }
        byte[] bytes = files.get(downloadCode);
        if (bytes == null) {
            throw new Gone("unknown code");
        }
        return new Downloaded(bytes, "text/html");
    }

    public void has(String downloadCode, byte[] bytes, int failuresBefore) {
        failuresLeft.put(downloadCode, new AtomicInteger(failuresBefore));
        files.put(downloadCode, bytes);
    }
}
