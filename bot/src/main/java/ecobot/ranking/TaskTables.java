package ecobot.ranking;

import ecobot.chat.SentFile;
import ecobot.ranking.TaskTableMapper.NewTable;
import ecobot.ranking.TaskTableMapper.Row;
import ecobot.roster.Member;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The task tables that were imported, every version of them. */
@Component
class TaskTables {

    private final TaskTableMapper mapper;

    TaskTables(TaskTableMapper mapper) {
        this.mapper = mapper;
    }

    /** The version in force. */
    Optional<Stored> latest(YearMonth month) {
        return stored(month, mapper.latest(month.atDay(1)));
    }

    Optional<Stored> version(YearMonth month, int version) {
        return stored(month, mapper.version(month.atDay(1), version));
    }

    /**
     * Keeps a table as the version after {@code before}, in the caller's transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException when somebody else has stored that version meanwhile
     */
    Stored keep(TaskTable table, int before, String fileHash, SentFile upload, Member by, Instant at) {
        int version = before + 1;
        var monthOn = table.month().atDay(1);
        mapper.insert(new NewTable(monthOn, version, table.hash(), fileHash, upload.fileName(), by.id(), at));
        var stored = version(table.month(), version).orElseThrow();
        mapper.insertTargets(stored.id(), table.targets());
        return new Stored(stored.id(), version, stored.hash(), at, table);
    }

    private Optional<Stored> stored(YearMonth month, @Nullable Row row) {
        return Optional.ofNullable(row)
                .map(found -> new Stored(
                        found.id(),
                        found.version(),
                        found.contentHash(),
                        found.importedAt(),
                        new TaskTable(
                                month,
                                mapper.targets(found.id()).stream()
                                        .map(target -> new TaskTable.Target(
                                                target.unitId(), target.kind(), target.toFind(), target.toRectify()))
                                        .toList())));
    }

    /** A version. */
    record Stored(long id, int version, String hash, Instant importedAt, TaskTable table) {}
}
