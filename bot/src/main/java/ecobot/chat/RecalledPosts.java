package ecobot.chat;

import ecobot.outbox.Recalls;
import org.springframework.stereotype.Component;

@Component
class RecalledPosts implements TakenBack {

    private final Recalls recalls;

    RecalledPosts(Recalls recalls) {
        this.recalls = recalls;
    }

    @Override
    public boolean isTakenBack(long occurrenceId) {
        return recalls.taken("post:" + occurrenceId).isPresent();
    }
}
