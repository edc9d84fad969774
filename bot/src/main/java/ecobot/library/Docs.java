package ecobot.library;

import ecobot.library.Candidates.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * The texts that candidates are judged by, remembered for as long as their version is that of the index. Beyond a size all are forgotten and the next
 * searches read them again.
 */
@Component
class Docs {

    private static final int AT_ONCE = 500;
    /** Characters; some 64 MB at most. */
    private static final long MOST = 32_000_000;

    private final IndexMapper index;
    private final Map<Long, Doc> known = new ConcurrentHashMap<>();
    private final AtomicLong size = new AtomicLong();

    Docs(IndexMapper index) {
        this.index = index;
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

    private Doc remember(Doc doc) {
        if (size.get() > MOST) {
            known.clear();
            size.set(0);
        }
        var before = known.put(doc.id(), doc);
        size.addAndGet(doc.size() - (before == null ? 0 : before.size()));
        return doc;
    }
}
