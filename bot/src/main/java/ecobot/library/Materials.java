package ecobot.library;

import ecobot.library.Material.Category;
import java.util.List;
import java.util.Optional;

/** The shelf, as other rooms see it. */
public interface Materials {

    /** Any material by its number, whatever its state. */
    Optional<Material> find(long id);

    /** What is published of one category, by the order in which it was published; superseded and archived ones are not in it. */
    List<Material> published(Category category);

    /** The files of a material, in order. */
    List<Attachment> attachments(long materialId);

    /** The questions of a material, in order; empty for most. */
    List<QuizQuestion> questions(long materialId);
}
