package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.FieldAccess.Kind;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StepBody;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.BodyRule;
import dev.cairn.processor.rule.common.Text;
import java.util.List;
import java.util.Optional;

/**
 * A private field, which is transient or named {@code _like_this}, is read only by a step that has assigned it, or if
 * the constructor or an initialiser has: what another step assigned is gone. A primitive that is counted up starts from
 * its default, and a step that assigns a field may first check whether it has.
 */
final class UnassignedPrivateFieldRule implements BodyRule {
    static final String ID = "unassigned-private-field";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Problem> check(FlowSource source, FlowBodies bodies) {
        return source.flow().steps().stream()
                .flatMap(step -> bodies.step(step.name()).privateReads().stream()
                        .filter(read -> !bodies.initialised().contains(read.field()))
                        .filter(read -> read.kind() != Kind.UPDATE
                                || !bodies.primitives().contains(read.field()))
                        .filter(read -> read.kind() != Kind.GUARDED || read.assigned() == Before.NEVER)
                        .flatMap(read -> check(step, bodies.step(step.name()), read).stream()))
                .toList();
    }

    private static Optional<Problem> check(StepModel step, StepBody body, FieldAccess read) {
        String headline = (isTransient(read) ? "transient field " : "field ") + Text.quoted(read.field())
                + " is read in " + AccessText.where(step, read);
        if (read.assigned() == Before.NEVER) {
            headline += ", which has not assigned it";
            return Optional.of(fix(
                    read,
                    read.certain()
                            ? Problem.error(ID, read.position(), headline)
                            : Problem.warning(ID, read.position(), headline)));
        }
        boolean seen = read.certain() && !body.model().everything();
        return seen
                ? Optional.of(fix(
                        read, Problem.warning(ID, read.position(), headline + ", which assigns it on some paths only")))
                : Optional.empty();
    }

    /** What is not stored has either such a name or that modifier. */
    private static boolean isTransient(FieldAccess read) {
        return !read.field().startsWith("_");
    }

    private static Problem fix(FieldAccess read, Problem problem) {
        return problem.fix("assign it in this step first, or where it is declared: "
                + (isTransient(read)
                        ? "a transient field lives for one task only. To pass its value on, remove `transient`."
                        : "a field whose name begins with an underscore lives for one task only. To pass its value on,"
                                + " give it another name."));
    }
}
