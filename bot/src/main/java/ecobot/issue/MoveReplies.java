package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Reply.GroupNote;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Reply.PictureAttachment;
import ecobot.deadline.Deadline;
import ecobot.issue.AllowedMove.Hearer;
import ecobot.issue.Issues.Moved;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said when a move was made: to whom it was made by, and to those whom the table of moves names. */
@Component
class MoveReplies {

    private static final String VOID = "issue/taken-back-note";

    private final MoveTable moveTable;
    private final IssueViews views;
    private final IssueWords words;
    private final People people;
    private final PhotoPair pair;
    private final IssueCards cards;
    private final Readers readers;

    MoveReplies(
            MoveTable moveTable,
            IssueViews views,
            IssueWords words,
            Roster roster,
            PhotoPair pair,
            IssueCards cards,
            Readers readers) {
        this.moveTable = moveTable;
        this.views = views;
        this.words = words;
        this.people = new People(roster);
        this.pair = pair;
        this.cards = cards;
        this.readers = readers;
    }

    String name(Move move) {
        return words.of(move);
    }

    Reply of(Moved moved, Step step, CommandCall call) {
        var heard = hearers(moved, step, call);
        var view = view(moved, step, call, heard);
        var reply = Reply.of("issue/moved", view);
        if (step.move() == Move.VERIFY) {
            reply = pair.of(moved.after().number())
                    .map(PictureAttachment::new)
                    .map(reply::with)
                    .orElse(reply);
        }
        for (var member : heard.members()) {
            var note = new MemberNote(member, "issue/moved-note", view);
            reply = step.move() == Move.NUDGE // who is nudged is to be reached, wherever he looks
                    ? reply.telling(note)
                    : readers.tell(reply, note, call, List.of(moved.before()));
        }
        for (var given : given(moved, step)) {
            reply = tellingUnit(reply, given, step.reason(), call);
        }
        return reply;
    }

    /** Whoever heard of a move hears that it is void. */
    Reply ofTakenBack(List<Undone> taken, CommandCall call) {
        var lines = taken.stream()
                .map(Undone::moved)
                .map(moved -> new TakenBack(
                        moved.after().number(), words.of(moved.after().state())))
                .toList();
        var told = taken.stream()
                .flatMap(undone -> Stream.concat(
                        hearersOf(undone, call).stream().map(Member::name),
                        groupsOf(undone, call).stream().map(Group::title)))
                .distinct()
                .collect(Collectors.joining(words.listSeparator()));
        var reply = Reply.of(
                "issue/taken-back", new AllTakenBack(lines, call.member().name(), told));
        for (var undone : taken) {
            reply = tellingOf(undone, reply, call);
        }
        return reply;
    }

    private Reply tellingOf(Undone undone, Reply reply, CommandCall call) {
        var issue = undone.moved().after();
        var view = new Void(
                views.line(issue, call.at()),
                words.of(undone.move()),
                words.of(issue.state()),
                call.member().name());
        var told = reply;
        for (var member : hearersOf(undone, call)) {
            told = readers.tell(told, new MemberNote(member, VOID, view), call, List.of(issue));
        }
        for (var group : groupsOf(undone, call)) {
            told = told.telling(new GroupNote(group, VOID, view, List.of()));
        }
        return told;
    }

    private List<Member> hearersOf(Undone undone, CommandCall call) {
        var made = undone.made();
        var members = new LinkedHashSet<Member>();
        for (var hearer : moveTable.from(made.before().state(), undone.move()).tells()) {
            if (!isHeardAnyway(hearer, call.member())) {
                members.addAll(people.hearing(hearer, made));
            }
        }
        undone.units().forEach(unit -> members.addAll(people.liaisons(unit, call.member())));
        members.removeIf(member -> member.id() == call.member().id());
        return List.copyOf(members);
    }

    private List<Group> groupsOf(Undone undone, CommandCall call) {
        return undone.units().stream()
                .filter(unit -> unit != people.bureau())
                .flatMap(unit -> people.ownGroups(unit, call.group()).stream())
                .distinct()
                .toList();
    }

    /** The issues that a unit has been given by this move, of which it hears as of a new one. */
    private static List<Issue> given(Moved moved, Step step) {
        return switch (step.move()) {
            case ASSIGN, REROUTE -> List.of(moved.after());
            case SPLIT -> moved.others();
            default -> List.of();
        };
    }

    private Reply tellingUnit(Reply reply, Issue issue, @Nullable String reason, CommandCall call) {
        var view =
                new Given(views.line(issue, call.at()), call.member().name(), Objects.requireNonNullElse(reason, ""));
        var told = reply;
        for (var member : people.liaisons(issue.unitId(), call.member())) {
            told = readers.tell(told, new MemberNote(member, "issue/given", view), call, List.of());
        }
        for (var group : people.ownGroups(issue.unitId(), call.group())) {
            told = told.telling(new GroupNote(
                    group,
                    "issue/given",
                    view,
                    people.liaisons(issue.unitId(), call.member()),
                    cards.of(issue, group)));
        }
        return told;
    }

    private View view(Moved moved, Step step, CommandCall call, Heard heard) {
        var issue = moved.after();
        return new View(
                views.line(issue, call.at()),
                words.done(step.move()),
                words.note(step.move()),
                call.member().name(),
                Objects.requireNonNullElse(step.reason(), ""),
                step.photos().size(),
                issue.isOpen(),
                closing(issue, step),
                extension(step),
                moved.others().stream()
                        .map(other -> new Other(
                                views.line(other, call.at()), step.move() == Move.SPLIT, step.move() == Move.MERGE))
                        .toList(),
                words.next(step.move(), issue.state(), issue.number()),
                heard.names(words.listSeparator()));
    }

