package ecobot.database;

import java.time.Instant;
import org.apache.ibatis.session.LocalCacheScope;
import org.mybatis.spring.boot.autoconfigure.ConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all mappers rely on. */
@Configuration(proxyBeanMethods = false)
class MyBatisConventions {

    @Bean
    ConfigurationCustomizer instantsInUtc() {
        return configuration ->
                configuration.getTypeHandlerRegistry().register(Instant.class, UtcInstantTypeHandler.class);
    }

    /** The session's own cache knows nothing of savepoints: after a command was rolled back it would still show what the command had read. */
    @Bean
    ConfigurationCustomizer nothingRememberedBetweenStatements() {
        return configuration -> configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    }
}
