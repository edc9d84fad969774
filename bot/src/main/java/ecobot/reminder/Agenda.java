package ecobot.reminder;

import ecobot.issue.DueIssues.Band;
import ecobot.reminder.AgendaMapper.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the next joint meeting has to talk about. An issue comes on it once, and off it when it is closed. */
@Component
class Agenda {

    private final AgendaMapper mapper;

    Agenda(AgendaMapper mapper) {
        this.mapper = mapper;
    }

    /** Puts on it what is due in these bands, and takes off it what was closed. */
    void follow(LocalDate day, Instant at, List<Band> bands) {
        mapper.takeOffClosed(at);
        for (var band : bands) {
            mapper.putBack(day, band);
            mapper.put(day, band);
        }
    }

    /** What stands on it of these units, the oldest first. */
    List<Item> items(List<Long> unitIds, int most) {
        return unitIds.isEmpty() ? List.of() : mapper.items(unitIds, most);
    }

    int count(List<Long> unitIds) {
        return unitIds.isEmpty() ? 0 : mapper.count(unitIds);
    }
}
