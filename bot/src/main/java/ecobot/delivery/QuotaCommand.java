package ecobot.delivery;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.outbox.Allowance;
import ecobot.outbox.Allowance.Account;
import ecobot.roster.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 配额: what is used of the month's quota, and where that is heading. */
@Component
class QuotaCommand implements Command {

    private static final String CALLS = "OPEN_API";
    private static final long STOP_AT = 90;

    private final Allowance allowance;

    QuotaCommand(Allowance allowance) {
        this.allowance = allowance;
    }

    @Override
    public String name() {
        return "quota";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.MANAGER, Role.TRAINER, Role.ADMIN);
    }

    @Override
    public Reply handle(CommandCall call) {
        var accounts = allowance.accounts().stream().map(QuotaCommand::line).toList();
        return Reply.of(
                "delivery/quota",
                new View(accounts.stream().anyMatch(Line::stopped), accounts, allowance.sessionReplies()));
    }

    private static Line line(Account account) {
        return new Line(
                account.name().equals(CALLS),
                account.percent(),
                account.used(),
                account.allowed(),
                account.forecast(),
                account.percent() >= STOP_AT,
                account.runsShort() && account.percent() < STOP_AT,
                account.shortOn());
    }

    /** @param replies answers that may or may not be charged */
    record View(boolean stopped, List<Line> accounts, long replies) {}

    /**
     * An account.
     *
     * @param stopped whether optional posts have stopped
     * @param runsShort whether they are going to stop this month, on {@code shortOn}
     */
    record Line(
            boolean openApi,
            long percent,
            long used,
            long allowed,
            long forecast,
            boolean stopped,
            boolean runsShort,
            LocalDate shortOn) {}
}
