package ecobot.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands at the edges instead of the real rooms. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeEdges {

    @Bean
    @Primary
    RecordingHandler recordingHandler(JdbcClient sql) {
        return new RecordingHandler(sql);
    }

    @Bean
    @Primary
    FakeMessenger fakeMessenger() {
        return new FakeMessenger();
    }

    @Bean
    @Primary
    FakeMediaSource fakeMediaSource() {
        return new FakeMediaSource();
    }
}
