package ecobot.plan;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Post.FilePart;
import ecobot.chat.Post.Part;
import ecobot.chat.Post.PicturePart;
import ecobot.chat.Post.TextPart;
import ecobot.chat.Rehearsals;
import ecobot.chat.Rehearsals.ForGroup;
import ecobot.chat.Rehearsals.ForReader;
import ecobot.chat.Rehearsals.Rehearsal;
import ecobot.chat.Reply;
import ecobot.chat.Reply.FileAttachment;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Reply.PictureAttachment;
import ecobot.chat.UserMistake;
import ecobot.roster.Member;
import ecobot.roster.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 预览: the post as it would be now, for the eyes of the asker alone. */
@Component
class PreviewCommand implements Command {

    private final ScheduleFinder finder;
    private final Rehearsals rehearsals;

    PreviewCommand(ScheduleFinder finder, Rehearsals rehearsals) {
        this.finder = finder;
        this.rehearsals = rehearsals;
    }

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public Set<Role> roles() {
        return Permission.DECIDE;
    }

    @Override
    public Reply handle(CommandCall call) {
        var schedule = finder.meantToPost(call.arguments()).schedule();
        var title = finder.titleOf(schedule);
        var rehearsal = rehearsals.of(schedule);
        var shown = shown(rehearsal, call)
                .orElseThrow(() -> UserMistake.of("plan/nothing-to-post", Map.of("title", title)));
        var view = new View(
                title,
                shown.whom(),
                rehearsal.groups().size(),
                rehearsal.readers().size());
        return with(shown.parts(), call.member(), Reply.of("plan/preview", view).inPrivate());
    }

    private static Reply with(List<Part> parts, Member asker, Reply heading) {
        var reply = heading;
        for (var part : parts) {
            reply = with(part, asker, reply);
        }
        return reply;
    }

    private static Reply with(Part part, Member asker, Reply reply) {
        if (part instanceof TextPart text) {
            return reply.telling(new MemberNote(asker, text.template(), text.view()));
        }
        return reply.with(
                part instanceof FilePart file
                        ? new FileAttachment(file.hash(), file.fileName())
                        : new PictureAttachment(((PicturePart) part).hash()));
    }

    /** What this group would get; else what a group of the asker's unit would, the asker in person, any group, anybody. */
    private static Optional<Shown> shown(Rehearsal rehearsal, CommandCall call) {
        return group(rehearsal, call)
                .or(() -> reader(rehearsal, call))
                .or(() -> rehearsal.groups().stream().findFirst().map(Shown::of))
                .or(() -> rehearsal.readers().stream().findFirst().map(Shown::of));
    }

    private static Optional<Shown> group(Rehearsal rehearsal, CommandCall call) {
        var here = call.group();
        var unit = call.member().unit();
        return rehearsal.groups().stream()
                .filter(part -> here != null
                        ? part.group().id() == here.id()
                        : unit != null && part.group().unitIds().equals(List.of(unit.id())))
                .findFirst()
                .map(Shown::of);
    }

    private static Optional<Shown> reader(Rehearsal rehearsal, CommandCall call) {
        return rehearsal.readers().stream()
                .filter(part -> Objects.equals(part.reader().id(), call.member().id()))
                .findFirst()
                .map(Shown::of);
    }

    private record Shown(String whom, List<Part> parts) {
        static Shown of(ForGroup part) {
            return new Shown(part.group().title(), part.parts());
        }

        static Shown of(ForReader part) {
            return new Shown(part.reader().name(), part.parts());
        }
    }

    /**
     * What goes before the post.
     *
     * @param whom the group or person that would get what follows
     */
    record View(String title, String whom, int groups, int readers) {}
}
