package ecobot.outbox;

/** Which extras an operator has switched on. Asked before one is stored, so that nothing is stored in vain. */
public interface Extras {

    /** Whether {@link Outgoing.Todo} goes anywhere. */
    boolean todos();

    /** Whether {@link Outgoing.Card} is more than its plain text. */
    boolean cards();

    /** Whether {@link Outgoing.Ding} goes anywhere. */
    boolean dings();

    /** Whether {@link Outgoing.Event} goes anywhere. */
    boolean calendars();
}