    private List<Closing> closing(Issue issue, Step step) {
        var closedAt = issue.closedAt();
        if (closedAt == null || step.move() != Move.VERIFY) {
            return List.of();
        }
        var course = issue.course();
        return List.of(new Closing(
                !closedAt.isAfter(issue.deadline().dueAt()),
                words.of(Objects.requireNonNull(course.truth())),
                words.of(Objects.requireNonNull(course.completion())),
                Objects.requireNonNull(course.recheckOn())));
    }

    private static List<Longer> extension(Step step) {
        var span = step.extension();
        return span == null ? List.of() : List.of(new Longer(span.amount(), span.unit() == Deadline.DayUnit.WORKING));
    }

    private Heard hearers(Moved moved, Step step, CommandCall call) {
        var row = moveTable.from(moved.before().state(), step.move());
        boolean asNew = !given(moved, step).isEmpty();
        var members = new LinkedHashSet<Member>();
        for (var hearer : row.tells()) {
            if (!(asNew && hearer == Hearer.LIAISON) && !isHeardAnyway(hearer, call.member())) {
                members.addAll(people.hearing(hearer, moved));
            }
        }
        members.removeIf(member -> member.id() == call.member().id());
        var unitsTold = given(moved, step).stream()
                .flatMap(issue -> Stream.concat(
                        people.liaisons(issue.unitId(), call.member()).stream().map(Member::name),
                        people.ownGroups(issue.unitId(), call.group()).stream().map(Group::title)))
                .distinct()
                .toList();
        return new Heard(List.copyOf(members), unitsTold);
    }

    private static boolean isHeardAnyway(Hearer hearer, Member by) {
        return hearer == Hearer.INSPECTOR_UNLESS_BY_ONE && by.is(Role.INSPECTOR);
    }

    /** @param units names of those who hear of a new issue */
    private record Heard(List<Member> members, List<String> units) {
        String names(String separator) {
            return Stream.concat(members.stream().map(Member::name), units.stream())
                    .distinct()
                    .collect(Collectors.joining(separator));
        }
    }

    /** People by what they are to an issue. */
    private record People(Roster members) {

        List<Member> hearing(Hearer hearer, Moved moved) {
            var issue = moved.after();
            return switch (hearer) {
                case REPORTER -> members.member(issue.reporterId()).stream().toList();
                case LIAISON -> members.membersOf(issue.unitId(), Role.LIAISON);
                case FORMER_LIAISON -> members.membersOf(moved.before().unitId(), Role.LIAISON);
                case INSPECTOR, INSPECTOR_UNLESS_BY_ONE -> members.membersWith(Role.INSPECTOR);
                case BUREAU_MANAGER -> members.membersOf(bureau(), Role.MANAGER);
                case WHO_IS_NEXT -> next(issue);
                case GROUP -> List.of();
            };
        }

        private List<Member> next(Issue issue) {
            return switch (issue.state()) {
                case ASSIGNED, RECTIFYING -> members.membersOf(issue.unitId(), Role.LIAISON);
                default -> members.membersWith(Role.INSPECTOR);
            };
        }

        private long bureau() {
            return members.units().stream()
                    .filter(unit -> unit.kind() == Unit.Kind.BUREAU)
                    .map(Unit::id)
                    .findFirst()
                    .orElse(-1L);
        }

        List<Member> liaisons(long unitId, Member but) {
            return members.membersOf(unitId, Role.LIAISON).stream()
                    .filter(member -> member.id() != but.id())
                    .toList();
        }

        /** Groups of this unit alone, but for the one where everybody reads the answer anyway. */
        List<Group> ownGroups(long unitId, @Nullable Group here) {
            return members.groupsOf(unitId).stream()
                    .filter(group -> group.unitIds().size() == 1)
                    .filter(group -> here == null || group.id() != here.id())
                    .toList();
        }
    }

    /**
     * A move that was made.
     *
     * @param done what happened, for the heading of the answer
     * @param note the heading for others
     * @param reason empty when nothing was said
     * @param photos how many came with it
     * @param others other issues that changed with it
     * @param next what comes next; empty when nothing does
     * @param told who was told; empty when nobody was
     */
    record View(
            IssueViews.Line issue,
            String done,
            String note,
            String by,
            String reason,
            int photos,
            boolean open,
            List<Closing> closing,
            List<Longer> extension,
            List<Other> others,
            String next,
            String told) {}

    /** An issue that a unit has been given. */
    record Given(IssueViews.Line issue, String by, String reason) {}

    record Closing(boolean onTime, String truth, String completion, LocalDate recheckOn) {}

    record Longer(int amount, boolean working) {}

    record Other(IssueViews.Line issue, boolean part, boolean joined) {}

    record TakenBack(long number, String state) {}

    /** @param told who was told; empty when nobody was */
    record AllTakenBack(List<TakenBack> issues, String by, String told) {}

    /** What others hear of a move that was taken back; {@code state} is what it went back to. */
    record Void(IssueViews.Line issue, String move, String state, String by) {}

    /**
     * A move that was taken back.
     *
     * @param moved the way back
     */
    record Undone(Moved moved, Move move) {

        /** The move as it was made. */
        Moved made() {
            return new Moved(moved.after(), moved.before(), moved.moveId(), moved.others());
        }

        /** The unit that had it for a while and the one that has it again; none when it was the same all along. */
        List<Long> units() {
            long left = moved.before().unitId();
            long back = moved.after().unitId();
            return left == back ? List.of() : List.of(left, back);
        }
    }
}
