package ecobot.dingtalk;

import ecobot.audit.Diagnosis;
import ecobot.outbox.Extras;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which extras are switched on, and whether the organisation allows them. */
@Component
@Order(12)
class SwitchedExtras implements Extras, Diagnosis {

    private final DingTalkSettings settings;
    private final Todos todos;
    private final Cards cards;
    private final Dings dings;
    private final Calendars calendars;

    private record ExtraView(boolean allowed) {}

    SwitchedExtras(DingTalkSettings settings, Todos todos, Cards cards, Dings dings, Calendars calendars) {
        this.settings = settings;
        this.todos = todos;
        this.cards = cards;
        this.dings = dings;
        this.calendars = calendars;
    }

    @Override
    public boolean todos() {
        return settings.todo().enabled();
    }

    @Override
    public boolean cards() {
        return settings.card().enabled();
    }

    @Override
    public boolean dings() {
        return settings.ding().enabled();
    }

    @Override
    public boolean calendars() {
        return settings.calendar().enabled();
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (todos()) {
            findings.add(finding("dingtalk/_todos", !todos.isTurnedAway()));
        }
        if (cards()) {
            findings.add(finding("dingtalk/_cards", !cards.isTurnedAway()));
        }
        if (dings()) {
            findings.add(finding("dingtalk/_dings", !dings.isTurnedAway()));
        }
        if (calendars()) {
            findings.add(finding("dingtalk/_calendars", !calendars.isTurnedAway()));
        }
        return findings;
    }

    private static Finding finding(String template, boolean allowed) {
        ExtraView view = new ExtraView(allowed);
        return allowed ? Finding.ok(template, view) : Finding.warn(template, view);
    }
}
