package ecobot.library;

import ecobot.library.Material.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The shelf in the database. */
@Component
@Transactional(readOnly = true)
class StoredMaterials implements Materials {

    private static final String SEPARATOR = "\n";

    private final MaterialMapper mapper;

    StoredMaterials(MaterialMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<Material> find(long id) {
        return Optional.ofNullable(mapper.find(id)).map(StoredMaterials::material);
    }

    @Override
    public List<Material> published(Category category) {
        return mapper.published(category).stream()
                .map(StoredMaterials::material)
                .toList();
    }

    @Override
    public List<Attachment> attachments(long materialId) {
        return mapper.attachments(materialId);
    }

    @Override
    public List<QuizQuestion> questions(long materialId) {
        return mapper.questions(materialId).stream()
                .map(row -> new QuizQuestion(
                        row.number(), row.question(), lines(row.options()), row.answer(), row.explanation()))
                .toList();
    }

    static Material material(MaterialRow row) {
        return new Material(
                row.id(),
                row.category(),
                row.state(),
                row.title(),
                row.summary(),
                row.body(),
                row.source(),
                row.url(),
                row.documentNumber(),
                row.issuedOn(),
                row.effectiveOn(),
                lines(row.tags()),
                row.supersededBy(),
                row.publishedAt());
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split(SEPARATOR))
                .filter(line -> !line.isBlank())
                .toList();
    }
}
