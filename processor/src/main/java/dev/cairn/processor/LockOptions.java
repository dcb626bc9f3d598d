package dev.cairn.processor;

import dev.cairn.processor.report.Nowhere;
import dev.cairn.processor.report.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code -Acairn.lock} and {@code -Acairn.lock.write} say. Immutable.
 *
 * @param file the lock file; empty if there is to be none
 * @param write what this build may write into it
 */
record LockOptions(Optional<Path> file, Write write) {
    /** What a build may write into the lock file. */
    enum Write {
        /** Nothing: the code has to be as the file says. */
        NONE,
        /** Changes after which older runs are read as before. */
        COMPATIBLE,
        /** All changes: it is accepted that some older values cannot be read. */
        ALL;

        private static Optional<Write> of(String text) {
            return switch (text) {
                case "none" -> Optional.of(NONE);
                case "compatible" -> Optional.of(COMPATIBLE);
                case "all" -> Optional.of(ALL);
                default -> Optional.empty();
            };
        }
    }

    /** The option that names the file. */
    static final String FILE = "cairn.lock";

    /** The option that lets it be written. */
    static final String WRITE = "cairn.lock.write";

    /** No lock file. */
    static final LockOptions OFF = new LockOptions(Optional.empty(), Write.NONE);

    /** Reads the options; what makes no sense is added to {@code problems}, under the id of all options. */
    static LockOptions of(Map<String, String> given, String id, List<Problem> problems) {
        String file = text(given, FILE);
        String text = text(given, WRITE);
        Optional<Write> write = given.containsKey(WRITE) ? Write.of(text) : Optional.of(Write.NONE);
        if (write.isEmpty()) {
            problems.add(Problem.error(id, Nowhere.COMPILATION, "`-Acairn.lock.write` cannot be `" + text + "`")
                    .fix("write `none`, `compatible` or `all`."));
        } else if (file.isEmpty() && (given.containsKey(FILE) || write.get() != Write.NONE)) {
            problems.add(Problem.error(id, Nowhere.COMPILATION, "`-Acairn.lock` does not name a file")
                    .fix("write `-Acairn.lock=cairn-schemas.lock`, with the path to it."));
        } else if (!file.isEmpty()) {
            try {
                return new LockOptions(Optional.of(Path.of(file)), write.get());
            } catch (InvalidPathException e) {
                problems.add(Problem.error(id, Nowhere.COMPILATION, "`-Acairn.lock` cannot be `" + file + "`")
                        .fix("write the path to a file."));
            }
        }
        return OFF;
    }

    /** The value of an option, which is null if none is written. */
    private static String text(Map<String, String> given, String name) {
        String value = given.get(name);
        return value == null ? "" : value;
    }
}
