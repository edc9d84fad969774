package ecobot.reminder;

import ecobot.chat.Post;
import ecobot.chat.Templates;
import ecobot.issue.Issue;
import ecobot.reminder.Morning.GroupDigest;
import ecobot.reminder.Morning.MemberDigest;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The digests of a working morning: one for each group that subscribes and has something due, one for each person whom the ladder names. What was
 * said at an occurrence is said again if it is run again, whatever has happened since.
 */
@Component
class MorningDigestPost implements Post {

    static final String NAME = "morning-digest";

    private final Reminders reminders;
    private final Roster roster;
    private final Templates templates;

    MorningDigestPost(Reminders reminders, Roster roster, Templates templates) {
        this.reminders = reminders;
        this.roster = roster;
        this.templates = templates;
        templates.words("reminder/ladder", Ladder.class);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean byUnit() {
        return true;
    }

    @Override
    public Set<String> kinds() {
        return Stream.of(Issue.Kind.values()).map(Issue.Kind::name).collect(Collectors.toSet());
    }

    @Override
    public Edition compose(Occurrence occurrence) {
        var ladder = templates.words("reminder/ladder", Ladder.class);
        return new Digest(reminders.morning(occurrence, ladder, roster.subscribersOf(NAME), kindsChosen()));
    }

    private Map<Long, Set<Issue.Kind>> kindsChosen() {
        return roster.kindsChosen(NAME).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        group -> group.getValue().stream()
                                .map(Issue.Kind::valueOf)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Issue.Kind.class)))));
    }

    private final class Digest implements Edition {

        private final Map<Long, GroupDigest> groups;
        private final Map<Long, MemberDigest> members;

        Digest(Morning morning) {
            groups = morning.groups().stream().collect(Collectors.toMap(GroupDigest::groupId, Function.identity()));
            members = morning.members().stream().collect(Collectors.toMap(MemberDigest::memberId, Function.identity()));
        }

        @Override
        public List<Part> partsFor(Group group) {
            var digest = groups.get(group.id());
            return digest == null ? List.of() : List.of(new TextPart("reminder/group-digest", digest));
        }

        @Override
        public List<Member> readers() {
            return members.keySet().stream()
                    .sorted()
                    .flatMap(id -> roster.member(id).stream())
                    .toList();
        }

        @Override
        public List<Part> partsFor(Member reader) {
            var digest = members.get(reader.id());
            return digest == null ? List.of() : List.of(new TextPart(template(digest), digest));
        }

        private static String template(MemberDigest digest) {
            return switch (digest.reader()) {
                case LIAISON -> "reminder/liaison-digest";
                case MANAGER -> "reminder/manager-digest";
                case BUREAU -> "reminder/bureau-digest";
            };
        }
    }
}
