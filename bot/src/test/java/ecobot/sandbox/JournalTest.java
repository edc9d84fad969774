package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Entry ONE = new Entry.Recalled(Instant.EPOCH, "one");
    private static final Entry TWO = new Entry.Recalled(Instant.EPOCH, "two");

    @TempDir
    Path folder;

    @Test
    void reads_back_what_was_written() {
        try (var journal = journal()) {
            journal.append(ONE);
            journal.append(TWO);
        }

        assertThat(entries()).containsExactly(ONE, TWO);
    }

    @Test
    void line_is_in_the_file_before_append_returns() throws IOException {
        try (var journal = journal()) {
            journal.append(ONE);

            assertThat(Files.readString(file())).endsWith("\n").contains("\"one\"");
        }
    }

    @Test
    void torn_last_line_is_skipped_and_spoils_no_later_one() throws IOException {
        try (var journal = journal()) {
            journal.append(ONE);
        }
        // Half of a three-byte character, as a killed process may leave it.
        Files.write(file(), new byte[] {'{', '"', (byte) 0xE5, (byte) 0xB1}, StandardOpenOption.APPEND);

        try (var journal = journal()) {
            journal.append(TWO);
        }

        assertThat(entries()).containsExactly(ONE, TWO);
    }

    @Test
    void interrupted_thread_closes_the_journal_for_nobody() {
        try (var journal = journal()) {
            Thread.currentThread().interrupt();
            journal.append(ONE);
            assertThat(Thread.interrupted()).isTrue();
            journal.append(TWO);
        }

        assertThat(entries()).containsExactly(ONE, TWO);
    }

    private Journal journal() {
        return new Journal(file());
    }

    private Path file() {
        return folder.resolve("journal.jsonl");
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        try (var journal = journal()) {
            journal.replay(entries::add);
        }
        return entries;
    }
}
