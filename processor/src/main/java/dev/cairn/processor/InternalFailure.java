package dev.cairn.processor;

import dev.cairn.processor.report.ElementPosition;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.report.SourceOrder;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.lang.model.element.TypeElement;

/** Tells of a failure of the processor itself, where it can be seen, instead of letting the compiler crash. */
final class InternalFailure {
    private InternalFailure() {}

    static Problem problem(TypeElement flow, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        String headline = "Cairn " + ProcessorVersion.current() + " failed on flow `" + flow.getSimpleName() + "`";
        ElementPosition position = new ElementPosition(flow, null, null, new SourceOrder(0, 0, SourceOrder.NAME, 0));
        return Problem.error("internal-error", position, headline)
                .detail("trace", trace.toString().strip().replace("\t", "    "))
                .fix("this is a mistake in Cairn, not in the flow: please report it with this message.");
    }
}
