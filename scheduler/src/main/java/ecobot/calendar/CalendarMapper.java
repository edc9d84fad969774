package ecobot.calendar;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** The loaded notices. Some 36 rows a year. */
@Mapper
interface CalendarMapper {

    @Select("""
            select year
              from calendar_year
             order by year
            """)
    List<Integer> years();

    /** @param kind {@code OFF} or {@code WORK} */
    @Select("""
            select day
              from calendar_day
             where kind = #{kind}
             order by day
            """)
    List<LocalDate> days(String kind);
}
