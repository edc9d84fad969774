package ecobot.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded server as long as no {@code spring.datasource.url} names another one. It outlives all that uses it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class EmbeddedDatabase {

    @Bean
    MariaDbServer mariaDbServer(@Value("${ecobot.folder}") Path folder) {
        return MariaDbServer.start(folder.resolve("database"));
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(MariaDbServer server) {
        return new ServerConnection(server);
    }

    private record ServerConnection(MariaDbServer server) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return server.user();
        }

        @Override
        public String getPassword() {
            return server.password();
        }

        @Override
        public String getJdbcUrl() {
            return server.jdbcUrl("ecobot");
        }
    }
}
