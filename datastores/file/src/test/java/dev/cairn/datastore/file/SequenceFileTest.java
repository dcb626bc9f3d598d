package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceFileTest {
    private static final String ID = "8c7b7f7c-6a59-4b9b-9a10-6a8f1b0a2f11";

    @TempDir
    private Path parent;

    private StoreDirectory directory;

    @BeforeEach
    void makeDirectory() {
        directory = StoreDirectory.open(parent.resolve("store"));
    }

    private byte[] written(long commits) throws IOException {
        try (SequenceFile file = new SequenceFile(directory)) {
            file.write(new StoreRow(ID, commits, 0));
        }
        return Files.readAllBytes(directory.sequence());
    }

    @Test
    void tellsHowManyCommitsAreMissing() throws IOException, SQLException {
        assertThat(new String(written(2000))).startsWith(ID + " 0000000000000002000 ");
        SequenceFile.require(directory, () -> new StoreRow(ID, 2000, 0));
        assertThatThrownBy(() -> SequenceFile.require(directory, () -> new StoreRow(ID, 1999, 0)))
                .isInstanceOf(DatastoreException.class)
                .hasMessageContaining("does not have the last 1 of 2000 commits");
    }

    /** A loss of power, a full disk or another process that reads meanwhile may see any part of a write. */
    @Test
    void aTornWriteIsNotTakenForLostCommits() throws IOException, SQLException {
        for (long commits : new long[] {9, 99, 1999, 2000, 123_455}) {
            byte[] before = written(commits);
            byte[] after = written(commits + 1);
            for (int cut = 0; cut <= after.length; cut++) {
                byte[] beginning = before.clone();
                System.arraycopy(after, 0, beginning, 0, cut);
                requireSound(beginning, commits + 1);
                byte[] end = after.clone();
                System.arraycopy(before, 0, end, 0, cut);
                requireSound(end, commits + 1);
                requireSound(Arrays.copyOf(after, cut), commits + 1);
            }
        }
    }

    private void requireSound(byte[] content, long commits) throws IOException, SQLException {
        Files.write(directory.sequence(), content);
        SequenceFile.require(directory, () -> new StoreRow(ID, commits, 0));
    }
}
