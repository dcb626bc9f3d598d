package dev.cairn.processor;

import dev.cairn.processor.report.Nowhere;
import dev.cairn.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code -Acairn.*} says. Immutable.
 *
 * @param strict whether warnings are errors: {@code -Acairn.strict=true}
 * @param lock the lock file: {@code -Acairn.lock=<file>}
 * @param problems options that do not exist, and values that make no sense
 */
record Options(boolean strict, LockOptions lock, List<Problem> problems) {
    /** The option that makes errors of warnings. */
    static final String STRICT = "cairn.strict";

    /** All options. */
    static final Set<String> NAMES = Set.of(STRICT, LockOptions.FILE, LockOptions.WRITE);

    private static final String ID = "option";

    /** Reads the options of the compiler, of which those of other processors are left alone. */
    static Options of(Map<String, String> given) {
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(given).forEach((name, value) -> {
            if (name.startsWith("cairn.") && !NAMES.contains(name)) {
                problems.add(Problem.error(ID, Nowhere.COMPILATION, "there is no option `-A" + name + "`")
                        .fix("the options of Cairn are `-Acairn.strict=true`, `-Acairn.lock=<file>` and"
                                + " `-Acairn.lock.write=compatible`."));
            }
        });
        String strict = given.getOrDefault(STRICT, "false");
        boolean isStrict = strict == null || strict.isEmpty() || strict.equals("true");
        if (!isStrict && !strict.equals("false")) {
            problems.add(Problem.error(ID, Nowhere.COMPILATION, "`-Acairn.strict` cannot be `" + strict + "`")
                    .fix("write `true` or `false`."));
        }
        LockOptions lock = LockOptions.of(given, ID, problems);
        return new Options(isStrict, lock, List.copyOf(problems));
    }
}
