package ecobot.training;

import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import ecobot.chat.Templates;
import ecobot.deadline.Deadlines;
import ecobot.roster.ListedRoster;
import ecobot.roster.Role;
import ecobot.testing.Year2026;
import ecobot.text.DayParts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The readers of this room with the real words, on Saturday 28 November 2026, 10:00. */
final class TrainingFixture {

    static final Instant NOW =
            LocalDate.of(2026, 11, 28).atTime(10, 0).atZone(Zone.SHANGHAI).toInstant();

    private static final Clock CLOCK = Clock.fixed(NOW, Zone.SHANGHAI);

    final Templates templates = PackagedTemplates.at(CLOCK);
    final TrainingWords words = templates.words(TrainingWords.FILE, TrainingWords.class);
    final ListedRoster roster = new ListedRoster();
    final Deadlines deadlines = new Deadlines(templates, new Year2026(), PackagedTemplates.formatsAt(CLOCK));
    final Drafts drafts;

    TrainingFixture() {
        roster.member("宣教员一", "分局", Role.TRAINER);
        roster.member("新丰联络员一", "新丰", Role.LIAISON);
        roster.member("大桥上报人一", "大桥");
        drafts = new Drafts(roster, new People(roster), deadlines, templates);
    }

    WhenReader whens() {
        return new WhenReader(words, templates.words(DayParts.FILE, DayParts.class), deadlines);
    }
}
