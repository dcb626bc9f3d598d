package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash between the writing of a file and the commit leaves a file that nobody knows: it harms nobody. */
class OrphanFilesTest {
    private static final byte[] LARGE = Example.randomBytes(100_000, 1);

    @TempDir
    private Path directory;

    private Path file(Address address) {
        String digits = address.toString();
        return directory.resolve("blobs").resolve(digits.substring(0, 2)).resolve(digits.substring(2));
    }

    private Path orphan(byte[] content) throws IOException {
        Path file = file(Address.ofContent(LARGE));
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    @Test
    void anOrphanIsNoBlob() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            orphan(LARGE);

            assertThat(datastore.blobs().find(Address.ofContent(LARGE))).isEmpty();
            assertThat(datastore.blobs().list()).isEmpty();
        }
    }

    @Test
    void aBlobReplacesAnOrphanOfItsNameWhateverThatHolds() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            orphan(new byte[] {1, 2, 3});
            BlobInfo blob = datastore.blobs().put(LARGE);

            assertThat(datastore.blobs().read(blob.address())).isEqualTo(LARGE);
        }
    }

    @Test
    void sweepingRemovesOrphansAndNothingElse() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            Path orphan = orphan(LARGE);
            BlobInfo blob = datastore.blobs().put(Example.randomBytes(100_000, 2));
            Path stranger = Files.writeString(directory.resolve("blobs/README"), "mine");
            Path oldTemporary = Files.write(directory.resolve("tmp/old"), LARGE);
            Files.setLastModifiedTime(oldTemporary, FileTime.from(Instant.now().minusSeconds(100_000)));
            Path newTemporary = Files.write(directory.resolve("tmp/new"), LARGE);

            datastore.blobs().sweep();

            assertThat(orphan).doesNotExist();
            assertThat(oldTemporary).doesNotExist();
            assertThat(newTemporary).exists(); // somebody may be writing it
            assertThat(stranger).exists();
            assertThat(file(blob.address())).exists();
        }
    }

    @Test
    void deletingABlobRemovesItsFile() {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            BlobInfo blob = datastore.blobs().put(LARGE);
            datastore.blobs().delete(blob.address());

            assertThat(file(blob.address())).doesNotExist();
        }
    }

    @Test
    void contentThatThrowsLeavesNoFile() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            try {
                datastore.blobs().put(output -> {
                    output.write(LARGE);
                    output.write(LARGE);
                    throw new IllegalStateException("broken");
                });
            } catch (IllegalStateException e) {
                assertThat(directory.resolve("tmp")).isEmptyDirectory();
                assertThat(directory.resolve("blobs")).isEmptyDirectory();
                return;
            }
        }
        throw new AssertionError("the exception of the content must be passed on");
    }
}
