package ecobot.library;

import ecobot.library.Material.State;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Keeps the index in step with the shelf, in the transaction that changes it. */
@Component
class MaterialIndex {

    private final MaterialMapper materials;
    private final IndexMapper index;

    MaterialIndex(MaterialMapper materials, IndexMapper index) {
        this.materials = materials;
        this.index = index;
    }

    /** Puts a material into the index as it is now, or takes it out. */
    void refresh(long id, Instant at) {
        index.nextVersion(at.toEpochMilli());
        var row = materials.find(id);
        if (row != null && (row.state() == State.PUBLISHED || row.state() == State.SUPERSEDED)) {
            var number = row.documentNumber() == null ? "" : row.documentNumber();
            var plain = Plain.of(
                    String.join("\n", row.title(), row.tags(), number, row.source(), row.summary(), row.body()));
            index.put(id, index.version(), String.join(" ", Grams.tokens(plain)), plain);
        } else {
            index.remove(id);
        }
    }
}
