package ecobot.issue;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Reply.PictureAttachment;
import ecobot.chat.UserMistake;
import ecobot.media.Media;
import ecobot.media.Media.Fetch;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** 查: one issue with its history and its photos. */
@Component
class ShowCommand implements Command {

    private final Issues issues;
    private final IssueViews views;
    private final MoveRefusals refusals;
    private final Media media;

    ShowCommand(Issues issues, IssueViews views, MoveRefusals refusals, Media media) {
        this.issues = issues;
        this.views = views;
        this.refusals = refusals;
        this.media = media;
    }

    @Override
    public String name() {
        return "show";
    }

    @Override
    public Reply handle(CommandCall call) {
        long number = Numbers.one(call);
        var issue = issues.byNumber(number).orElseThrow(() -> refusals.unknownNumber(number));
        if (!maySee(call, issue)) {
            throw UserMistake.of("issue/not-yours", new NotYours(number, views.unit(issue.unitId())));
        }
        var fetches = issues.photos(number).stream()
                .map(photo -> media.fetch(photo.fetchId()))
                .toList();
        var view = new Shown(
                views.whole(issue, issues.history(number), issues.partsOf(number), call.at()),
                count(fetches, Fetch.State.HELD),
                count(fetches, Fetch.State.WANTED),
                count(fetches, Fetch.State.FAILED));
        var reply = Reply.of("issue/show", view);
        for (var fetch : fetches) {
            if (fetch.state() == Fetch.State.HELD) {
                reply = reply.with(new PictureAttachment(Objects.requireNonNull(fetch.hash())));
            }
        }
        return reply;
    }

    private static boolean maySee(CommandCall call, Issue issue) {
        return issue.reporterId() == call.member().id() || Scope.of(call).covers(issue.unitId());
    }

    private static int count(List<Fetch> fetches, Fetch.State state) {
        return (int) fetches.stream().filter(fetch -> fetch.state() == state).count();
    }

    /**
     * An issue and how many of its photos follow, are still being fetched, or are lost.
     */
    record Shown(IssueViews.Whole issue, int held, int wanted, int lost) {}

    record NotYours(long number, String unit) {}
}
