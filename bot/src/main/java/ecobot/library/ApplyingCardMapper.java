package ecobot.library;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The words and kinds by which a card applies to a problem. */
@Mapper
interface ApplyingCardMapper {

    @Select("""
            <script>
            select w.word, w.material_id
              from material_word w
              join material m on m.id = w.material_id
             where m.state = 'PUBLISHED'
               and w.word in
            <foreach item="word" collection="words" open="(" separator="," close=")">#{word}</foreach>
            </script>
            """)
    List<CardWord> withWords(@Param("words") Collection<String> words);

    @Select("""
            <script>
            select material_id, kind
              from material_kind
             where material_id in
            <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<CardKind> kinds(@Param("ids") Collection<Long> ids);

    record CardWord(String word, long materialId) {}

    record CardKind(long materialId, String kind) {}
}
