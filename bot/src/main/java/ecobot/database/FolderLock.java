package ecobot.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a second EcoBot out of a folder. Ends with this JVM, even a killed one. */
final class FolderLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FolderLock.class);

    private final RandomAccessFile file;

    private FolderLock(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Takes the folder, which is made if need be.
     *
     * @throws CannotStart when somebody else has it, or it cannot be written to
     */
    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = new RandomAccessFile(folder.resolve("lock").toFile(), "rw");
            if (!isOurs(file)) {
                file.close();
                throw new CannotStart(
                        "another EcoBot uses the folder " + folder, "stop it, or set ECOBOT_FOLDER to another folder");
            }
            return new FolderLock(file);
        } catch (IOException e) {
            throw new CannotStart(
                    "cannot write to the folder " + folder + " (" + e.getMessage() + ")",
                    "make it writable, or set ECOBOT_FOLDER to another folder",
                    e);
        }
    }

    private static boolean isOurs(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very JVM has it
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            log.warn("the lock of the database's folder could not be given back: {}", e.getMessage());
        }
    }
}
