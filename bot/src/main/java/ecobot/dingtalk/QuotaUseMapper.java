package ecobot.dingtalk;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Calls made, a row per month and counter. */
@Mapper
interface QuotaUseMapper {

    @Insert("""
        insert into quota_use (month, counter, used)
        values (#{month}, #{counter}, #{calls})
        on duplicate key update used = used + values(used)
        """)
    void add(String month, QuotaMeter.Counter counter, long calls);

    @Select("""
        select used
          from quota_use
         where month = #{month}
           and counter = #{counter}
        """)
    @Nullable
    Long used(String month, QuotaMeter.Counter counter);
}
