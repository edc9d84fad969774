package ecobot.dingtalk;

import com.aliyun.dingtalkcalendar_1_0.models.CreateEventHeaders;
import com.aliyun.dingtalkcalendar_1_0.models.CreateEventRequest;
import com.aliyun.dingtalkcalendar_1_0.models.CreateEventRequest.CreateEventRequestEnd;
import com.aliyun.dingtalkcalendar_1_0.models.CreateEventRequest.CreateEventRequestLocation;
import com.aliyun.dingtalkcalendar_1_0.models.CreateEventRequest.CreateEventRequestStart;
import com.aliyun.dingtalkcalendar_1_0.models.DeleteEventHeaders;
import com.aliyun.dingtalkcalendar_1_0.models.DeleteEventRequest;
import com.aliyun.dingtalkcalendar_1_0.models.PatchEventHeaders;
import com.aliyun.dingtalkcalendar_1_0.models.PatchEventRequest;
import com.aliyun.dingtalkcalendar_1_0.models.PatchEventRequest.PatchEventRequestEnd;
import com.aliyun.dingtalkcalendar_1_0.models.PatchEventRequest.PatchEventRequestLocation;
import com.aliyun.dingtalkcalendar_1_0.models.PatchEventRequest.PatchEventRequestStart;
import ecobot.calendar.Zone;
import ecobot.outbox.Outgoing.Event;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People's first calendars in the Open API. */
@Component
class CalendarApi {

    private static final String PRIMARY = "primary";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final OpenApi api;
    private final Sdk sdk;

    CalendarApi(OpenApi api, Sdk sdk) {
        this.api = api;
        this.sdk = sdk;
    }

    /**
     * Makes one and answers its id.
     *
     * @param clientToken asked again with the same within a day, the platform answers the event that it made
     */
    String create(String unionId, String clientToken, Event event, Deadline deadline) throws CallFailed {
        Times times = Times.of(event);
        CreateEventRequest request = new CreateEventRequest()
                .setSummary(event.subject())
                .setIsAllDay(times.allDay())
                .setStart(new CreateEventRequestStart()
                        .setDate(times.startDate())
                        .setDateTime(times.start())
                        .setTimeZone(times.zone()))
                .setEnd(new CreateEventRequestEnd()
                        .setDate(times.endDate())
                        .setDateTime(times.end())
                        .setTimeZone(times.zone()))
                .setLocation(new CreateEventRequestLocation().setDisplayName(event.place()));
        return api.call(deadline, token -> {
            CreateEventHeaders headers =
                    new CreateEventHeaders().setXClientToken(clientToken).setXAcsDingtalkAccessToken(token);
            return SdkCall.proof(() -> sdk.calendar()
                    .createEventWithOptions(unionId, PRIMARY, request, headers, sdk.options())
                    .getBody()
                    .getId());
        });
    }

    /** Brings one up to date; the same again changes nothing. */
    void update(String unionId, String eventId, Event event, Deadline deadline) throws CallFailed {
        Times times = Times.of(event);
        PatchEventRequest request = new PatchEventRequest()
                .setId(eventId)
                .setSummary(event.subject())
                .setIsAllDay(times.allDay())
                .setStart(new PatchEventRequestStart()
                        .setDate(times.startDate())
                        .setDateTime(times.start())
                        .setTimeZone(times.zone()))
                .setEnd(new PatchEventRequestEnd()
                        .setDate(times.endDate())
                        .setDateTime(times.end())
                        .setTimeZone(times.zone()))
                .setLocation(new PatchEventRequestLocation().setDisplayName(event.place()));
        api.call(deadline, token -> {
            PatchEventHeaders headers = new PatchEventHeaders().setXAcsDingtalkAccessToken(token);
            return SdkCall.proof(() -> sdk.calendar()
                    .patchEventWithOptions(unionId, PRIMARY, eventId, request, headers, sdk.options())
                    .getBody()
                    .getId());
        });
    }

    /** Takes one out. */
    void delete(String unionId, String eventId, Deadline deadline) throws CallFailed {
        api.call(deadline, token -> {
            DeleteEventHeaders headers = new DeleteEventHeaders().setXAcsDingtalkAccessToken(token);
            return SdkCall.proof(() -> sdk.calendar()
                    .deleteEventWithOptions(unionId, PRIMARY, eventId, new DeleteEventRequest(), headers, sdk.options())
                    .getStatusCode());
        });
    }

    /** Beginning and end as the platform writes them: moments, or days of which the last is the day after. */
    private record Times(
            boolean allDay,
            @Nullable String startDate,
            @Nullable String start,
            @Nullable String endDate,
            @Nullable String end,
            @Nullable String zone) {

        static Times of(Event event) {
            if (event.from() == null) {
                return new Times(
                        true,
                        event.day().toString(),
                        null,
                        event.day().plusDays(1).toString(),
                        null,
                        null);
            }
            var start = event.day().atTime(event.from()).atZone(Zone.SHANGHAI);
            return new Times(
                    false,
                    null,
                    MOMENT.format(start),
                    null,
                    MOMENT.format(start.plusMinutes(event.minutes())),
                    Zone.SHANGHAI.getId());
        }
    }
}
