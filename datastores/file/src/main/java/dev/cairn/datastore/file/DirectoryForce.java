package dev.cairn.datastore.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes the names in a directory durable: a file whose bytes are on the disk is lost all the same if its name is not. */
@FunctionalInterface
interface DirectoryForce {
    /** Returns when all names in {@code directory} are durable. */
    void force(Path directory) throws IOException;

    /** As the platform does it. Windows does so itself, and cannot open directories. */
    static DirectoryForce standard() {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return directory -> {};
        }
        return directory -> {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        };
    }
}
