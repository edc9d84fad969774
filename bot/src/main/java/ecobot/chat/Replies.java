package ecobot.chat;

import ecobot.chat.Question.Choice;
import ecobot.chat.Reply.Attachment;
import ecobot.chat.Reply.FileAttachment;
import ecobot.chat.Reply.GroupNote;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Reply.Note;
import ecobot.chat.Reply.PictureAttachment;
import ecobot.inbox.IncomingMessage;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Button;
import ecobot.outbox.Outgoing.Content;
import ecobot.outbox.Outgoing.GroupTarget;
import ecobot.outbox.Outgoing.Kind;
import ecobot.outbox.Outgoing.PersonTarget;
import ecobot.outbox.Outgoing.Session;
import ecobot.outbox.Outgoing.Target;
import ecobot.roster.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Renders answers and stores them in the outbox, in the caller's transaction. Keys are made of the message that is answered and the place in
 * its answer, so that answering it again stores nothing.
 */
@Component
class Replies {

    private final TemplateLibrary templates;
    private final Outbox outbox;

    Replies(TemplateLibrary templates, Outbox outbox) {
        this.templates = templates;
        this.outbox = outbox;
    }

    /** Stores a whole answer: the text, what follows it, and what others are told. */
    void send(IncomingMessage asked, Reply reply) {
        var answer = new Answer(asked);
        boolean away = reply.privately() && asked.group() && asked.senderStaffId() != null;
        var target = away ? inPrivate(asked) : where(asked);
        var mentions = away ? List.<String>of() : mentioned(asked, reply);
        answer.add(target, text(reply), mentions, Kind.REPLY);
        for (var attachment : reply.attachments()) {
            answer.add(target, content(attachment), List.of(), Kind.REPLY);
        }
        if (away) {
            answer.add(where(asked), markdown("chat/sent-privately", Map.of()), asker(asked), Kind.REPLY);
        }
        for (var note : reply.notes()) {
            answer.add(target(note), content(note), mentioned(note), Kind.NOTICE);
        }
    }

    /** Stores an answer of one text under a key of its own, for a message that was given up. */
    void sendGivenUp(IncomingMessage asked, Reply reply) {
        outbox.enqueue(new Outgoing(key(asked, "given-up"), where(asked), text(reply), asker(asked), Kind.REPLY));
    }

    /** The words of an answer, with the offered choices. */
    Content text(Reply reply) {
        var message = templates.render(reply.template(), reply.view());
        var question = reply.question();
        if (question == null || question.choices().isEmpty()) {
            return new Outgoing.Markdown(message.title(), message.text());
        }
        var buttons = question.choices().stream()
                .map(choice -> new Button(choice.label(), choice.says()))
                .toList();
        var text = question.listed() ? message.text() + "\n\n" + list(question.choices()) : message.text();
        return new Outgoing.Choice(message.title(), text, buttons);
    }

    private String list(List<Choice> choices) {
        var numbered = IntStream.range(0, choices.size())
                .mapToObj(i ->
                        new Numbered(Integer.toString(i + 1), choices.get(i).label()))
                .toList();
        return templates.fragment("_partial/choices", Map.of("choices", numbered));
    }

    private Content content(Note note) {
        var plain = markdown(note.template(), note.view());
        return note instanceof GroupNote group && group.card() != null
                ? group.card().over(plain)
                : plain;
    }

    private Outgoing.Markdown markdown(String template, Object view) {
        var message = templates.render(template, view);
        return new Outgoing.Markdown(message.title(), message.text());
    }

    private static Content content(Attachment attachment) {
        if (attachment instanceof FileAttachment file) {
            return new Outgoing.File(file.hash(), file.fileName());
        }
        return new Outgoing.Picture(((PictureAttachment) attachment).hash());
    }

    /** Somebody without a staff id has no other address than the conversation that the message came from. */
    private static Target where(IncomingMessage asked) {
        var staffId = asked.senderStaffId();
        return asked.group() || staffId == null
                ? new GroupTarget(asked.conversationId(), session(asked))
                : new PersonTarget(staffId, session(asked));
    }

    private static Target inPrivate(IncomingMessage asked) {
        return new PersonTarget(String.valueOf(asked.senderStaffId()), null);
    }

    private static Target target(Note note) {
        if (note instanceof GroupNote group) {
            return new GroupTarget(group.group().conversationId(), null);
        }
        return new PersonTarget(((MemberNote) note).member().staffId(), null);
    }

    private static List<String> asker(IncomingMessage asked) {
        var staffId = asked.senderStaffId();
        return asked.group() && staffId != null ? List.of(staffId) : List.of();
    }

    private static List<String> mentioned(IncomingMessage asked, Reply reply) {
        var others = asked.group() ? reply.mentions().stream().map(Member::staffId) : Stream.<String>empty();
        return Stream.concat(asker(asked).stream(), others).distinct().toList();
    }

    private static List<String> mentioned(Note note) {
        return note instanceof GroupNote group
                ? group.mentions().stream().map(Member::staffId).toList()
                : List.of();
    }

    private static @Nullable Session session(IncomingMessage asked) {
        var session = asked.session();
        return session == null ? null : new Session(session.url(), session.expiresAt());
    }

    private static String key(IncomingMessage asked, String part) {
        return "reply:" + asked.robotCode() + ":" + asked.msgId() + ":" + part;
    }

    private record Numbered(String number, String label) {}

    /** Counts the messages of one answer. */
    private final class Answer {

        private final IncomingMessage asked;
        private int parts;

        Answer(IncomingMessage asked) {
            this.asked = asked;
        }

        void add(Target target, Content content, List<String> mentions, Kind kind) {
            var key = key(asked, Integer.toString(++parts));
            outbox.enqueue(new Outgoing(key, target, content, mentions, kind));
        }
    }
}
