package dev.cairn.processor;

import dev.cairn.processor.model.Position;
import dev.cairn.processor.report.ElementPosition;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.report.SourceOrder;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Tells of a failure of the processor itself, where it can be seen, instead of letting the compiler crash. */
final class InternalFailure {
    private static final String ID = "internal-error";
    private static final String OUTPUT = "output";

    private InternalFailure() {}

    /** A failure on a flow, before which {@code number} classes stand. */
    static Problem problem(TypeElement flow, int number, Throwable failure) {
        SourceOrder order = new SourceOrder(number, 0, SourceOrder.NAME, 0);
        return problem("flow `" + flow.getSimpleName() + "`", new ElementPosition(flow, null, null, order), failure);
    }

    /** A failure on something else. */
    static Problem problem(String what, Position position, Throwable failure) {
        if (failure instanceof UncheckedIOException output) {
            return Problem.error(OUTPUT, position, "the code generated for " + what + " cannot be written")
                    .detail(
                            "cause",
                            String.valueOf(
                                    Objects.requireNonNull(output.getCause()).getMessage()));
        }
        Optional<MissingClass> missing = MissingClass.of(failure);
        if (missing.isPresent()) {
            return missing.get().problem();
        }
        return Problem.error(ID, position, "Cairn " + ProcessorVersion.current() + " failed on " + what)
                .detail("trace", String.join("\n", trace(failure)))
                .fix("this is a bug in Cairn, not in the flow: please report it with this message.");
    }

    /** The failure and its causes, down to where the compiler called the processor. */
    private static List<String> trace(Throwable failure) {
        List<String> lines = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            lines.add((cause == failure ? "" : "caused by ") + cause);
            Arrays.stream(cause.getStackTrace())
                    .takeWhile(frame -> !frame.getMethodName().equals("process"))
                    .forEach(frame -> lines.add("  at " + frame));
        }
        return lines;
    }
}
