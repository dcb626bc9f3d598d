package dev.cairn.processor.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step. Immutable.
 *
 * @param name the name of the method
 * @param transition where the flow goes on
 * @param parameters the parameters of the method, in order
 * @param start whether the annotation says that it is the first step
 * @param end whether the annotation says that it is the last step
 * @param decorators how its tasks run
 * @param documentation the text of its javadoc, or the empty string
 * @param suppressed what {@code @SuppressWarnings} on the method names
 * @param position the method
 * @param annotation the {@code @Step} annotation
 */
public record StepModel(
        String name,
        TransitionModel transition,
        List<StepParameter> parameters,
        boolean start,
        boolean end,
        DecoratorsModel decorators,
        String documentation,
        List<String> suppressed,
        Position position,
        Position annotation) {
    /** Copies the lists. */
    public StepModel {
        parameters = List.copyOf(parameters);
        suppressed = List.copyOf(suppressed);
    }

    // Written out: those of a record are linked when they are first called, which takes longer than all calls of a
    // compilation.
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof StepModel other
                && name.equals(other.name)
                && transition.equals(other.transition)
                && parameters.equals(other.parameters)
                && start == other.start
                && end == other.end
                && decorators.equals(other.decorators)
                && documentation.equals(other.documentation)
                && suppressed.equals(other.suppressed)
                && position.equals(other.position)
                && annotation.equals(other.annotation);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + position.hashCode();
    }

    /** The parameter through which a join gets its inputs. */
    public Optional<StepParameter.JoinInputs> joinInputs() {
        return parameters.stream()
                .filter(StepParameter.JoinInputs.class::isInstance)
                .map(StepParameter.JoinInputs.class::cast)
                .findFirst();
    }

    /** Whether it is a join. */
    public boolean joins() {
        return joinInputs().isPresent();
    }
}
