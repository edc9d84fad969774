package ecobot.dingtalk;

import ecobot.chat.Announcements;
import ecobot.chat.Reply.MemberNote;
import ecobot.outbox.Allowance;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.time.YearMonth;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the admins in private when 70 % and when 90 % of a month's account are used: each once a month, whichever node finds out. */
@Component
class QuotaWarnings {

    private static final int[] LEVELS = {90, 70};

    private final Roster roster;
    private final Announcements announcements;
    private final Allowance allowance;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    QuotaWarnings(Roster roster, Announcements announcements, Allowance allowance) {
        this.roster = roster;
        this.announcements = announcements;
        this.allowance = allowance;
    }

    @EventListener
    void on(QuotaMeter.Stored stored) {
        for (int level : LEVELS) {
            if (stored.use().percent() >= level) {
                warn(stored.counter(), level);
                return;
            }
        }
    }

    private void warn(QuotaMeter.Counter counter, int level) {
        accounts(counter).forEach(account -> {
            String key = "quota:" + YearMonth.from(account.monthEnd()) + ":" + counter + ":" + level;
            if (told.add(key)) {
                View view = View.of(account, level);
                roster.membersWith(Role.ADMIN)
                        .forEach(admin -> announcements.tell(
                                key + ":admin:" + admin.id(), new MemberNote(admin, "dingtalk/quota-warning", view)));
            }
        });
    }

    private Stream<Allowance.Account> accounts(QuotaMeter.Counter counter) {
        return allowance.accounts().stream().filter(account -> account.name().equals(counter.name()));
    }

    /** @param stopped whether optional posts have stopped */
    record View(
            boolean openApi,
            boolean stopped,
            long percent,
            long used,
            long allowed,
            long forecast,
            boolean runsShort,
            java.time.LocalDate shortOn) {

        static View of(Allowance.Account account, int level) {
            return new View(
                    account.name().equals(QuotaMeter.Counter.OPEN_API.name()),
                    level == LEVELS[0],
                    account.percent(),
                    account.used(),
                    account.allowed(),
                    account.forecast(),
                    account.runsShort(),
                    account.shortOn());
        }
    }
}
