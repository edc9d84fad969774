package ecobot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbServerIT {

    @Test
    void data_survives_a_restart_and_the_server_ends_when_closed(@TempDir Path folder) throws SQLException {
        ProcessHandle daemon;
        try (var server = MariaDbServer.start(folder)) {
            daemon = server.daemon();
            execute(server, "create table kept (word varchar(20))", "insert into kept values ('汉字🏸')");
        }
        assertThat(daemon.isAlive()).isFalse();

        try (var again = MariaDbServer.start(folder);
                var connection = DriverManager.getConnection(again.jdbcUrl("ecobot"), again.user(), again.password());
                var rows = connection.createStatement().executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("汉字🏸");
        }
    }

    @Test
    void nobody_gets_in_without_the_password_and_none_is_left_on_disk(@TempDir Path folder) throws Exception {
        try (var server = MariaDbServer.start(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("ecobot"), server.user(), "wrong"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("mysql"), "root", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(folder.resolve("init.sql")).doesNotExist();
        }
    }

    @Test
    void second_server_on_one_folder_is_refused_with_the_mend(@TempDir Path folder) {
        try (var server = MariaDbServer.start(folder)) {
            assertThat(server.daemon().isAlive()).isTrue();
            assertThatThrownBy(() -> MariaDbServer.start(folder))
                    .isInstanceOfSatisfying(
                            CannotStart.class, e -> assertThat(e.mend()).contains("ECOBOT_FOLDER"));
        }
    }

    @Test
    void server_ends_when_the_guard_loses_its_pipe_as_after_kill_9(@TempDir Path folder) {
        try (var server = MariaDbServer.start(folder)) {
            var daemon = server.daemon();

            server.losePipe();

            Awaitility.await().until(() -> !daemon.isAlive());
        }
    }

    @Test
    void server_that_is_killed_comes_back_where_it_was_with_its_data(@TempDir Path folder) throws SQLException {
        try (var server = MariaDbServer.start(folder)) {
            execute(server, "create table kept (word varchar(20))", "insert into kept values ('x')");

            var killed = server.daemon();
            killed.destroyForcibly();
            killed.onExit().join();

            Awaitility.await()
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> execute(server, "insert into kept values ('y')"));
        }
    }

    @Test
    void folder_that_is_a_file_is_named_with_the_mend(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> MariaDbServer.start(file))
                .isInstanceOfSatisfying(
                        CannotStart.class, e -> assertThat(e.mend()).contains("ECOBOT_FOLDER"));
    }

    @Test
    void start_that_fails_gives_the_folder_back(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("tmp"), "in the way");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> MariaDbServer.start(folder)).hasMessageContaining("cannot be used");
        }
    }

    private static void execute(MariaDbServer server, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("ecobot"), server.user(), server.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
