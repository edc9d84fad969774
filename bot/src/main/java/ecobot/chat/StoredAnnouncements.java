package ecobot.chat;

import ecobot.chat.Reply.GroupNote;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Reply.Note;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.GroupTarget;
import ecobot.outbox.Outgoing.Kind;
import ecobot.outbox.Outgoing.PersonTarget;
import ecobot.roster.Member;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StoredAnnouncements implements Announcements {

    private final TemplateLibrary templates;
    private final Outbox outbox;

    StoredAnnouncements(TemplateLibrary templates, Outbox outbox) {
        this.templates = templates;
        this.outbox = outbox;
    }

    @Override
    public boolean tell(String key, Note note) {
        var message = templates.render(note.template(), note.view());
        var text = new Outgoing.Markdown(message.title(), message.text());
        return outbox.enqueue(
                note instanceof GroupNote group
                        ? new Outgoing(
                                key,
                                new GroupTarget(group.group().conversationId(), null),
                                text,
                                group.mentions().stream().map(Member::staffId).toList(),
                                Kind.NOTICE)
                        : new Outgoing(
                                key,
                                new PersonTarget(((MemberNote) note).member().staffId(), null),
                                text,
                                List.of(),
                                Kind.NOTICE));
    }
}
