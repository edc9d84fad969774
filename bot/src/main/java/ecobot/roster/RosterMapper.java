package ecobot.roster;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RosterMapper {

    @Select("""
            select id, name
              from area
             order by id
            """)
    List<Area> areas();

    @Select("""
            select id, name, short_name, kind, area_id, sort_order
              from unit
             where active
             order by sort_order, id
            """)
    List<Unit> units();

    @Select("""
            select id, staff_id, name, unit_id
              from member
             where active
             order by name, id
            """)
    List<MemberRow> members();

    @Select("""
            select member_id, role
              from member_role
             order by member_id, role
            """)
    List<RoleRow> roles();

    @Select("""
            select id, conversation_id, title, custom_robot
              from chat_group
             where active
             order by id
            """)
    List<GroupRow> groups();

    @Select("""
            select gu.group_id, gu.unit_id
              from group_unit gu
              join unit u on u.id = gu.unit_id
             order by gu.group_id, u.sort_order, u.id
            """)
    List<GroupUnitRow> groupUnits();

    @Select("""
            select group_id, post
              from subscription
             where active
             order by group_id, post
            """)
    List<SubscriptionRow> subscriptions();

    @Select("""
            select su.group_id, su.post, su.unit_id
              from subscription_unit su
              join unit u on u.id = su.unit_id
             order by su.group_id, su.post, u.sort_order, u.id
            """)
    List<NarrowedRow> narrowed();

    @Select("""
            select group_id, post, kind
              from subscription_kind
             order by group_id, post, kind
            """)
    List<KindRow> kinds();

    @Insert("""
            insert into area (name)
            values (#{name})
            on duplicate key update name = values(name)
            """)
    void saveArea(String name);

    @Insert("""
            insert into unit (name, short_name, kind, area_id, sort_order, active)
            values (#{name}, #{shortName}, #{kind}, (select id from area where name = #{area}), #{sortOrder}, true)
            on duplicate key update short_name = values(short_name), kind = values(kind), area_id = values(area_id),
                                    sort_order = values(sort_order), active = true
            """)
    void saveUnit(String name, String shortName, Unit.Kind kind, @Nullable String area, int sortOrder);

    @Insert("""
            insert into member (staff_id, name, unit_id, active)
            values (#{staffId}, #{name}, (select id from unit where name = #{unit}), true)
            on duplicate key update name = values(name), unit_id = values(unit_id), active = true
            """)
    void saveMember(String staffId, String name, @Nullable String unit);

    @Insert("""
            insert into member_role (member_id, role)
            select id, #{role}
              from member
             where staff_id = #{staffId}
            on duplicate key update role = values(role)
            """)
    void giveRole(String staffId, Role role);

    @Select("""
            select mr.role
              from member_role mr
              join member m on m.id = mr.member_id
             where m.staff_id = #{staffId}
             order by mr.role
            """)
    List<Role> rolesOf(String staffId);

    @Delete("""
            delete from member_role
             where member_id = (select id from member where staff_id = #{staffId})
               and role = #{role}
            """)
    void takeRole(String staffId, Role role);

    @Insert("""
            insert into chat_group (conversation_id, title, active)
            values (#{conversationId}, #{title}, true)
            on duplicate key update title = values(title), active = true
            """)
    void saveGroup(String conversationId, String title);

    @Update("""
            update chat_group
               set custom_robot = #{robot}
             where conversation_id = #{conversationId}
            """)
    void setCustomRobot(String conversationId, @Nullable String robot);

    @Insert("""
            insert into group_unit (group_id, unit_id)
            select g.id, u.id
              from chat_group g
              join unit u on u.name = #{unit}
             where g.conversation_id = #{conversationId}
            on duplicate key update unit_id = values(unit_id)
            """)
    void bindUnit(String conversationId, String unit);

    @Select("""
            select u.name
              from group_unit gu
              join chat_group g on g.id = gu.group_id
              join unit u on u.id = gu.unit_id
             where g.conversation_id = #{conversationId}
             order by u.name
            """)
    List<String> unitsOf(String conversationId);

    @Delete("""
            delete from group_unit
             where group_id = (select id from chat_group where conversation_id = #{conversationId})
               and unit_id = (select id from unit where name = #{unit})
            """)
    void releaseUnit(String conversationId, String unit);

    @Insert("""
            insert into subscription (group_id, post)
            select id, #{post}
              from chat_group
             where conversation_id = #{conversationId}
            on duplicate key update post = values(post)
            """)
    void subscribe(String conversationId, String post);

    record MemberRow(
            long id, String staffId, String name, @Nullable Long unitId) {}

    record RoleRow(long memberId, Role role) {}

    record GroupRow(
            long id,
            String conversationId,
            String title,
            @Nullable String customRobot) {}

    record GroupUnitRow(long groupId, long unitId) {}

    record SubscriptionRow(long groupId, String post) {}

    record NarrowedRow(long groupId, String post, long unitId) {}

    record KindRow(long groupId, String post, String kind) {}
}
