package ecobot.chat;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandRegistry.Entry;
import ecobot.chat.Dialogues.Dialogue;
import ecobot.chat.Line.Start;
import ecobot.inbox.InboxHandler;
import ecobot.inbox.InboxItem;
import ecobot.inbox.IncomingMessage;
import ecobot.outbox.Targets;
import ecobot.roster.Group;
import ecobot.roster.Presence;
import ecobot.roster.Roster;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who says what to whom: a command, an answer to an open question, or something that wants a hint. Nothing stays unanswered. */
@Component
class CommandRouter implements InboxHandler {

    private final Roster roster;
    private final Audit audit;
    private final CommandRegistry commands;
    private final CommandRunner runner;
    private final Dialogues dialogues;
    private final Hints hints;
    private final Replies replies;
    private final Targets targets;
    private final Presence presence;

    CommandRouter(
            Roster roster,
            Audit audit,
            CommandRegistry commands,
            CommandRunner runner,
            Dialogues dialogues,
            Hints hints,
            Replies replies,
            Targets targets,
            Presence presence) {
        this.roster = roster;
        this.audit = audit;
        this.commands = commands;
        this.runner = runner;
        this.dialogues = dialogues;
        this.hints = hints;
        this.replies = replies;
        this.targets = targets;
        this.presence = presence;
    }

    @Override
    public void handle(InboxItem item) {
        var message = item.message();
        var group = groupOf(message);
        var member = Optional.ofNullable(message.senderStaffId()).flatMap(roster::memberByStaffId);
        if (member.isPresent()) {
            if (group != null) {
                presence.heard(group, member.get(), item.receivedAt());
            }
            route(Turn.of(item, member.get(), group));
        } else {
            audit.record(message.senderStaffId(), "chat", null, Outcome.DENIED, "not a member");
            replies.send(message, Reply.of("chat/members-only", Map.of()));
        }
    }

    @Override
    public void givenUp(InboxItem item, String errorCode) {
        replies.sendGivenUp(item.message(), Reply.of("chat/failed", Map.of("code", errorCode)));
    }

    private @Nullable Group groupOf(IncomingMessage message) {
        if (!message.group()) {
            return null;
        }
        targets.open(message.conversationId());
        var title = message.conversationTitle();
        return roster.seenGroup(message.conversationId(), title == null ? "" : title);
    }

    private void route(Turn turn) {
        var dialogue = dialogues.of(turn.place());
        var open = dialogue.filter(asked -> asked.openAt(turn.item().receivedAt()));
        var start = turn.line().startOf(commands.words());
        var taker = takerOf(turn);
        if (open.isPresent() && !leaves(turn.line(), start, open.get())) {
            resume(turn, open.get());
        } else if (start.isPresent()) {
            runner.start(
                    turn,
                    commands.startedBy(start.get().word()).orElseThrow(),
                    start.get().arguments());
        } else if (taker.isPresent()) {
            runner.start(turn, taker.get(), "");
        } else if (dialogue.isPresent() && open.isEmpty()) {
            lapsed(turn, dialogue.get());
        } else {
            runner.answer(turn, () -> hints.forTurn(turn));
        }
    }

    /** The command that a file sent in private without words is for. */
    private Optional<Entry> takerOf(Turn turn) {
        return turn.group() == null && turn.line().isEmpty()
                ? turn.item().message().files().stream().findFirst().flatMap(file -> commands.taking(file.fileName()))
                : Optional.empty();
    }

    /** Whether a line leaves an open question behind: it begins with a command, and is none of the offered answers. */
    private static boolean leaves(Line line, Optional<Start> start, Dialogue dialogue) {
        return Answers.chosen(line, dialogue.question()).isEmpty()
                && (line.slash() || start.filter(Start::alone).isPresent());
    }

    private void resume(Turn turn, Dialogue dialogue) {
        var chosen = Answers.chosen(turn.line(), dialogue.question());
        var entry = commands.named(dialogue.command());
        if (entry.isPresent()) {
            runner.resume(turn, entry.get(), chosen.orElse(turn.line().text()), dialogue.question());
        } else {
            // It was a suggestion: choosing it is typing it, and anything else is a line like any other.
            dialogues.close(turn.place());
            route(chosen.map(turn::saying).orElse(turn));
        }
    }

    private void lapsed(Turn turn, Dialogue dialogue) {
        var entry = commands.named(dialogue.command());
        var left = entry.flatMap(asker -> asker.command().left(dialogue.question()));
        if (left.isPresent() && Answers.chosen(turn.line(), dialogue.question()).isPresent()) {
            resume(turn, dialogue);
            return;
        }
        dialogues.close(turn.place());
        if (entry.isPresent() && !turn.line().slash()) {
            runner.answer(turn, () -> left.orElseGet(() -> Reply.of("chat/lapsed", Hints.Shown.of(entry.get()))));
        } else {
            route(turn);
        }
    }
}
