package dev.cairn.datastore.file;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processes with file systems of their own. */
final class OwnMounts {
    private OwnMounts() {}

    /** Skips a test where the system lets nobody mount. */
    static void assumeAllowed() throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/unshare"))).isTrue();
        assumeThat(new ProcessBuilder("unshare", "-rm", "true").start().waitFor())
                .isZero();
    }
}
