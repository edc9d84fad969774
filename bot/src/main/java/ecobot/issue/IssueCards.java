package ecobot.issue;

import ecobot.chat.Question.Choice;
import ecobot.chat.Reply.CardFace;
import ecobot.chat.Templates;
import ecobot.outbox.Extras;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.StandingTarget;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 问题卡片: where cards are switched on, a unit's own group sees a new issue as a card with the buttons of its next steps, and the card shows
 * where the issue stands for as long as it does. What a button says is a command like any other, said by whoever presses it.
 */
@Component
class IssueCards implements Aftermath {

    private final Extras extras;
    private final Outbox outbox;
    private final Roster roster;
    private final IssueViews views;
    private final Templates templates;
    private final Clock clock;

    IssueCards(Extras extras, Outbox outbox, Roster roster, IssueViews views, Templates templates, Clock clock) {
        this.extras = extras;
        this.outbox = outbox;
        this.roster = roster;
        this.views = views;
        this.templates = templates;
        this.clock = clock;
    }

    /** The card of an issue that a group hears of for the first time; null when it is to be a plain message. */
    @Nullable
    CardFace of(Issue issue, Group group) {
        return extras.cards() ? face(issue, group, 0) : null;
    }

    /** An issue was moved: its cards follow. */
    @Override
    public void moved(Issue before, Issue after, Step step, long moveId) {
        if (!extras.cards() || before.course().equals(after.course())) {
            return;
        }
        Stream.of(before.unitId(), after.unitId())
                .distinct()
                .flatMap(unitId -> roster.groupsOf(unitId).stream())
                .filter(group -> group.unitIds().size() == 1)
                .forEach(group -> update(face(after, group, moveId)));
    }

    private void update(CardFace face) {
        var plain = new Outgoing.Markdown(face.message().title(), face.message().text());
        outbox.enqueue(new Outgoing(
                "card:" + face.trackId() + ":" + face.version(),
                new StandingTarget(face.trackId()),
                face.over(plain),
                List.of(),
                Outgoing.Kind.NOTICE));
    }

    private CardFace face(Issue issue, Group group, long version) {
        var words = templates.words("issue/card", CardWords.class);
        boolean here = group.unitIds().contains(issue.unitId());
        var buttons = here ? words.in(issue.state()) : words.otherwise();
        return new CardFace(
                "ecobot-issue-" + issue.number() + "-" + group.id(),
                version,
                templates.render("issue/card", views.line(issue, clock.instant())),
                buttons.stream()
                        .map(press -> new Choice(press.label(), press.of(issue.number())))
                        .toList());
    }
}
