package ecobot.library;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has the shelf filled when the application starts. */
@Component
@Order(60)
class ShelfStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(ShelfStart.class);

    private final FolderImport folder;
    private final Clock clock;

    ShelfStart(FolderImport folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var outcome = folder.run(clock.instant());
        outcome.faults()
                .forEach(fault -> log.error(
                        "material not taken: {}:{}: {} {}", fault.file(), fault.line(), fault.flaw(), fault.about()));
    }
}
