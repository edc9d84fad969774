package ecobot.library;

import ecobot.chat.Templates;
import ecobot.library.Shelf.Taken;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Reads the files of materials and puts the good ones on the shelf; a bad one does not stop the others. */
@Component
class FolderImport {

    private static final Logger log = LoggerFactory.getLogger(FolderImport.class);

    private final MaterialFiles files;
    private final Shelf shelf;
    private final Templates templates;

    FolderImport(MaterialFiles files, Shelf shelf, Templates templates) {
        this.files = files;
        this.shelf = shelf;
        this.templates = templates;
    }

    /** Takes what is new or has changed. */
    Outcome run(Instant at) {
        var kinds = templates.words(LibraryWords.FILE, LibraryWords.class).kinds();
        var read = files.read(new MaterialFileReader(kinds));
        var taken = taken(read, at);
        log.info(
                "materials: {} new, {} changed, {} as before, {} faults",
                taken.fresh().size(),
                taken.changed().size(),
                taken.same(),
                read.faults().size());
        return new Outcome(taken, read.faults());
    }

    private Taken taken(MaterialFiles.Read read, Instant at) {
        try {
            return shelf.take(read.files(), at);
        } catch (DuplicateKeyException e) {
            log.info("another node takes the same materials: {}", e.getMessage());
            return new Taken(List.of(), List.of(), read.files().size());
        }
    }

    /** What became of all files. */
    record Outcome(Taken taken, List<FileFault> faults) {}
}
