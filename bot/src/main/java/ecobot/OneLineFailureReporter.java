package ecobot;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why the application cannot start, and the mend; written past the log, which may be what is broken. */
class OneLineFailureReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(Stream.of("EcoBot cannot start: " + analysis.getDescription(), analysis.getAction())
                .filter(part -> part != null && !part.isBlank())
                .map(part -> part.strip().replaceAll("\\.?\\s*\\R\\s*", "; "))
                .collect(Collectors.joining(" -> ")));
    }
}
