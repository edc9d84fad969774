package ecobot.issue;

import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import ecobot.chat.Templates;
import ecobot.deadline.DeadlineFixture;
import ecobot.roster.ListedPresence;
import ecobot.roster.Presence;
import ecobot.roster.Roster;
import ecobot.testing.FixedExtras;
import java.time.Clock;
import java.time.Instant;

/** What the tests of this room begin with. */
public final class IssueFixture {

    private IssueFixture() {}

    public static Clock clockAt(Instant now) {
        return Clock.fixed(now, Zone.SHANGHAI);
    }

    public static Templates templatesAt(Instant now) {
        return PackagedTemplates.at(clockAt(now));
    }

    public static Filing filing(Issues issues, Roster roster, Instant now) {
        return filing(issues, roster, new ListedPresence(), now);
    }

    public static Filing filing(Issues issues, Roster roster, Presence presence, Instant now) {
        var templates = templatesAt(now);
        var views = viewsAt(now, roster);
        var cards = new IssueCards(FixedExtras.with(), new RecordingOutbox(), roster, views, templates, clockAt(now));
        var words = templates.words("issue/words", IssueWords.class);
        return new Filing(issues, roster, views, words, cards, new Readers(presence));
    }

    public static IssueViews viewsAt(Instant now, Roster roster) {
        var words = templatesAt(now).words("issue/words", IssueWords.class);
        return new IssueViews(
                roster, words, DeadlineFixture.deadlinesAt(now), PackagedTemplates.formatsAt(clockAt(now)));
    }

    public static UnitFinder unitsAt(Instant now, Roster roster) {
        return new UnitFinder(roster, templatesAt(now));
    }
}
