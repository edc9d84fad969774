package ecobot.scheduler;

import java.math.BigDecimal;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;

/** The one clock that all nodes share. */
@Mapper
interface DatabaseClockMapper {

    /** Seconds since 1970 in UTC, to the millisecond, whatever the session's zone is. */
    @Select("select unix_timestamp(current_timestamp(3))")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    BigDecimal seconds();
}
