package ecobot.ranking;

import ecobot.chat.Post;
import ecobot.scheduler.Occurrence;
import java.util.List;
import org.springframework.stereotype.Component;

/** The league table of the month that had ended at the planned time; otherwise like the weekly one. Its codes follow those of the months before. */
@Component
class MonthlyTablePost implements Post {

    static final String NAME = "league-table-monthly";

    private final LeagueTablePost weekly;

    MonthlyTablePost(LeagueTablePost weekly) {
        this.weekly = weekly;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ranksUnits() {
        return true;
    }

    @Override
    public Edition compose(Occurrence occurrence) {
        return weekly.edition(occurrence, List.of(Period.monthEndedBefore(occurrence.plannedAt())));
    }
}
