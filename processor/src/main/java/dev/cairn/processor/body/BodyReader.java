package dev.cairn.processor.body;

import dev.cairn.processor.model.FlowBodies;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads the code of flows. Lives no longer than the round. */
public final class BodyReader {
    private BodyReader() {}

    /** A reader for one round. */
    public static BodyReader of(ProcessingEnvironment environment) {
        return new BodyReader();
    }

    /**
     * Reads the code of a flow. Its positions are {@link dev.cairn.processor.report.BodyPosition}s.
     *
     * @param flow the class
     * @param number how many flows were read before in this round
     * @param artifacts the names of the fields that are stored
     */
    public FlowBodies read(TypeElement flow, int number, Set<String> artifacts) {
        return FlowBodies.unseen("this compiler does not show the bodies of methods", Set.of());
    }

    /** Whether a field of a flow has an initialiser, or is assigned in every constructor. */
    public boolean initialised(VariableElement field) {
        return field.getModifiers().contains(Modifier.FINAL);
    }
}
