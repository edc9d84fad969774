package ecobot.delivery;

import ecobot.audit.Audit;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.outbox.Targets;
import ecobot.outbox.Targets.Stopped;
import ecobot.roster.Role;
import ecobot.text.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 停发: which groups get nothing any more because the platform said that they are gone, and sending to them again. */
@Component
class StoppedCommand implements Command {

    private final Targets targets;
    private final DeliveryViews views;
    private final Templates templates;
    private final Audit audit;

    StoppedCommand(Targets targets, DeliveryViews views, Templates templates, Audit audit) {
        this.targets = targets;
        this.views = views;
        this.templates = templates;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "stopped";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public Reply handle(CommandCall call) {
        var words = templates.words("delivery/words", DeliveryWords.class);
        var typed = Arrays.stream(call.folded().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (typed.isEmpty()) {
            return Reply.of("delivery/stopped", views.stopped(targets.stopped()));
        }
        var names = typed.stream().filter(word -> !words.isOpen(word)).toList();
        var meant = targets.stopped().stream()
                .filter(target -> isMeant(target, names))
                .toList();
        if (names.size() == typed.size() || meant.isEmpty()) {
            throw UserMistake.of(
                    "delivery/stopped-how", Map.of("none", targets.stopped().isEmpty()));
        }
        meant.forEach(target -> open(call, target));
        return Reply.of("delivery/opened", views.stopped(meant));
    }

    /** Without a name all are meant. */
    private boolean isMeant(Stopped target, List<String> names) {
        var title = Folding.fold(views.groupName(target.conversationId()));
        return names.isEmpty() || names.stream().anyMatch(title::contains);
    }

    private void open(CommandCall call, Stopped target) {
        targets.open(target.conversationId());
        audit.record(
                call.member().staffId(),
                "stopped-open",
                "group:" + views.groupName(target.conversationId()),
                Audit.Outcome.ALLOWED,
                target.reason());
    }
}
