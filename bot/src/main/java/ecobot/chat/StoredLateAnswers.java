package ecobot.chat;

import ecobot.chat.Dialogues.Place;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Kind;
import ecobot.outbox.Outgoing.PersonTarget;
import ecobot.roster.Member;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StoredLateAnswers implements LateAnswers {

    private final Replies replies;
    private final Dialogues dialogues;
    private final Outbox outbox;
    private final Clock clock;

    StoredLateAnswers(Replies replies, Dialogues dialogues, Outbox outbox, Clock clock) {
        this.replies = replies;
        this.dialogues = dialogues;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public boolean answer(String key, Member member, String conversationId, String command, Reply reply) {
        var target = new PersonTarget(member.staffId(), null);
        boolean fresh = outbox.enqueue(new Outgoing(key, target, replies.text(reply), List.of(), Kind.REPLY));
        var question = reply.question();
        if (fresh && question != null) {
            dialogues.ask(new Place(conversationId, member.id()), command, question, clock.instant());
        }
        return fresh;
    }
}
