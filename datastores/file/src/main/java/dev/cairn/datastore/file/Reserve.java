package dev.cairn.datastore.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Some room on the disk that is given up when the disk is full, so that it can still be written why a run ended. For the thread
 * that writes; processes that share a datastore share it.
 */
final class Reserve {
    /** A record of a run, its failure, and the pages of the database that they change. */
    private static final int BYTES = 128 * 1024;

    private final StoreDirectory directory;
    private final Path file;

    Reserve(StoreDirectory directory) {
        this.directory = directory;
        this.file = directory.reserve();
    }

    /** Takes the room, unless it is taken; without a word if there is none. */
    void take() {
        try {
            if (!Files.exists(file) || Files.size(file) < BYTES) {
                byte[] bytes = new byte[BYTES]; // random ones: of zeros some file systems make nothing
                new SplittableRandom().nextBytes(bytes);
                directory.makeFile(file);
                try (Disk.WritableFile room = directory.disk().open(file)) {
                    room.write(0, bytes, 0, BYTES);
                }
            }
        } catch (IOException e) {
            giveUp(); // what little there is, others need more; the next one who opens the datastore may have more luck
        }
    }

    /** Gives the room up; whether there was any. */
    boolean giveUp() {
        try {
            return directory.disk().delete(file);
        } catch (IOException e) {
            return false;
        }
    }
}
