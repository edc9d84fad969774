package ecobot.testing;

import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives a context an empty schema, an empty folder and a Quartz cluster of its own. Quartz keeps the databases of one JVM by the cluster's name: two
 * contexts of one name would both use the schema of the later one.
 */
public class FreshSchema implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var schema = TestDatabase.fresh();
        TestPropertyValues.of(
                        "spring.datasource.url=" + schema.url(),
                        "spring.datasource.username=" + schema.user(),
                        "spring.datasource.password=" + schema.password(),
                        "spring.quartz.properties.org.quartz.scheduler.instanceName=" + schema.name(),
                        "ecobot.folder="
                                + Path.of("target", "it", UUID.randomUUID().toString()))
                .applyTo(context);
    }
}
