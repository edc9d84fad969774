package ecobot.dingtalk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * HTTP exchanges with an end: the time is for the whole of it, body included (the JDK's own time-out stops at the headers, a dribbling
 * body would hang for ever), and the body has a largest size.
 */
@Component
class PlainHttp {

    private final HttpClient client;

    /** Follows no redirect: an address that the platform names is the only one that is asked. */
    PlainHttp(DingTalkSettings settings) {
        client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    HttpClient client() {
        return client;
    }

    /**
     * Makes the exchange.
     *
     * @throws java.net.http.HttpConnectTimeoutException certainly nothing was sent
     * @throws java.net.ConnectException certainly nothing was sent
     * @throws LimitedBody.TooLarge when the body is larger than {@code maxBytes}
     * @throws HttpTimeoutException when it took longer than {@code within}; it may have had its effect
     * @throws IOException for everything else that went wrong on the way; it may have had its effect
     */
    HttpResponse<byte[]> exchange(HttpRequest request, int maxBytes, Duration within) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, info -> new LimitedBody(maxBytes));
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no whole answer within " + within);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        }
    }
}
