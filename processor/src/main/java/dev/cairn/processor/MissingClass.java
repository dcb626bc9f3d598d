package dev.cairn.processor;

import dev.cairn.processor.report.Nowhere;
import dev.cairn.processor.report.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A class that the processor needs and the processor path does not have: a mistake in the build, which every flow would show anew,
 * so it is told of the compilation.
 *
 * @param name its whole name
 */
record MissingClass(String name) {
    private static final String ID = "processor-path";
    private static final String ARTIFACT = "dev.cairn:cairn-processor";

    /** As the virtual machine names it; other messages of the same error mean a class that is there and does not work. */
    private static final Pattern INTERNAL_NAME = Pattern.compile("[\\w$]+(/[\\w$]+)+");

    /** The class for lack of which something failed. */
    static Optional<MissingClass> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoClassDefFoundError
                    && cause.getMessage() != null
                    && INTERNAL_NAME.matcher(cause.getMessage()).matches()) {
                return Optional.of(new MissingClass(cause.getMessage().replace('/', '.')));
            }
        }
        return Optional.empty();
    }

    Problem problem() {
        boolean own = name.startsWith("dev.cairn.");
        return Problem.error(
                        ID,
                        Nowhere.COMPILATION,
                        "the processor path is incomplete: class `" + name + "`" + (own ? " of `" + ARTIFACT + "`" : "")
                                + " is missing")
                .fix(
                        own
                                ? "replace the jar of `" + ARTIFACT + "` with a complete one; it needs no other jar."
                                : "add the jar that contains it to the processor path.");
    }
}
