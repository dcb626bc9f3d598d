package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.Datastore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to stop before it has opened its first datastore. */
class OpenedAtExitTest {
    @TempDir
    private Path directory;

    /** Opens a datastore while the virtual machine ends. */
    static final class Process {
        private Process() {}

        /** Argument: the URL of the datastore. */
        public static void main(String[] arguments) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try (Datastore datastore = Datastore.of(arguments[0])) {
                    System.out.println(datastore
                            .blobs()
                            .put("late".getBytes(StandardCharsets.UTF_8))
                            .address());
                }
            }));
        }
    }

    @Test
    void aDatastoreCanBeOpenedWhileTheProcessEnds() throws IOException {
        try (ChildProcess process = ChildProcess.start(Process.class, "file:" + directory)) {
            String address = process.line();
            assertThat(process.waitFor()).isZero();

            try (Datastore datastore = Datastore.of("file:" + directory)) {
                assertThat(datastore.blobs().list().map(blob -> blob.address().toString()))
                        .containsExactly(address);
            }
        }
    }
}
