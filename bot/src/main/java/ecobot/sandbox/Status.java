package ecobot.sandbox;

import ecobot.TryIt;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** How the apps are connected and what they are owed. */
@TryIt
@Component
class Status {

    private final Apps apps;
    private final People people;
    private final Stream stream;
    private final Quota quota;
    private final Faults faults;

    Status(Apps apps, People people, Stream stream, Quota quota, Faults faults) {
        this.apps = apps;
        this.people = people;
        this.stream = stream;
        this.quota = quota;
        this.faults = faults;
    }

    /**
     * All apps, by client id.
     *
     * @param connected whether the bot holds a connection that takes messages
     */
    record View(boolean connected, List<App> apps) {}

    /**
     * One app.
     *
     * @param robot what its robot is called in the chat
     * @param connections open WebSockets
     * @param pending messages that wait for a connection
     * @param unacked messages that were pushed and not acknowledged
     */
    record App(String clientId, String robot, int connections, long pending, long unacked) {}

    View view() {
        var connected = stream.of(Apps.BOT).stream().anyMatch(Connection::takesBotMessages);
        var views = StreamSupport.stream(apps.all().spliterator(), false)
                .map(Apps.App::clientId)
                .sorted()
                .map(this::app)
                .toList();
        return new View(connected, views);
    }

    QuotaView quota() {
        return QuotaView.of(quota, faults.switches().quotaEnforced());
    }

    private String robot(String id) {
        return people.robot(id).map(People.Robot::name).orElse(id);
    }

    private App app(String id) {
        return new App(id, robot(id), stream.of(id).size(), stream.waiting(id), stream.unacked(id));
    }
}
