package dev.cairn.datastore;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a run, such as {@code 20261123T211357042-k3f9x2dq}: the UTC time of its start, in milliseconds, and eight random
 * characters. Ids sort by start time; ids from the same process never share a time. Immutable.
 *
 * @param value the id as text
 */
public record RunId(String value) implements Comparable<RunId> {
    private static final Pattern FORM = Pattern.compile("[0-9]{8}T[0-9]{9}-[0-9a-z]{8}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private static long lastMillis; // guarded by RunId.class

    /**
     * Checks the form.
     *
     * @param value the id as text
     * @throws IllegalArgumentException if {@code value} does not have the format of a run id; so an id can never be a path
     */
    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "`" + value + "` is not a run id, which looks like 20261123T211357042-k3f9x2dq");
        }
    }

    /**
     * {@return a new id, which sorts after all ids that this process created before}. Thread-safe.
     *
     * @param clock gives the time of the start; where it does not advance, the id is a millisecond later than the last one
     */
    public static RunId next(Clock clock) {
        StringBuilder id = new StringBuilder(TIME.format(Instant.ofEpochMilli(nextMillis(clock)))).append('-');
        for (int i = 0; i < 8; i++) {
            id.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
        }
        return new RunId(id.toString());
    }

    private static synchronized long nextMillis(Clock clock) {
        lastMillis = Math.max(lastMillis + 1, clock.millis());
        return lastMillis;
    }

    /** Written out: the virtual machine would make that of a record when it is first called, which takes a short process too long. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
