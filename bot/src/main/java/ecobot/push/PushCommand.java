package ecobot.push;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.roster.Group;
import ecobot.roster.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 推送: a material to groups, now or later, after it was shown where and when it goes and what it costs. */
@Component
class PushCommand implements Command {

    /** Who publishes, who decides, who configures. */
    static final Set<Role> MAY_PUSH = Set.of(Role.TRAINER, Role.MANAGER, Role.ADMIN);

    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,9})\u53f7?");

    private final AskedReader reader;
    private final PushProposals proposals;
    private final PushDesk desk;
    private final Confirmation confirmation;
    private final Templates templates;

    PushCommand(
            AskedReader reader,
            PushProposals proposals,
            PushDesk desk,
            Confirmation confirmation,
            Templates templates) {
        this.reader = reader;
        this.proposals = proposals;
        this.desk = desk;
        this.confirmation = confirmation;
        this.templates = templates;
        words();
    }

    @Override
    public String name() {
        return "push";
    }

    @Override
    public Set<Role> roles() {
        return MAY_PUSH;
    }

    @Override
    public Reply handle(CommandCall call) {
        if (call.arguments().isEmpty()) {
            return Reply.of("push/pushes", desk.waiting());
        }
        var calledOff = calledOff(call.folded());
        if (calledOff.isPresent()) {
            return desk.cancel(call.member(), calledOff.get());
        }
        var plan = proposals.plan(reader.read(call));
        var groups = plan.groups().stream().map(Group::id).collect(Collectors.toSet());
        return confirmation.ask(
                Reply.of("push/confirm-push", plan.shown()),
                new Pending(plan.material().id(), groups, plan.shown().at()));
    }

    /** The number after a word for calling off. */
    private Optional<Long> calledOff(String folded) {
        return words().cancel().stream()
                .filter(folded::startsWith)
                .findFirst()
                .map(word -> NUMBER.matcher(folded.substring(word.length()).strip()))
                .map(number -> number(number, folded));
    }

    private static long number(Matcher number, String typed) {
        if (!number.matches()) {
            throw UserMistake.of("push/cancel-what", Map.of("typed", typed));
        }
        return Long.parseLong(number.group(1));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        if (!confirmation.isYes(call)) {
            return Reply.of("push/kept", Map.of());
        }
        var pending = confirmation.pending(question, Pending.class);
        return desk.push(call, pending.materialId(), pending.groupIds(), pending.at());
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return desk.undo(call.member(), Long.parseLong(token));
    }

    private PushWords words() {
        return templates.words(PushWords.FILE, PushWords.class);
    }

    record Pending(
            long materialId, Set<Long> groupIds, @Nullable Instant at) {}
}
