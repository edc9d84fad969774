package ecobot.library;

import ecobot.library.Candidates.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The texts that searches go through, remembered for as long as their version is that of the index. To look through 10,000 of them takes a few milliseconds; to be
 * told of some thousands by the database takes a hundred. What is too much to be remembered is read for each search, as far as the index names it.
 */
@Component
class Docs {

    private static final int AT_ONCE = 500;

    private final IndexMapper index;
    private final long most;
    private final Map<Long, Doc> known = new ConcurrentHashMap<>();
    private final AtomicLong size = new AtomicLong();
    private volatile Everything everything = new Everything(-1, Optional.empty());

    /** @param most characters that are remembered; each takes two bytes */
    Docs(IndexMapper index, @Value("${ecobot.library.remembered-characters:32000000}") long most) {
        this.index = index;
        this.most = most;
    }

    List<Doc> of(List<Candidate> candidates) {
        var docs = new ArrayList<Doc>(candidates.size());
        var missing = new ArrayList<Long>();
        for (var candidate : candidates) {
            var doc = known.get(candidate.materialId());
            if (doc != null && doc.version() == candidate.version()) {
                docs.add(doc);
            } else {
                missing.add(candidate.materialId());
            }
        }
        for (int i = 0; i < missing.size(); i += AT_ONCE) {
            index.docs(missing.subList(i, Math.min(missing.size(), i + AT_ONCE)))
                    .forEach(row -> docs.add(remember(Doc.of(row))));
        }
        return docs;
    }

    /** All that can be found, as it is now; empty when it is more than is remembered. */
    Optional<List<Doc>> all() {
        long version = index.version();
        var last = everything;
        if (last.version != version) {
            var docs =
                    index.characters() > most ? Optional.<List<Doc>>empty() : Optional.of(List.copyOf(of(index.all())));
            last = new Everything(version, docs);
            everything = last;
        }
        return last.docs;
    }

    private Doc remember(Doc doc) {
        if (size.get() > most) {
            known.clear();
            size.set(0);
        }
        var before = known.put(doc.id(), doc);
        size.addAndGet(doc.size() - (before == null ? 0 : before.size()));
        return doc;
    }

    private record Everything(long version, Optional<List<Doc>> docs) {}
}
