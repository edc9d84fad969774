package ecobot.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The notices as rows. */
@Mapper
interface NoticeMapper {

    @Select("""
            select version
              from calendar_version
             where id = 1
            """)
    long version();

    /** Waits for whoever is changing the calendar. */
    @Update("""
            update calendar_version
               set version = version + 1
             where id = 1
            """)
    int count();

    @Select("""
            select year, notice, file_hash
              from calendar_year
             where year = #{year}
            """)
    @Nullable
    YearRow year(int year);

    @Select("""
            select day, kind, name
              from calendar_day
             where notice_year = #{year}
             order by day
            """)
    List<SpecialDay> daysOf(int year);

    @Select("""
            select day, kind, name
              from calendar_day
             where day >= #{from}
             order by day
             limit #{limit}
            """)
    List<SpecialDay> from(LocalDate from, int limit);

    @Select("""
            select day, kind, name
              from calendar_day
             where day = #{day}
            """)
    @Nullable
    SpecialDay on(LocalDate day);

    @Insert("""
            insert into calendar_year (year, notice, loaded_at, file_hash)
            values (#{year}, #{title}, #{now}, #{fileHash})
            on duplicate key update notice = values(notice), loaded_at = values(loaded_at),
                   file_hash = coalesce(values(file_hash), file_hash)
            """)
    void putYear(int year, String title, @Nullable String fileHash, Instant now);

    @Delete("""
            delete from calendar_day
             where notice_year = #{year}
            """)
    void forgetDays(int year);

    @Insert("""
            <script>
            insert into calendar_day (day, kind, notice_year, name)
            values
            <foreach item="day" collection="days" separator=",">
                (#{day.day}, #{day.kind}, #{year}, #{day.name})
            </foreach>
            on duplicate key update kind = values(kind), notice_year = values(notice_year), name = values(name)
            </script>
            """)
    void putDays(int year, List<SpecialDay> days);

    /** A day that a notice of the year after has stays its. */
    @Insert("""
            insert into calendar_day (day, kind, notice_year, name)
            values (#{day.day}, #{day.kind}, #{year}, #{day.name})
            on duplicate key update kind = values(kind), name = values(name)
            """)
    void putDay(int year, SpecialDay day);

    @Delete("""
            delete from calendar_day
             where day = #{day}
            """)
    int forgetDay(LocalDate day);

    /** A year without its days. */
    record YearRow(int year, String notice, @Nullable String fileHash) {}
}
