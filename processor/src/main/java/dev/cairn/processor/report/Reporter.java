package dev.cairn.processor.report;

import dev.cairn.processor.model.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Shows problems: in the order of the source, each as grave as the options and {@code @SuppressWarnings} make it. Immutable. */
public final class Reporter {
    private static final SourceOrder FIRST = new SourceOrder(-1, 0, 0, 0);

    private static final Comparator<Problem> ORDER =
            Comparator.comparing((Problem problem) -> order(problem.position())).thenComparing(Problem::id);

    private final Messager messager;
    private final boolean strict;

    /**
     * A reporter for one compilation.
     *
     * @param strict whether warnings are errors
     */
    public Reporter(ProcessingEnvironment environment, boolean strict) {
        this.messager = environment.getMessager();
        this.strict = strict;
    }

    /** Shows problems that were found together; each once, however often it was found. Of one rule at one place, as it gave them. */
    public void report(List<Problem> problems) {
        problems.stream().sorted(ORDER).distinct().forEach(this::report);
    }

    /** Whether a problem is shown, rather than silenced. */
    public boolean shows(Problem problem) {
        return severity(problem).isPresent();
    }

    /** Whether a problem keeps its flow from being generated. */
    public boolean isError(Problem problem) {
        return severity(problem).filter(Severity.ERROR::equals).isPresent();
    }

    private void report(Problem problem) {
        severity(problem).ifPresent(severity -> print(kind(severity), problem.message(), problem.position()));
    }

    /** How grave it is; empty if it is silenced. */
    private Optional<Severity> severity(Problem problem) {
        Element element = element(problem.position());
        if (problem.severity() == Severity.ERROR) {
            return Optional.of(Severity.ERROR);
        } else if (element != null && Suppressions.silence(problem.id(), element)) {
            return Optional.empty();
        }
        boolean raised = strict && problem.severity() == Severity.WARNING;
        return Optional.of(raised ? Severity.ERROR : problem.severity());
    }

    private void print(Diagnostic.Kind kind, String message, Position position) {
        if (position instanceof BodyPosition body) {
            body.print(kind, message);
        } else if (position instanceof ElementPosition element) {
            messager.printMessage(kind, message, element.element(), element.annotation(), element.value());
        } else {
            messager.printMessage(kind, message);
        }
    }

    private static Diagnostic.Kind kind(Severity severity) {
        return switch (severity) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
    }

    private static SourceOrder order(Position position) {
        if (position instanceof BodyPosition body) {
            return new SourceOrder(
                    body.elementOrder().flow(), body.elementOrder().member(), SourceOrder.BODY, body.offset());
        }
        return position instanceof ElementPosition element ? element.order() : FIRST;
    }

    private static @Nullable Element element(Position position) {
        if (position instanceof BodyPosition body) {
            return body.element();
        }
        return position instanceof ElementPosition element ? element.element() : null;
    }
}
