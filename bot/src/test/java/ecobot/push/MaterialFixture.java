package ecobot.push;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Materials of a test's own. */
final class MaterialFixture {

    private MaterialFixture() {}

    /** Adds a published material; answers its number. */
    static long published(JdbcClient sql, String category, String title) {
        return added(sql, category, "PUBLISHED", title);
    }

    static long added(JdbcClient sql, String category, String state, String title) {
        sql.sql("""
                insert into material (category, state, title, summary, body, source, document_number, effective_on, tags,
                                      created_at, published_at)
                values (?, ?, ?, '先拍照，再上报。', '### 第一条\n\n不得倾倒。', '测试', '测试第一号', '2026-01-01', '',
                        '2026-01-01', '2026-01-01')
                """).params(category, state, title).update();
        return sql.sql("select max(id) from material where title = ?")
                .param(title)
                .query(Long.class)
                .single();
    }

    /** Forgets a material and whatever was done with it. */
    static void forget(JdbcClient sql, long id) {
        for (var statement : new String[] {
            "delete from push_reader where material_id = ?",
            "delete from push_delivery where material_id = ?",
            "delete g from push_order_group g join push_order o on o.id = g.order_id where o.material_id = ?",
            "delete from push_order where material_id = ?",
            "update material set superseded_by = null where superseded_by = ?",
            "delete from material where id = ?"
        }) {
            sql.sql(statement).param(id).update();
        }
    }
}
