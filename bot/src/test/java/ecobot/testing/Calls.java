package ecobot.testing;

import ecobot.chat.CommandCall;
import ecobot.inbox.IncomingMessage;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.text.Folding;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Uses of commands, made by hand. */
public final class Calls {

    private Calls() {}

    public static CommandCall inPrivate(Member member, Instant at, String arguments, String... photos) {
        return call(member, null, at, arguments, photos);
    }

    public static CommandCall call(
            Member member, @Nullable Group group, Instant at, String arguments, String... photos) {
        return call(member, group, null, at, arguments, photos);
    }

    /** One that can be answered at a reply address, as those that DingTalk brings. */
    public static CommandCall answerable(Member member, Group group, Instant at, String arguments) {
        var session = new IncomingMessage.Session(URI.create("https://answer.invalid"), at.plusSeconds(3600));
        return call(member, group, session, at, arguments);
    }

    private static CommandCall call(
            Member member,
            @Nullable Group group,
            IncomingMessage.@Nullable Session session,
            Instant at,
            String arguments,
            String... photos) {
        var message = new IncomingMessage(
                "demo",
                "msg",
                group == null ? "private" : group.conversationId(),
                group != null,
                group == null ? null : group.title(),
                member.staffId(),
                member.name(),
                at,
                arguments,
                List.of(photos),
                List.of(),
                null,
                List.of(),
                session,
                false,
                "{}");
        return new CommandCall(member, group, arguments, Folding.fold(arguments), at, 1, message);
    }
}
