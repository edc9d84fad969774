package ecobot.issue;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** What is due. All of it depends on the bands or the numbers asked for, so it is in {@code sql/mapper/issue/DueMapper.xml}. */
@Mapper
interface DueMapper {

    List<DueIssues.Due> due(
            @Param("bands") List<DueIssues.Band> bands,
            @Param("kinds") Collection<Issue.Kind> kinds,
            @Param("most") int most);

    List<DueIssues.Due> among(@Param("numbers") Collection<Long> numbers, @Param("bands") List<DueIssues.Band> bands);

    List<Long> openAmong(@Param("numbers") Collection<Long> numbers);
}
