package ecobot.chat;

import ecobot.outbox.Outgoing;
import ecobot.roster.Group;
import ecobot.roster.Member;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command answers: a template and its view, and what goes with it. A value; the router renders and stores it.
 *
 * @param template name below {@code templates/} without ending: {@code issue/report-done}
 * @param view what the template may read
 * @param privately whether the answer goes to the person in private although asked in a group
 * @param attachments pictures and files that follow the text
 * @param mentions who is mentioned beside the asker, in an answer to a group; only where a reply address answers, nothing else can mention
 * @param notes what others are told
 * @param question what the person is asked; null when the command is finished
 * @param undoToken what {@link Command#undo} gets; null when it cannot be taken back
 */
public record Reply(
        String template,
        Object view,
        boolean privately,
        List<Attachment> attachments,
        List<Member> mentions,
        List<Note> notes,
        @Nullable Question question,
        @Nullable String undoToken) {

    public Reply {
        attachments = List.copyOf(attachments);
        mentions = List.copyOf(mentions);
        notes = List.copyOf(notes);
    }

    public static Reply of(String template, Object view) {
        return new Reply(template, view, false, List.of(), List.of(), List.of(), null, null);
    }

    public Reply inPrivate() {
        return new Reply(template, view, true, attachments, mentions, notes, question, undoToken);
    }

    /** Adds a picture or file. */
    public Reply with(Attachment attachment) {
        return new Reply(
                template, view, privately, append(attachments, attachment), mentions, notes, question, undoToken);
    }

    /** Mentions somebody else too, unless that is done already. */
    public Reply mentioning(Member member) {
        return mentions.contains(member)
                ? this
                : new Reply(
                        template, view, privately, attachments, append(mentions, member), notes, question, undoToken);
    }

    /** Tells somebody else as well. */
    public Reply telling(Note note) {
        return new Reply(template, view, privately, attachments, mentions, append(notes, note), question, undoToken);
    }

    /** Mentions and tells those whom another answer, which this one stands for, would mention and tell. */
    public Reply hearing(Reply other) {
        var reply = this;
        for (var member : other.mentions) {
            reply = reply.mentioning(member);
        }
        for (var note : other.notes) {
            reply = reply.telling(note);
        }
        return reply;
    }

    /** Leaves the dialogue open: the person's next line answers the question. */
    public Reply asking(Question asked) {
        return new Reply(template, view, privately, attachments, mentions, notes, asked, undoToken);
    }

    /** Lets the person take it back within five minutes. */
    public Reply undoable(String token) {
        return new Reply(template, view, privately, attachments, mentions, notes, question, token);
    }

    private static <T> List<T> append(List<T> list, T element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }

    /** What follows the text: kept in {@code ecobot.media}. */
    public sealed interface Attachment {
        String hash();
    }

    /** A picture. */
    public record PictureAttachment(String hash) implements Attachment {}

    /** A file. */
    public record FileAttachment(String hash, String fileName) implements Attachment {}

    /** A message to others. */
    public sealed interface Note {
        String template();

        Object view();
    }

    /** A message to one person in private. */
    public record MemberNote(Member member, String template, Object view) implements Note {}

    /** A message to a group. */
    public record GroupNote(
            Group group,
            String template,
            Object view,
            List<Member> mentions,
            @Nullable CardFace card) implements Note {
        public GroupNote(Group group, String template, Object view, List<Member> mentions) {
            this(group, template, view, mentions, null);
        }
    }

    /**
     * What a group sees instead of a note where cards with buttons are switched on.
     *
     * @param trackId what the card is known by when it changes
     * @param version grows with every change
     * @param buttons at most three; whoever presses one says its words in private
     */
    public record CardFace(String trackId, long version, Message message, List<Question.Choice> buttons) {
        public Outgoing.Card over(Outgoing.Markdown plain) {
            return new Outgoing.Card(
                    trackId,
                    version,
                    message.title(),
                    message.text(),
                    buttons.stream()
                            .map(button -> new Outgoing.Button(button.label(), button.says()))
                            .toList(),
                    plain);
        }
    }
}
