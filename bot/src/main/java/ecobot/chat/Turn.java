package ecobot.chat;

import ecobot.chat.Dialogues.Place;
import ecobot.inbox.InboxItem;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.text.Folding;
import org.jspecify.annotations.Nullable;

/** A member's message on its way through the router. */
record Turn(InboxItem item, Member member, @Nullable Group group, Line line) {

    static Turn of(InboxItem item, Member member, @Nullable Group group) {
        return new Turn(item, member, group, Line.of(item.message().text()));
    }

    /** The same message as if its words were others. */
    Turn saying(String words) {
        return new Turn(item, member, group, Line.of(words));
    }

    Place place() {
        return new Place(item.message().conversationId(), member.id());
    }

    CommandCall call(String arguments) {
        return new CommandCall(
                member, group, arguments, Folding.fold(arguments), item.receivedAt(), item.id(), item.message());
    }

    boolean hasPhotos() {
        return !item.message().photos().isEmpty();
    }

    /** What an operator finds in the log and the sender in the answer. */
    String errorCode() {
        return "E-" + item.id();
    }
}
