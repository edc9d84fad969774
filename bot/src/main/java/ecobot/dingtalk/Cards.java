package ecobot.dingtalk;

import ecobot.outbox.Messenger;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Outgoing.Card;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * 互动卡片: puts cards into groups and brings them up to date in place. The track id is the key, so any attempt may be repeated. Where the
 * platform refuses a card its plain text is sent instead, and for an hour no card is tried.
 */
@Component
class Cards {

    private static final Logger log = LoggerFactory.getLogger(Cards.class);
    private static final String REFUSED = "card-refused";
    private static final long UNKNOWN_VERSION = -1;
    private static final Set<Fault.Remedy> FOR_GOOD =
            EnumSet.of(Fault.Remedy.REFUSED, Fault.Remedy.TARGET_GONE, Fault.Remedy.QUOTA);

    private final CardApi api;
    private final CardMapper cards;
    private final Roster roster;
    private final DingTalkSettings settings;
    private final Clock clock;
    private final Permission permission;

    Cards(
            CardApi api,
            CardMapper cards,
            Roster roster,
            DingTalkSettings settings,
            Clock clock,
            @Qualifier("machineClock") Clock machineClock) {
        this.api = api;
        this.cards = cards;
        this.roster = roster;
        this.settings = settings;
        this.clock = clock;
        permission = new Permission("cards", "Card.Instance.Write, template", machineClock);
    }

    /** Whether the platform refused a card a short while ago. */
    boolean isTurnedAway() {
        return permission.isRefused();
    }

    /** Whether this can be a card now. */
    boolean canCarry(Card card) {
        return settings.card().enabled()
                && !isTurnedAway()
                && CardState.of(card).fits();
    }

    /**
     * Puts a card into a group, as it is by now: it may have changed while this waited. One that stands there from an earlier attempt, whose answer was
     * lost, stays as that one made it; it is brought up to date like one that changed meanwhile.
     */
    Result deliver(
            String conversationId, Card card, List<String> mentions, Messenger.Attempt attempt, Deadline deadline)
            throws CallFailed {
        CardMapper.Kept kept = kept(card);
        try {
            api.deliver(card.trackId(), conversationId, CardState.read(kept.content()), names(mentions), deadline);
        } catch (CallFailed e) {
            if (e.fault().remedy() != Fault.Remedy.REFUSED) {
                throw e;
            }
            permission.refuse(e.fault());
            // Refused when it may stand there all the same: the outbox then marks the plain text as a possible repeat.
            return attempt.pinned()
                    ? new Messenger.Refused(REFUSED)
                    : new Messenger.Banned(Channel.CARD, permission.refusedUntil());
        }
        cards.delivered(card.trackId(), clock.instant());
        boolean mayHaveStood = attempt.unsure() || kept.deliveredAt() != null;
        catchUp(card.trackId(), mayHaveStood ? UNKNOWN_VERSION : kept.version(), deadline);
        return new Sent(Channel.CARD, card.trackId());
    }

    /**
     * Shows what {@link #update} left to us because the card was not known to stand yet.
     *
     * @throws CallFailed when it may be tried again. What is refused for good is left to the next change: the card stands
     */
    private void catchUp(String trackId, long shown, Deadline deadline) throws CallFailed {
        long newestShown = shown;
        try {
            for (CardMapper.Kept kept = cards.find(trackId);
                    kept != null && kept.version() > newestShown;
                    kept = cards.find(trackId)) {
                change(trackId, CardState.read(kept.content()), deadline);
                newestShown = kept.version();
            }
        } catch (CallFailed e) {
            if (!FOR_GOOD.contains(e.fault().remedy())) {
                throw e;
            }
            log.warn("A card stands and shows an older state: {}", e.fault().reason());
        }
    }

    /** Changes a card that stands; keeps the state for one that is on its way. */
    Result update(Card card, Deadline deadline) throws CallFailed {
        CardMapper.Kept there = kept(card);
        if (there.deliveredAt() == null || there.version() > card.version()) {
            return new Sent(Channel.CARD, null);
        }
        if (isTurnedAway()) {
            return new Messenger.Refused(REFUSED);
        }
        change(card.trackId(), CardState.read(there.content()), deadline);
        return new Sent(Channel.CARD, card.trackId());
    }

    private void change(String trackId, CardState state, Deadline deadline) throws CallFailed {
        try {
            api.update(trackId, state, deadline);
        } catch (CallFailed e) {
            if (e.fault().reason().equals(Permission.MISSING)) {
                permission.refuse(e.fault());
            }
            throw e;
        }
    }

    /** The newest state that is known. */
    private CardMapper.Kept kept(Card card) {
        String state = CardState.of(card).json();
        cards.keep(card.trackId(), card.version(), state);
        CardMapper.Kept kept = cards.find(card.trackId());
        return kept == null ? new CardMapper.Kept(card.version(), state, null) : kept;
    }

    private Map<String, String> names(List<String> staffIds) {
        return staffIds.stream()
                .flatMap(id -> roster.memberByStaffId(id).stream())
                .collect(Collectors.toMap(Member::staffId, Member::name, (one, same) -> one));
    }
}
