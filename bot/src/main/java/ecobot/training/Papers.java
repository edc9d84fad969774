package ecobot.training;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.Material;
import ecobot.library.Material.Category;
import ecobot.library.Material.State;
import ecobot.library.Materials;
import ecobot.library.Proposals;
import ecobot.roster.Member;
import ecobot.text.Folding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What stays of a session: its minutes, which can be read there at once and found in the library as soon as a second trainer has reviewed them, and the
 * materials that were used.
 */
@Component
class Papers {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int LONGEST_MINUTES = 2000;

    private final Sessions sessions;
    private final SessionViews views;
    private final Materials materials;
    private final Proposals proposals;
    private final Audit audit;
    private final Templates templates;

    Papers(
            Sessions sessions,
            SessionViews views,
            Materials materials,
            Proposals proposals,
            Audit audit,
            Templates templates) {
        this.sessions = sessions;
        this.views = views;
        this.materials = materials;
        this.proposals = proposals;
        this.audit = audit;
        this.templates = templates;
    }

    Reply keepMinutes(CommandCall call, long id, String text) {
        var minutes = text.strip();
        PlanDesk.checkTeaches(sessions.one(id), call.member());
        var session = sessions.locked(id);
        if (minutes.isEmpty()) {
            throw UserMistake.of("training/minutes-how", SessionViews.numbered(session));
        }
        PlanDesk.checkLength(minutes, LONGEST_MINUTES);
        var kept = proposals.keep(
                session.minutesMaterial(),
                inLibrary(session, minutes),
                call.member().id());
        sessions.keepMinutes(id, minutes, kept.number());
        sessions.addMaterials(id, List.of(kept.number()));
        record(call, "training-minutes", id, "material:" + kept.draft());
        var reviewers = proposals.reviewers(call.member().id());
        var names = reviewers.stream().map(Member::name).collect(Collectors.joining(words().join()));
        var view = new Kept(
                id,
                session.topic(),
                kept.draft(),
                kept.draft() == kept.number() ? 0 : kept.number(),
                call.member().name(),
                kept.fresh() ? names : "",
                reviewers.isEmpty());
        var reply = Reply.of("training/minutes-kept", view);
        if (kept.fresh()) {
            for (var reviewer : reviewers) {
                reply = reply.telling(new MemberNote(reviewer, "training/minutes-review", view));
            }
        }
        return reply;
    }

    Reply addMaterials(CommandCall call, long id, String typed) {
        var session = sessions.one(id);
        PlanDesk.checkTeaches(session, call.member());
        var numbers = NUMBER.matcher(Folding.fold(typed))
                .results()
                .map(number -> Long.valueOf(number.group()))
                .toList();
        if (numbers.isEmpty()) {
            throw UserMistake.of("training/materials-how", SessionViews.numbered(session));
        }
        var unknown = numbers.stream()
                .filter(number -> readable(number).isEmpty())
                .map(String::valueOf)
                .collect(Collectors.joining(words().join()));
        if (!unknown.isEmpty()) {
            throw UserMistake.of("training/materials-unknown", Map.of("number", id, "unknown", unknown));
        }
        sessions.addMaterials(id, numbers);
        record(call, "training-materials", id, numbers.toString());
        return Reply.of("training/materials-kept", views.detail(sessions.one(id), call.member(), call.isPrivate()));
    }

    private Optional<Material> readable(long number) {
        return materials.find(number).filter(Papers::isReadable);
    }

    /** Whether everybody can read it by now. */
    static boolean isReadable(Material material) {
        return material.state() == State.PUBLISHED || material.state() == State.SUPERSEDED;
    }

    private Proposals.Words inLibrary(Session session, String minutes) {
        var line = views.line(session);
        var pattern = words().minutes();
        return new Proposals.Words(
                Category.TRAINING,
                shortened(pattern.title().replace("{topic}", session.topic()), TrainingWords.Minutes.LONGEST_TITLE),
                shortened(minutes.replaceAll("\\s+", " "), TrainingWords.Minutes.LONGEST_SUMMARY),
                minutes,
                pattern.source()
                        .replace("{number}", Long.toString(session.id()))
                        .replace("{when}", line.when())
                        .replace("{trainer}", session.trainer()));
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 2)) + "\u2026";
    }

    private void record(CommandCall call, String action, long id, String detail) {
        audit.record(call.member().staffId(), action, "training:" + id, Outcome.ALLOWED, detail);
    }

    private TrainingWords words() {
        return templates.words(TrainingWords.FILE, TrainingWords.class);
    }

    /**
     * Minutes that were kept.
     *
     * @param material number of the draft in the library
     * @param published what it takes the place of once it is reviewed; 0 for nothing
     * @param from who wrote them
     * @param names of those who are asked to review them; empty when they were asked before
     * @param alone whether there is nobody who may review them
     */
    record Kept(long number, String topic, long material, long published, String from, String names, boolean alone) {}
}
