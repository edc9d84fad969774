package ecobot.issue;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has the counters built before the first issue is written by an application that keeps them. */
@Component
@Order(50)
class TallyStart implements ApplicationRunner {

    private final Recount recount;

    TallyStart(Recount recount) {
        this.recount = recount;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        recount.build();
    }
}
