package ecobot.chat;

import ecobot.audit.Alarms;
import ecobot.audit.Diagnosis;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The alarms that are raised. */
@Component
@Order(10)
class AlarmDiagnosis implements Diagnosis {

    private final Alarms alarms;

    AlarmDiagnosis(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public List<Finding> findings() {
        var raised = alarms.raised();
        return raised.isEmpty()
                ? List.of(Finding.ok("chat/_no-alarm", Map.of()))
                : raised.stream()
                        .map(alarm -> Finding.bad("chat/_alarm", alarm))
                        .toList();
    }
}
