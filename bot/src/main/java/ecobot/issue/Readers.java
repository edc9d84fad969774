package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Reply.MemberNote;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Presence;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells people once. Who reads the answer to a command because it is given in his own group is mentioned in it, and hears nothing more in private: a mention
 * in an answer rings like a private message, and costs none of the month's calls. In private is told who was not heard in the group lately, whom the group is not the place
 * for (an inspector who works in all of them), and everybody where an answer cannot mention.
 */
@Component
class Readers {

    private final Presence presence;

    Readers(Presence presence) {
        this.presence = presence;
    }

    /**
     * Adds a mention to the answer, or else the note.
     *
     * @param about what the answer is about
     */
    Reply tell(Reply answer, MemberNote note, CommandCall call, List<Issue> about) {
        return reads(note.member(), call, about) ? answer.mentioning(note.member()) : answer.telling(note);
    }

    private boolean reads(Member member, CommandCall call, List<Issue> about) {
        var group = call.group();
        return group != null
                && call.message().session() != null
                && (belongsTo(group, member) || about.stream().anyMatch(issue -> reportedHere(issue, member, group)))
                && presence.isIn(group, member, call.at());
    }

    private static boolean belongsTo(Group group, Member member) {
        var unit = member.unit();
        return unit != null && group.unitIds().contains(unit.id());
    }

    private static boolean reportedHere(Issue issue, Member member, Group group) {
        var groupId = issue.groupId();
        return issue.reporterId() == member.id() && groupId != null && groupId == group.id();
    }
}
