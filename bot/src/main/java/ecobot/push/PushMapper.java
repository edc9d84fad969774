package ecobot.push;

import ecobot.library.Material.Category;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What somebody asked for, and what each group has had. */
@Mapper
interface PushMapper {

    @Insert("""
            insert into push_order (material_id, schedule_id, planned_at, asked_by, asked_at)
            values (#{materialId}, #{scheduleId}, #{plannedAt}, #{askedBy}, #{now})
            """)
    void addOrder(long materialId, long scheduleId, Instant plannedAt, long askedBy, Instant now);

    @Select("select last_insert_id()")
    long lastId();

    @Insert("insert into push_order_group (order_id, group_id) values (#{orderId}, #{groupId})")
    void addOrderGroup(long orderId, long groupId);

    /** What waits for a schedule, locked, so that it is taken once. */
    @Select("""
            select id, material_id, schedule_id, planned_at, asked_by
              from push_order
             where occurrence_id is null
               and cancelled_at is null
               and schedule_id = #{scheduleId}
             order by id
               for update
            """)
    List<Order> waitingFor(long scheduleId);

    @Update("update push_order set occurrence_id = #{occurrenceId} where id = #{id} and occurrence_id is null")
    int take(long id, long occurrenceId);

    /** Everything that waits, the next first. */
    @Select("""
            select id, material_id, schedule_id, planned_at, asked_by
              from push_order
             where occurrence_id is null
               and cancelled_at is null
             order by planned_at, id
            """)
    List<Order> waiting();

    @Update("""
            update push_order
               set cancelled_at = #{now}
             where id = #{id}
               and occurrence_id is null
               and cancelled_at is null
            """)
    int cancel(long id, Instant now);

    @Select("select group_id from push_order_group where order_id = #{orderId} order by group_id")
    List<Long> groupsOf(long orderId);

    /** @throws org.springframework.dao.DuplicateKeyException when the group has had the material */
    @Insert("""
            insert into push_delivery (material_id, group_id, occurrence_id, pushed_at, counts_at, message_key)
            values (#{materialId}, #{groupId}, #{occurrenceId}, #{now}, #{countsAt}, #{messageKey})
            """)
    void deliver(
            long materialId,
            long groupId,
            long occurrenceId,
            Instant now,
            Instant countsAt,
            @Nullable String messageKey);

    /** The groups that have had a material. */
    @Select("select group_id, pushed_at from push_delivery where material_id = #{materialId} order by group_id")
    List<Had> had(long materialId);

    /** What a group has had of one category. */
    @Select("""
            select d.material_id
              from push_delivery d
              join material m on m.id = d.material_id
             where d.group_id = #{groupId}
               and m.category = #{category}
            """)
    List<Long> hadOf(long groupId, Category category);

    /** The run that an order was sent by; null while it waits. */
    @Select("select occurrence_id from push_order where id = #{id}")
    @Nullable
    Long occurrenceOf(long id);

    /** A push that somebody asked for. */
    record Order(long id, long materialId, long scheduleId, Instant plannedAt, long askedBy) {}

    /** That a group has had it. */
    record Had(long groupId, Instant pushedAt) {}
}
