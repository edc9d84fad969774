package ecobot.dingtalk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * {@code ecobot.dingtalk.*}.
 *
 * @param clientId empty in try-it mode
 * @param robotCode the client id unless the platform shows another one
 * @param intake how messages come in
 * @param callsPerSecond pace of Open API calls of all nodes together, decimals allowed; the platform allows 20 to the whole app
 * @param connectTimeout for every connection
 * @param callTimeout for one whole exchange, the answer's body included
 * @param webhookKeyed whether {@code msgUuid} is known to make a repeat harmless on session webhooks; undocumented, hence false
 * @param readEvents whether the platform is to tell of each reading as it happens; of whatever message and not only of pushes, and each costs quota
 * @param customRobots the custom robots of groups that have no other, by name
 * @param todo todos in DingTalk for deadlines
 * @param card cards with buttons
 * @param ding whether urgent nudges ring by DING; needs the permission {@code Premium.Ding.Write}
 * @param calendar entries in people's calendars
 * @param quota monthly allowance of the organisation's edition
 */
@Validated
@ConfigurationProperties("ecobot.dingtalk")
record DingTalkSettings(
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String robotCode,
        @DefaultValue("https://api.dingtalk.com") URI apiBase,
        @DefaultValue("https://oapi.dingtalk.com") URI oapiBase,
        @DefaultValue("stream") Intake intake,

        @DefaultValue("15") @DecimalMin("0.1") @DecimalMax("60")
        double callsPerSecond,

        @DefaultValue("5s") @NotNull Duration connectTimeout,
        @DefaultValue("8s") @NotNull Duration callTimeout,
        @DefaultValue("false") boolean webhookKeyed,
        @DefaultValue("false") boolean readEvents,
        @DefaultValue Map<String, @Valid CustomRobotKey> customRobots,
        @DefaultValue @Valid Todo todo,
        @DefaultValue @Valid Card card,
        @DefaultValue Ding ding,
        @DefaultValue Calendar calendar,
        @DefaultValue @Valid Quota quota,
        @DefaultValue @Valid Stream stream) {

    /** How messages come in; one way at a time. */
    enum Intake {
        STREAM,
        CALLBACK
    }

    /** Whether real credentials are configured. */
    boolean credentialsSet() {
        return StringUtils.hasText(clientId);
    }

    @Override
    public String toString() {
        return "DingTalkSettings[clientId=" + clientId + ", apiBase=" + apiBase + ", intake=" + intake + "]";
    }

    /**
     * Todos.
     *
     * @param enabled needs the permission {@code Todo.Todo.Write}, and costs two calls for each deadline
     * @param detailUrl what opens when somebody taps a todo; the platform wants an address
     */
    record Todo(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("https://im.dingtalk.com/") URI detailUrl) {}

    /**
     * Cards with buttons.
     *
     * @param template id of a published card template with the variables {@code title}, {@code text} (Markdown), {@code b1}, {@code b2} and
     *     {@code b3} (words of buttons with these action ids, hidden when empty); empty for none. Needs the permission {@code Card.Instance.Write}
     * @param callbackRouteKey where presses go with {@code intake=callback}, as it was registered
     * @param callbackSecret signs them; a secret
     */
    record Card(
            @DefaultValue("") String template,
            @DefaultValue("") String callbackRouteKey,
            @DefaultValue("") String callbackSecret) {
        boolean enabled() {
            return !template.isBlank();
        }

        @Override
        public String toString() {
            return "Card[template=" + template + "]";
        }
    }

    /** DING, in the app; text messages and calls are never used. */
    record Ding(@DefaultValue("false") boolean enabled) {}

    /**
     * Calendars.
     *
     * @param enabled needs the permission {@code Calendar.Event.Write}, and costs a call for each person and change
     */
    record Calendar(@DefaultValue("false") boolean enabled) {}

    /**
     * Calls a month that the organisation's edition allows, all its apps together. Defaults: standard edition since 2025-11-19.
     *
     * @param openApi Open API calls
     * @param webhookStream webhook sends and messages received
     * @param sessionReplies whether answers to a reply address count as webhook sends; the platform's rules do not name them
     */
    record Quota(
            @DefaultValue("5000") @Min(1) long openApi,
            @DefaultValue("3000") @Min(1) long webhookStream,
            @DefaultValue("false") boolean sessionReplies) {}

    /**
     * The stream connection.
     *
     * @param pingEvery how long the link may be quiet before it is asked for a sign of life
     * @param pongWithin how long that sign may take; then the link counts as dead
     * @param drainQuiet how long a link that was told to go has to be quiet before it is closed
     * @param maxWaitingFrames frames that may wait for the database; beyond, reading stops
     * @param maxWaitingChars the same, in characters
     * @param alarmAfter how long there may be no connection before the operator hears of it
     */
    record Stream(
            @DefaultValue("5s") @NotNull Duration pingEvery,
            @DefaultValue("5s") @NotNull Duration pongWithin,
            @DefaultValue("10s") @NotNull Duration drainQuiet,
            @DefaultValue("20000") @Min(1) int maxWaitingFrames,
            @DefaultValue("67108864") @Min(1) long maxWaitingChars,
            @DefaultValue("1m") @NotNull Duration alarmAfter) {}
}
