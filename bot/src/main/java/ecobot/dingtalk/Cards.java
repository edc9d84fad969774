package ecobot.dingtalk;

import ecobot.outbox.Messenger;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Outgoing.Card;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * 互动卡片: puts cards into groups and brings them up to date in place. The track id is the key, so any attempt may be repeated. Where the
 * platform refuses a card its plain text is sent instead, and for an hour no card is tried.
 */
@Component
class Cards {

    private static final String REFUSED = "card-refused";

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

    /** Puts a card into a group, as it is by now: it may have changed while this waited. */
    Result deliver(String conversationId, Card card, List<String> mentions, int attempt, Deadline deadline)
            throws CallFailed {
        try {
            CardState state = kept(card);
            api.deliver(card.trackId(), conversationId, state, names(mentions), deadline);
            cards.delivered(card.trackId(), clock.instant());
            return new Sent(Channel.CARD, card.trackId());
        } catch (CallFailed e) {
            if (e.fault().remedy() != Fault.Remedy.REFUSED) {
                throw e;
            }
            permission.refuse(e.fault());
            return attempt == 1
                    ? new Messenger.Banned(Channel.CARD, permission.refusedUntil())
                    : new Messenger.Refused(REFUSED);
        }
    }

    /** Changes a card that stands; keeps the state for one that is on its way. */
    Result update(Card card, Deadline deadline) throws CallFailed {
        CardState state = kept(card);
        CardMapper.Kept there = cards.find(card.trackId());
        if (there == null || there.deliveredAt() == null || there.version() > card.version()) {
            return new Sent(Channel.CARD, null);
        }
        if (isTurnedAway()) {
            return new Messenger.Refused(REFUSED);
        }
        try {
            api.update(card.trackId(), state, deadline);
            return new Sent(Channel.CARD, card.trackId());
        } catch (CallFailed e) {
            if (e.fault().reason().equals(Permission.MISSING)) {
                permission.refuse(e.fault());
            }
            throw e;
        }
    }

    /** The newest state that is known. */
    private CardState kept(Card card) {
        CardState state = CardState.of(card);
        cards.keep(card.trackId(), card.version(), state.json());
        CardMapper.Kept kept = cards.find(card.trackId());
        return kept == null ? state : CardState.read(kept.content());
    }

    private Map<String, String> names(List<String> staffIds) {
        return staffIds.stream()
                .flatMap(id -> roster.memberByStaffId(id).stream())
                .collect(Collectors.toMap(Member::staffId, Member::name, (one, same) -> one));
    }
}
