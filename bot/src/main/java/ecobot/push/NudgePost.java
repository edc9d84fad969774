package ecobot.push;

import ecobot.chat.Post;
import ecobot.library.Material;
import ecobot.library.Materials;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reminds those who have not read something, in private, not at night, and with an address of their own where there are pages: opening it counts. Started
 * by {@code /阅读 … 提醒}.
 */
@Component
class NudgePost implements Post {

    static final String NAME = "push-nudge";

    private final ReadingMapper rows;
    private final Materials materials;
    private final Cards cards;
    private final Roster roster;

    NudgePost(ReadingMapper rows, Materials materials, Cards cards, Roster roster) {
        this.rows = rows;
        this.materials = materials;
        this.cards = cards;
        this.roster = roster;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean forGroups() {
        return false;
    }

    @Override
    public boolean planned() {
        return false;
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public Edition compose(Occurrence occurrence) {
        Map<Member, List<Part>> parts = new LinkedHashMap<>();
        for (var nudge : rows.nudges()) {
            rows.takeNudge(nudge, occurrence.id());
            var material = materials.find(nudge.materialId()).orElseThrow();
            roster.member(nudge.memberId()).ifPresent(member -> add(parts, member, material));
        }
        return new Private(parts);
    }

    private void add(Map<Member, List<Part>> parts, Member member, Material material) {
        var part = new TextPart("push/nudge", cards.card(material, member));
        parts.merge(
                member,
                List.of(part),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }

    private record Private(Map<Member, List<Part>> parts) implements Edition {

        @Override
        public List<Group> groups() {
            return List.of();
        }

        @Override
        public List<Part> partsFor(Group group) {
            return List.of();
        }

        @Override
        public List<Member> readers() {
            return List.copyOf(parts.keySet());
        }

        @Override
        public List<Part> partsFor(Member reader) {
            return parts.getOrDefault(reader, List.of());
        }
    }
}
