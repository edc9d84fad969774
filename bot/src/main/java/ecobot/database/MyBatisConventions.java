package ecobot.database;

import java.time.Instant;
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
}
