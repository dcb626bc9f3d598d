package dev.cairn.cli;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.internal.DefaultDatastore;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows the command that shows what a run left behind.
 *
 * @param program how this program is started
 * @param datastore the URL that the run was given, or null if it uses the default datastore
 */
record ReadBack(String program, @Nullable String datastore) {
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\p{L}\\p{N}_./:=@%+,-]+");

    /** The command for a run or a part of it; none if it cannot be read by another process. */
    Optional<String> command(RunReference run, String pathspec) {
        return command("show", run, pathspec);
    }

    /** The same, of another command than {@code show}. */
    Optional<String> command(String command, RunReference run, String pathspec) {
        String url = run.datastore().url();
        if (!Datastore.exists(url)) {
            return Optional.empty();
        }
        return Optional.of(program + " " + command + " " + quoted(pathspec)
                + (isFoundWithoutOption() ? "" : " --datastore " + quoted(url)));
    }

    /** Whether who types the command, without the system properties of this process, gets to the same datastore. */
    private boolean isFoundWithoutOption() {
        return System.getProperty(DefaultDatastore.PROPERTY, "").isBlank()
                && (datastore == null || datastore.equals(DefaultDatastore.url()));
    }

    /** A text as a shell takes it for one word. */
    static String quoted(String text) {
        return NEEDS_NO_QUOTES.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
