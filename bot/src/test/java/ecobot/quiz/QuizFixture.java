package ecobot.quiz;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Materials with questions, whose right answer is always the second of three. */
final class QuizFixture {

    private final JdbcClient sql;

    QuizFixture(JdbcClient sql) {
        this.sql = sql;
    }

    /** A published material with so many questions; answers its number. */
    long material(String title, LocalDate publishedOn, int questions) {
        sql.sql("""
                insert into material (category, state, title, summary, body, source, tags, created_at, published_at)
                values ('LAW', 'PUBLISHED', ?, '', '', '', '', ?, ?)
                """)
                .params(
                        title,
                        Timestamp.valueOf(publishedOn.atStartOfDay()),
                        Timestamp.valueOf(publishedOn.atStartOfDay()))
                .update();
        var id = sql.sql("select max(id) from material where title = ?")
                .param(title)
                .query(Long.class)
                .single();
        for (int number = 1; number <= questions; number++) {
            sql.sql(
                            "insert into material_question (material_id, number, question, options, answer, explanation) values (?, ?, ?, ?, 1, ?)")
                    .params(List.of(id, number, title + "第" + number + "问", "错的\n对的\n也错的", "第" + number + "条"))
                    .update();
        }
        return id;
    }

    void state(long material, String state, @Nullable Long supersededBy) {
        sql.sql("update material set state = :state, superseded_by = :by where id = :id")
                .param("state", state)
                .param("by", supersededBy)
                .param("id", material)
                .update();
    }

    /** Takes everything else off the shelf. */
    void emptyShelf() {
        sql.sql("update material set state = 'ARCHIVED'").update();
        sql.sql("delete from quiz_box").update();
    }

    void remove(long material) {
        sql.sql("delete from quiz_box where material_id = ?").param(material).update();
        sql.sql("delete from material_question where material_id = ?")
                .param(material)
                .update();
        sql.sql("delete from material where id = ?").param(material).update();
    }
}
