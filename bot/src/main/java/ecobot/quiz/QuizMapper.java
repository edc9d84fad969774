package ecobot.quiz;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What people answered, and what is there to be answered. */
@Mapper
interface QuizMapper {

    @Select("""
            select count(*)
              from material m
              join material_question q on q.material_id = m.id
             where m.id = #{materialId}
               and m.state = 'PUBLISHED'
            """)
    int questions(@Param("materialId") long materialId);

    @Select("""
            select first_right, last_right, answered_on, step, due_on
              from quiz_box
             where member_id = #{memberId}
               and material_id = #{key.materialId}
               and number = #{key.number}
            """)
    @Nullable
    Box box(@Param("memberId") long memberId, @Param("key") QuestionKey key);

    @Insert("""
            insert into quiz_box (member_id, material_id, number, first_right, last_right, answered_on, step, due_on)
            values (#{memberId}, #{key.materialId}, #{key.number}, #{box.firstRight}, #{box.lastRight}, #{box.answeredOn}, #{box.step}, #{box.dueOn})
                on duplicate key update
                   last_right = values(last_right),
                   answered_on = values(answered_on),
                   step = values(step),
                   due_on = values(due_on)
            """)
    void put(@Param("memberId") long memberId, @Param("key") QuestionKey key, @Param("box") Box box);

    /** What of a material is not answered yet, or has come back. */
    @Select("""
            select q.material_id, q.number
              from material_question q
              join material m on m.id = q.material_id
              left join quiz_box b on b.member_id = #{memberId} and b.material_id = q.material_id and b.number = q.number
             where q.material_id = #{materialId}
               and m.state = 'PUBLISHED'
               and (b.member_id is null or b.due_on <= #{day})
             order by q.number
            """)
    List<QuestionKey> open(
            @Param("memberId") long memberId, @Param("materialId") long materialId, @Param("day") LocalDate day);

    /** What has come back, the longest due first. */
    @Select("""
            select b.material_id, b.number
              from quiz_box b
              join material m on m.id = b.material_id
              join material_question q on q.material_id = b.material_id and q.number = b.number
             where b.member_id = #{memberId}
               and b.due_on <= #{day}
               and m.state = 'PUBLISHED'
             order by b.due_on, b.material_id, b.number
            """)
    List<QuestionKey> due(@Param("memberId") long memberId, @Param("day") LocalDate day);

    /** When the next one comes back; null when none will. */
    @Select("""
            select min(b.due_on)
              from quiz_box b
              join material m on m.id = b.material_id
              join material_question q on q.material_id = b.material_id and q.number = b.number
             where b.member_id = #{memberId}
               and b.due_on > #{day}
               and m.state = 'PUBLISHED'
            """)
    @Nullable
    LocalDate nextDue(@Param("memberId") long memberId, @Param("day") LocalDate day);

    /** What has come back, by person. */
    @Select("""
            select b.member_id, count(*) as questions, max(b.due_on) as newest_on, r.told_on, coalesce(r.unheeded, 0) as unheeded
              from quiz_box b
              join material m on m.id = b.material_id
              join material_question q on q.material_id = b.material_id and q.number = b.number
              left join quiz_reader r on r.member_id = b.member_id
             where b.due_on <= #{day}
               and m.state = 'PUBLISHED'
             group by b.member_id, r.told_on, r.unheeded
             order by b.member_id
            """)
    List<Returned> returned(@Param("day") LocalDate day);

    @Insert("""
            insert into quiz_reader (member_id, told_on, unheeded)
            values (#{memberId}, #{day}, 1)
                on duplicate key update
                   told_on = values(told_on),
                   unheeded = unheeded + 1
            """)
    void told(@Param("memberId") long memberId, @Param("day") LocalDate day);

    /** Somebody has answered, so the next return is worth telling. */
    @Update("update quiz_reader set unheeded = 0 where member_id = #{memberId}")
    void heeded(@Param("memberId") long memberId);

    /** The first answers to the questions of a material, of everybody who is still there. */
    @Select("""
            select b.member_id, p.unit_id, b.number, b.first_right as answered_right
              from quiz_box b
              join member p on p.id = b.member_id
             where b.material_id = #{materialId}
               and p.active
             order by b.member_id, b.number
            """)
    List<Results.FirstAnswer> firstAnswers(@Param("materialId") long materialId);

    /**
     * The newest material with a question that this person has never answered; null when there is none. Counted, not looked for by exists, which makes
     * the database read the questions of all materials first.
     */
    @Select("""
            select m.id
              from material m
             where m.state = 'PUBLISHED'
               and (select count(*)
                      from material_question q
                      left join quiz_box b on b.member_id = #{memberId} and b.material_id = q.material_id and b.number = q.number
                     where q.material_id = m.id
                       and b.member_id is null) > 0
             order by m.published_at desc, m.dated_on desc, m.id desc
             limit 1
            """)
    @Nullable
    Long newestUnanswered(@Param("memberId") long memberId);

    /** How the questions of a material stand with somebody, as far as answered. */
    @Select("""
            select b.first_right, b.last_right, b.answered_on, b.step, b.due_on
              from quiz_box b
              join material_question q on q.material_id = b.material_id and q.number = b.number
             where b.member_id = #{memberId}
               and b.material_id = #{materialId}
             order by b.number
            """)
    List<Box> answeredOf(@Param("memberId") long memberId, @Param("materialId") long materialId);

    /** What somebody answered last on a day. */
    @Select("""
            select first_right, last_right, answered_on, step, due_on
              from quiz_box
             where member_id = #{memberId}
               and answered_on = #{day}
             order by material_id, number
            """)
    List<Box> answeredOn(@Param("memberId") long memberId, @Param("day") LocalDate day);
}
