package ecobot.issue;

import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import ecobot.chat.Templates;
import ecobot.roster.Roster;
import java.time.Clock;
import java.time.Instant;

/** What the tests of this room begin with. */
final class IssueFixture {

    private IssueFixture() {}

    static Clock clockAt(Instant now) {
        return Clock.fixed(now, Zone.SHANGHAI);
    }

    static Templates templatesAt(Instant now) {
        return PackagedTemplates.at(clockAt(now));
    }

    static Deadlines deadlinesAt(Instant now) {
        return new Deadlines(templatesAt(now), new Year2026(), PackagedTemplates.formatsAt(clockAt(now)));
    }

    static ReportReader readerAt(Instant now, Roster roster) {
        return new ReportReader(templatesAt(now), roster, deadlinesAt(now));
    }
}
