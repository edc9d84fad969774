package ecobot.dingtalk;

import ecobot.audit.Alarms;
import ecobot.dingtalk.ConnectionStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Keeps the stream's status, and tells the operator when it stays bad. */
@Component
class StreamConnection {

    static final String STREAM_DOWN = "stream-down";

    private static final Logger log = LoggerFactory.getLogger(StreamConnection.class);

    private final Clock machineClock;
    private final Alarms alarms;
    private final Duration alarmAfter;
    private final Set<String> raised = new HashSet<>();
    private volatile ConnectionStatus status;
    private Instant connectedLast;

    StreamConnection(@Qualifier("machineClock") Clock machineClock, Alarms alarms, DingTalkSettings settings) {
        this.machineClock = machineClock;
        this.alarms = alarms;
        alarmAfter = settings.stream().alarmAfter();
        connectedLast = machineClock.instant();
        status = new ConnectionStatus(State.OFF, connectedLast, null);
    }

    ConnectionStatus status() {
        return status;
    }

    /** How long there has been no connection; zero while there is one. */
    synchronized Duration downFor() {
        return status.connected() || status.state() == State.OFF
                ? Duration.ZERO
                : Duration.between(connectedLast, machineClock.instant());
    }

    boolean isDownTooLong() {
        return downFor().compareTo(alarmAfter) >= 0;
    }

    synchronized void starting() {
        connectedLast = machineClock.instant();
        become(State.CONNECTING, "starting");
    }

    synchronized void connected() {
        become(State.CONNECTED, null);
        clear(STREAM_DOWN);
        clear(Faults.CREDENTIALS_REFUSED);
    }

    /** @param reason a stable word */
    synchronized void lost(String reason) {
        if (status.connected()) {
            connectedLast = machineClock.instant();
        }
        become(State.CONNECTING, reason);
    }

    /** @param reason the platform's code */
    synchronized void refused(String reason) {
        become(State.REFUSED, reason);
        raise(Faults.CREDENTIALS_REFUSED, "DingTalk refuses the connection: " + reason);
    }

    synchronized void stopped() {
        become(State.OFF, null);
    }

    /** To be called every now and then: raises the alarm once per outage. */
    synchronized void watch() {
        if (isDownTooLong()) {
            raise(STREAM_DOWN, "no stream connection, " + status.reason());
        }
    }

    private void become(State state, @Nullable String reason) {
        status = new ConnectionStatus(state, machineClock.instant(), reason);
    }

    private void raise(String code, String detail) {
        if (raised.add(code)) {
            withoutStopping(() -> alarms.raise(code, detail));
        }
    }

    private void clear(String code) {
        raised.remove(code);
        withoutStopping(() -> alarms.clear(code));
    }

    /** An alarm that cannot be stored must not end the stream. */
    private static void withoutStopping(Runnable alarm) {
        try {
            alarm.run();
        } catch (RuntimeException e) {
            log.warn("alarm not stored: {}", e.getClass().getSimpleName());
        }
    }
}
