package ecobot.dingtalk;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * What a broken exchange means. Only what fails before the request can have left counts as not sent; every doubt is "unknown".
 */
final class NetworkFaults {

    private NetworkFaults() {}

    /** Looks at {@code problem} and what caused it, for the SDK wraps twice. */
    static Fault of(Throwable problem) {
        return chain(problem).anyMatch(NetworkFaults::isBeforeSending)
                ? Fault.later("unreachable", Faults.SOON)
                : Fault.unknown(chain(problem).anyMatch(NetworkFaults::isTimeout) ? "timeout" : "connection-lost");
    }

    private static Stream<Throwable> chain(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .limit(8);
    }

    private static boolean isBeforeSending(Throwable problem) {
        return problem instanceof ConnectException
                || problem instanceof HttpConnectTimeoutException
                || problem instanceof NoRouteToHostException
                || problem instanceof UnknownHostException
                || problem instanceof UnresolvedAddressException
                || problem instanceof SSLHandshakeException
                || problem instanceof SSLPeerUnverifiedException
                || isConnectTimeout(problem);
    }

    /** The SDK's HTTP client tells the two time-outs apart by their words only. */
    private static boolean isConnectTimeout(Throwable problem) {
        return problem instanceof SocketTimeoutException
                && String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    private static boolean isTimeout(Throwable problem) {
        return problem instanceof SocketTimeoutException || problem instanceof HttpTimeoutException;
    }
}
