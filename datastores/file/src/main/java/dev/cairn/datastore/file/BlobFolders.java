package dev.cairn.datastore.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders of blobs, one per first byte of an address. A folder that is there need not be durable: who made it may have died
 * before. So each process makes sure once, with the first file that it stores. For the thread of the committer.
 */
final class BlobFolders {
    private final StoreDirectory directory;
    private final Set<Path> durable = new HashSet<>();

    BlobFolders(StoreDirectory directory) {
        this.directory = directory;
    }

    /** Makes a folder, durably, unless it is there, durably. The directory of all folders is never made anew. */
    void make(Path folder) throws IOException {
        if (durable.contains(folder)) {
            return;
        }
        if (!Files.isDirectory(directory.blobs())) {
            throw new NoSuchFileException(directory.blobs().toString());
        }
        if (Files.isDirectory(folder)) {
            List<Path> present = present();
            directory.disk().forceNames(directory.blobs());
            durable.addAll(present);
        } else {
            directory.make(folder);
            durable.add(folder);
        }
    }

    private List<Path> present() throws IOException {
        try (Stream<Path> folders = Files.list(directory.blobs())) {
            return folders.filter(Files::isDirectory).toList();
        }
    }
}
