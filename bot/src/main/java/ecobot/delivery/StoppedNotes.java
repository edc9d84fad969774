package ecobot.delivery;

import ecobot.chat.Announcements;
import ecobot.chat.Reply.MemberNote;
import ecobot.outbox.Targets.TargetStopped;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the admins in private, once, that a group gets nothing any more, and how it comes back. */
@Component
class StoppedNotes {

    private final Roster roster;
    private final Announcements announcements;
    private final DeliveryViews views;

    StoppedNotes(Roster roster, Announcements announcements, DeliveryViews views) {
        this.roster = roster;
        this.announcements = announcements;
        this.views = views;
    }

    @EventListener
    void on(TargetStopped event) {
        var target = event.target();
        var view = views.stopped(target, event.failed());
        roster.membersWith(Role.ADMIN)
                .forEach(admin -> announcements.tell(
                        "stopped:" + target.conversationId() + ":" + target.at().toEpochMilli() + ":admin:"
                                + admin.id(),
                        new MemberNote(admin, "delivery/stopped-note", view)));
    }
}
