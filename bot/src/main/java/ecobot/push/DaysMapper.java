package ecobot.push;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

/** Days for which a draft was proposed. */
@Mapper
interface DaysMapper {

    /** @throws org.springframework.dao.DuplicateKeyException when it was proposed before */
    @Insert("insert into day_proposal (day_on, proposed_at) values (#{dayOn}, #{now})")
    void add(LocalDate dayOn, Instant now);

    @Update("update day_proposal set material_id = #{materialId} where day_on = #{dayOn}")
    void drafted(LocalDate dayOn, long materialId);
}
