package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.support.BlobStore;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.PreparedBlob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is only as durable as its name, and the names of all directories it is in. */
class NamesTest {
    @TempDir
    private Path parent;

    private final List<Path> forced = new ArrayList<>();

    private final Disk disk = new ObservedDisk((operation, action) -> {
        action.run();
        if (operation instanceof Operation.ForceNames names) {
            forced.add(names.path());
        }
    });

    @Test
    void theParentsOfANewDatastoreAreForced() throws IOException {
        Path root = parent.resolve("a/b/store");
        StoreDirectory directory = StoreDirectory.open(root, disk);
        assertThat(forced).containsExactly(parent, parent.resolve("a"), parent.resolve("a/b"), root, root);

        forced.clear();
        Database.open(directory);
        List<Path> names =
                new ArrayList<>(List.of(root)); // of the database, and of all that somebody else may have made
        for (Path above = root.getParent();
                above != null && Files.getFileStore(above).equals(Files.getFileStore(root));
                above = above.getParent()) {
            names.add(above);
        }
        assertThat(forced).isEqualTo(names);

        forced.clear();
        Database.open(StoreDirectory.open(root, disk));
        assertThat(forced).isEmpty();
    }

    @Test
    void theFolderOfABlobIsForced() throws IOException {
        StoreDirectory directory = StoreDirectory.open(parent.resolve("store"), disk);
        BlobFiles files = new BlobFiles(directory, FileStore.COMPRESSION);
        forced.clear();

        Path folder = publish(files, 1).getParent();
        assertThat(forced).containsExactly(directory.blobs(), folder);

        forced.clear();
        publish(files, 1);
        assertThat(forced).containsExactly(folder);
    }

    @Test
    void aFolderThatSomebodyElseMadeIsForcedTooButOnce() throws IOException {
        StoreDirectory directory = StoreDirectory.open(parent.resolve("store"), disk);
        Path folder = publish(new BlobFiles(directory, FileStore.COMPRESSION), 1)
                .getParent(); // by a process that may have died right then
        Path other = publish(new BlobFiles(directory, FileStore.COMPRESSION), 2).getParent();
        assertThat(other).isNotEqualTo(folder);
        BlobFiles files = new BlobFiles(directory, FileStore.COMPRESSION);
        forced.clear();

        publish(files, 1);
        assertThat(forced).containsExactly(directory.blobs(), folder);

        forced.clear();
        publish(files, 2); // its name was forced with the other's
        assertThat(forced).containsExactly(other);
    }

    /** Stores a file of these bytes; where. */
    private Path publish(BlobFiles files, long seed) throws IOException {
        byte[] content = Example.randomBytes(100_000, seed);
        BlobStore.Staging staging = files.stage(Encoding.RAW);
        staging.write(content, 0, content.length);
        BlobInfo info = new BlobInfo(Address.ofContent(content), content.length);
        PreparedBlob.Staged blob = staging.finish(info);
        Path root = parent.resolve("store");
        files.publish(blob);
        files.forceNames();
        String digits = info.address().toString();
        Path file = root.resolve("blobs").resolve(digits.substring(0, 2)).resolve(digits.substring(2));
        assertThat(Files.size(file)).isEqualTo(100_000);
        return file;
    }
}
