package ecobot.sandbox;

import ecobot.TryIt;
import ecobot.calendar.SettableClock;
import ecobot.dingtalk.DingTalkAccess;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the stand-in is made of. Everything is rebuilt from the journal before the first call comes in. */
@TryIt
@Configuration(proxyBeanMethods = false)
class Sandbox {

    @Bean
    DingTalkAccess sandboxAccess(Environment environment, People people) {
        return new SandboxAccess(environment, people);
    }

    @Bean
    People sandboxPeople(@Value("${ecobot.templates.folder:}") String folder) {
        return new People(PeopleFile.read(folder));
    }

    @Bean
    Journal sandboxJournal(@Value("${ecobot.folder}") String folder) {
        return new Journal(Path.of(folder, "sandbox", "journal.jsonl"));
    }

    @Bean
    Faults sandboxFaults() {
        return new Faults();
    }

    @Bean
    Apps sandboxApps(@Qualifier("machineClock") Clock machineClock) {
        return new Apps(machineClock);
    }

    @Bean
    DownloadCodes sandboxDownloadCodes(@Qualifier("machineClock") Clock machineClock) {
        return new DownloadCodes(machineClock);
    }

    @Bean
    Sessions sandboxSessions(Clock clock) {
        return new Sessions(clock);
    }

    @Bean
    Rates sandboxRates(Clock clock) {
        return new Rates(clock);
    }

    @Bean
    Quota sandboxQuota(Journal journal, Clock clock) {
        return new Quota(journal, clock);
    }

    @Bean
    Gate sandboxGate(Apps apps, Rates rates, Quota quota, Faults faults) {
        return new Gate(apps, rates, quota, faults);
    }

    @Bean
    MediaFiles sandboxMedia(@Value("${ecobot.folder}") String folder, Journal journal, Clock clock) {
        return new MediaFiles(Path.of(folder, "sandbox", "media"), journal, clock);
    }

    @Bean
    Events sandboxEvents() {
        return new Events();
    }

    @Bean
    Chat sandboxChat(Journal journal, Clock clock, Events events) {
        return new Chat(journal, clock, said -> events.tell("message", MessageView.News.of(said)));
    }

    @Bean
    Stream sandboxStream(
            Journal journal, Clock clock, @Qualifier("machineClock") Clock machineClock, Faults faults, Quota quota) {
        return new Stream(journal, clock, machineClock, faults, quota);
    }

    @Bean
    Talk sandboxTalk(
            People people,
            Chat chat,
            MediaFiles media,
            DownloadCodes codes,
            Sessions sessions,
            Stream stream,
            Faults faults,
            Clock clock) {
        return new Talk(people, chat, media, codes, sessions, stream, faults, clock);
    }

    /** Reads the journal, and only then sets the clock: counters belong to the month in which they were read. */
    @Bean
    Memory sandboxMemory(
            Journal journal,
            SettableClock clock,
            @Qualifier("machineClock") Clock machineClock,
            Chat chat,
            MediaFiles media,
            Sessions sessions,
            Stream stream,
            Quota quota,
            Uuids uuids,
            Todos todos,
            DayEvents events,
            Cards cards) {
        var memory = new Memory(clock, machineClock, chat, media, sessions, stream, quota, uuids, todos, events, cards);
        memory.recall(journal);
        return memory;
    }

    @Bean
    Cards sandboxCards() {
        return new Cards();
    }

    @Bean
    Todos sandboxTodos(Chat chat) {
        return new Todos(chat);
    }

    @Bean
    DayEvents sandboxDayEvents(Chat chat) {
        return new DayEvents(chat);
    }

    @Bean
    Uuids sandboxUuids() {
        return new Uuids();
    }

    @Bean
    FilterRegistrationBean<CallLog> sandboxCallLog(Journal journal, Clock clock, Faults faults) {
        var registration = new FilterRegistrationBean<>(new CallLog(journal, clock, faults));
        registration.addUrlPatterns("/v1.0/*", "/robot/*", "/topapi/*", "/media/*", "/gettoken", FileApi.PATH + "*");
        registration.setOrder(Integer.MIN_VALUE + 10);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> sandboxScissors() {
        return factory -> factory.addEngineValves(new Scissors());
    }
}
