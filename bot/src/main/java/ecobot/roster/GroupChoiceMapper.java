package ecobot.roster;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows that people change in the chat. */
@Mapper
interface GroupChoiceMapper {

    @Select("""
            select post
              from subscription
             where group_id = #{groupId}
               and active
             order by post
            """)
    List<String> posts(long groupId);

    @Select("""
            select unit_id
              from subscription_unit
             where group_id = #{groupId}
               and post = #{post}
             order by unit_id
            """)
    List<Long> unitIds(long groupId, String post);

    @Insert("""
            insert into subscription (group_id, post, active)
            values (#{groupId}, #{post}, true)
            on duplicate key update active = true
            """)
    void subscribe(long groupId, String post);

    @Update("""
            update subscription
               set active = false
             where group_id = #{groupId}
               and post = #{post}
            """)
    void unsubscribe(long groupId, String post);

    @Insert("""
            insert into subscription_unit (group_id, post, unit_id)
            values (#{groupId}, #{post}, #{unitId})
            """)
    void narrow(long groupId, String post, long unitId);

    @Delete("""
            delete from subscription_unit
             where group_id = #{groupId}
               and post = #{post}
            """)
    void toAllUnits(long groupId, String post);

    @Select("""
            select kind
              from subscription_kind
             where group_id = #{groupId}
               and post = #{post}
             order by kind
            """)
    List<String> kinds(long groupId, String post);

    @Insert("""
            insert into subscription_kind (group_id, post, kind)
            values (#{groupId}, #{post}, #{kind})
            """)
    void narrowToKind(long groupId, String post, String kind);

    @Delete("""
            delete from subscription_kind
             where group_id = #{groupId}
               and post = #{post}
            """)
    void toAllKinds(long groupId, String post);

    @Select("""
            select conversation_id
              from chat_group
             where for_tests
               and active
             order by id
             limit 1
            """)
    Optional<String> testGroup();

    @Update("""
            update chat_group
               set for_tests = (id = #{groupId})
             where for_tests
                or id = #{groupId}
            """)
    void tryPostsIn(long groupId);
}
