package ecobot.chat;

import ecobot.audit.Diagnosis;
import ecobot.audit.Diagnosis.Finding;
import ecobot.audit.Diagnosis.State;
import ecobot.roster.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows an administrator how every room is doing, what to mend first. */
@Component
class DiagCommand implements Command {

    private static final Logger log = LoggerFactory.getLogger(DiagCommand.class);

    private final ObjectProvider<Diagnosis> diagnoses;
    private final TemplateLibrary templates;

    DiagCommand(ObjectProvider<Diagnosis> diagnoses, TemplateLibrary templates) {
        this.diagnoses = diagnoses;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "diag";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public Reply handle(CommandCall call) {
        var lines = diagnoses.orderedStream().flatMap(this::lines).toList();
        return Reply.of("chat/diag", new View(of(lines, State.BAD), of(lines, State.WARN), of(lines, State.OK)));
    }

    /** A room that cannot even tell how it is doing is a finding, too. */
    private Stream<Line> lines(Diagnosis diagnosis) {
        try {
            return diagnosis.findings().stream().map(this::line).toList().stream();
        } catch (RuntimeException e) {
            var room = diagnosis.getClass().getSimpleName();
            log.error("{} failed", room, e);
            return Stream.of(line(Finding.bad("chat/_diagnosis-failed", new Failed(room))));
        }
    }

    private Line line(Finding finding) {
        return new Line(finding.state(), templates.fragment(finding.template(), finding.view()));
    }

    private static List<String> of(List<Line> lines, State state) {
        return lines.stream()
                .filter(line -> line.state == state)
                .map(Line::words)
                .toList();
    }

    /** The lines are Markdown that was rendered already. */
    record View(List<String> bad, List<String> warnings, List<String> fine) {
        boolean allFine() {
            return bad.isEmpty() && warnings.isEmpty();
        }

        int toMend() {
            return bad.size() + warnings.size();
        }
    }

    record Failed(String room) {}

    private record Line(State state, String words) {}
}
