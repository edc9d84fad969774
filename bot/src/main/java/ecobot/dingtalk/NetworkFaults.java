package ecobot.dingtalk;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.function.Predicate;
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
        if (any(problem, NetworkFaults::isNoAddress)) {
            return Faults.of(Faults.NO_ADDRESS);
        }
        if (any(problem, NetworkFaults::isBadCertificate)) {
            return Faults.of(Faults.BAD_CERTIFICATE);
        }
        if (any(problem, NetworkFaults::isBeforeSending)) {
            return Faults.of(Faults.UNREACHABLE);
        }
        return Faults.of(any(problem, NetworkFaults::isTimeout) ? Faults.TIMEOUT : Faults.CONNECTION_LOST);
    }

    private static boolean any(Throwable problem, Predicate<Throwable> claim) {
        return chain(problem).anyMatch(claim);
    }

    private static Stream<Throwable> chain(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .limit(8);
    }

    private static boolean isNoAddress(Throwable problem) {
        return problem instanceof UnknownHostException || problem instanceof UnresolvedAddressException;
    }

    private static boolean isBadCertificate(Throwable problem) {
        return problem instanceof SSLHandshakeException || problem instanceof SSLPeerUnverifiedException;
    }

    private static boolean isBeforeSending(Throwable problem) {
        return problem instanceof ConnectException
                || problem instanceof HttpConnectTimeoutException
                || problem instanceof NoRouteToHostException
                || isConnectTimeout(problem);
    }

    /** The SDK's HTTP client tells the two time-outs apart by their words only. */
    private static boolean isConnectTimeout(Throwable problem) {
        return problem instanceof SocketTimeoutException
                && String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    private static boolean isTimeout(Throwable problem) {
        return problem instanceof InterruptedIOException || problem instanceof HttpTimeoutException;
    }
}
