package ecobot.push;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Who is to read what, and who has. */
@Mapper
interface ReadingMapper {

    /** Pushes since then whose readers can be known. */
    @Select("""
            select id, material_id, group_id, counts_at, message_key, platform_id
              from push_delivery
             where pushed_at > #{since}
               and message_key is not null
             order by id
            """)
    List<Delivery> followed(Instant since);

    /** @return 1, or 0 when they are listed */
    @Update("""
            update push_delivery
               set platform_id = #{platformId}, listed_at = #{now}
             where id = #{id}
               and listed_at is null
            """)
    int list(long id, String platformId, Instant now);

    /** @throws org.springframework.dao.DuplicateKeyException when the person is to read it anyway, for another group */
    @Insert("""
            insert into push_reader (material_id, member_id, unit_id, delivery_id, counts_at, listed_at)
            values (#{delivery.materialId}, #{memberId}, #{unitId}, #{delivery.id}, #{delivery.countsAt}, #{now})
            """)
    void addReader(Delivery delivery, long memberId, long unitId, Instant now);

    /** Who was to read it for this push reads it for another that came to the same unit. */
    @Update("""
            update push_reader r
              join (select g.unit_id, min(d.id) as id
                      from push_delivery d
                      join group_unit g on g.group_id = d.group_id
                     where d.material_id = #{materialId}
                       and d.id <> #{id}
                       and d.listed_at is not null
                     group by g.unit_id) o on o.unit_id = r.unit_id
              join push_delivery other on other.id = o.id
               set r.delivery_id = other.id, r.counts_at = other.counts_at
             where r.delivery_id = #{id}
               and r.material_id = #{materialId}
            """)
    void passOn(long id, long materialId);

    /** Forgets a push that was taken back, and who was to read it for this one alone. */
    @Delete("delete from push_delivery where id = #{id}")
    int forget(long id);

    @Select("""
            select id, material_id, group_id, counts_at, message_key, platform_id
              from push_delivery
             where platform_id = #{platformId}
            """)
    @Nullable
    Delivery byPlatformId(String platformId);

    @Update("""
            update push_reader
               set read_at = #{now}
             where material_id = #{materialId}
               and member_id = #{memberId}
               and read_at is null
            """)
    int noteRead(long materialId, long memberId, Instant now);

    /** Everybody who is to read a material. */
    @Select("""
            select member_id, unit_id, read_at is not null as has_read, nudged_at is not null as nudged
              from push_reader
             where material_id = #{materialId}
             order by unit_id, member_id
            """)
    List<Reader> readers(long materialId);

    /** The latest materials that were pushed. */
    @Select("""
            select material_id, max(pushed_at) as pushed_at
              from push_delivery
             where pushed_at > #{since}
             group by material_id
             order by max(pushed_at) desc, material_id desc
             limit #{limit}
            """)
    List<Pushed> latest(Instant since, int limit);

    /**
     * Notes that the platform is to be asked about a material, for each group once a day at most, as long as somebody of the group's units has not read
     * it: people read it in any of their groups.
     *
     * @param at by the machine's clock
     * @param today where the day began, by the application's
     */
    @Update("""
            update push_delivery
               set ask_at = #{at}, ask_attempts = 0
             where material_id = #{materialId}
               and platform_id is not null
               and ask_at is null
               and (asked_at is null or asked_at < #{today})
               and exists (select 1
                             from push_reader r
                             join group_unit g on g.unit_id = r.unit_id
                            where r.material_id = push_delivery.material_id
                              and g.group_id = push_delivery.group_id
                              and r.read_at is null)
            """)
    int wantAsked(long materialId, Instant at, Instant today);

    /** Likewise for all materials whose time for reading ends in a span. */
    @Update("""
            update push_delivery
               set ask_at = #{at}, ask_attempts = 0
             where counts_at > #{from}
               and counts_at <= #{until}
               and platform_id is not null
               and ask_at is null
               and (asked_at is null or asked_at < #{today})
               and exists (select 1
                             from push_reader r
                             join group_unit g on g.unit_id = r.unit_id
                            where r.material_id = push_delivery.material_id
                              and g.group_id = push_delivery.group_id
                              and r.read_at is null)
            """)
    int wantEndingAsked(Instant from, Instant until, Instant at, Instant today);

    @Select("""
            select id, material_id, group_id, platform_id, ask_attempts
              from push_delivery
             where ask_at <= #{now}
             order by ask_at, id
             limit #{limit}
            """)
    List<ToAsk> toAsk(Instant now, int limit);

    /** @return 1, or 0 when another node was faster */
    @Update("""
            update push_delivery
               set ask_at = #{lostAt}, ask_attempts = ask_attempts + 1
             where id = #{id}
               and ask_attempts = #{attempts}
               and ask_at is not null
            """)
    int claimAsk(long id, int attempts, Instant lostAt);

    @Update("update push_delivery set ask_at = null, asked_at = #{now} where id = #{id}")
    void asked(long id, Instant now);

    @Update("update push_delivery set ask_at = #{at} where id = #{id} and ask_at is not null")
    void askAgain(long id, Instant at);

    /**
     * Notes that a person is to be reminded; once for each material, ever.
     *
     * @return 1, or 0 when it was done before or the person has read it
     */
    @Update("""
            update push_reader
               set nudged_at = #{now}
             where material_id = #{materialId}
               and member_id = #{memberId}
               and read_at is null
               and nudged_at is null
            """)
    int nudge(long materialId, long memberId, Instant now);

    @Select("""
            select material_id, member_id
              from push_reader
             where nudge_occurrence_id is null
               and nudged_at is not null
             order by material_id, member_id
               for update
            """)
    List<Nudge> nudges();

    @Update("""
            update push_reader
               set nudge_occurrence_id = #{occurrenceId}
             where material_id = #{nudge.materialId}
               and member_id = #{nudge.memberId}
            """)
    void takeNudge(Nudge nudge, long occurrenceId);

    @Select("""
            select unit_id, count(*) as wanted, count(case when read_at < #{knownAt} then 1 end) as have_read
              from push_reader
             where counts_at >= #{from}
               and counts_at < #{until}
               and listed_at < #{knownAt}
             group by unit_id
             order by unit_id
            """)
    List<ReadRates.UnitRate> rates(Instant from, Instant until, Instant knownAt);

    /** A push to a group. */
    record Delivery(
            long id,
            long materialId,
            long groupId,
            Instant countsAt,
            String messageKey,
            @Nullable String platformId) {}

    /** Somebody who is to read. */
    record Reader(long memberId, long unitId, boolean hasRead, boolean nudged) {}

    /** A material and when it was pushed last. */
    record Pushed(long materialId, Instant pushedAt) {}

    /** A push about which the platform is to be asked. */
    record ToAsk(long id, long materialId, long groupId, String platformId, int askAttempts) {}

    /** Somebody who is to be reminded. */
    record Nudge(long materialId, long memberId) {}
}
