package dev.cairn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** The shells of a machine. Tests that need one that is missing are left out, unless {@code -Dshells.required=true}. */
final class Shells {
    private Shells() {}

    /** Ends a test, as one that is left out or as one that failed, if a shell is not on the {@code PATH}. */
    static void require(String shell) {
        boolean found = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, shell)));
        String missing = "there is no " + shell + " on the PATH";
        if (!found && Boolean.getBoolean("shells.required")) {
            throw new IllegalStateException(missing + ": apt-get install " + shell);
        }
        Assumptions.assumeTrue(found, missing + ", so no completion is tried in it");
    }
}
