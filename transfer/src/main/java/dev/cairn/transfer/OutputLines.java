package dev.cairn.transfer;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which attempts, one after the other, have how many lines of output: kept as a digest, however many they are. Not thread-safe. */
final class OutputLines {
    private final MessageDigest digest = Address.newDigest();
    private @Nullable String attempt;
    private long lines;

    /** Adds lines of the same attempt as before, or of the next one. */
    void add(RunId run, TaskId task, int number, long more) {
        String next = run + " " + task + " " + number;
        if (!next.equals(attempt)) {
            end();
            attempt = next;
        }
        lines += more;
    }

    /** Ends the lines of an attempt. */
    void end() {
        if (attempt != null) {
            digest.update((attempt + " " + lines + "\n").getBytes(StandardCharsets.UTF_8));
        }
        attempt = null;
        lines = 0;
    }

    /** Whether both have seen the same. Asked for once. */
    boolean isEqualTo(OutputLines other) {
        end();
        other.end();
        return Arrays.equals(digest.digest(), other.digest.digest());
    }
}
