package dev.cairn.runtime;

import dev.cairn.CairnException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A parameter or constant does not have the same value everywhere in a run: a step changed it in place, or its initialiser returns a
 * different value for each instance. Or several tasks shared a value that none of them changes as far as their code shows, and one did. A task that fails with this exception is neither retried nor caught.
 */
public final class ReadOnlyValueException extends CairnException {
    private static final long serialVersionUID = 1;

    private ReadOnlyValueException(String message) {
        super(message);
    }

    /**
     * For a step that changed parameters or constants in place.
     *
     * @param step the name of the step
     * @param changed parameters and constants, at least one
     * @return the exception, to be thrown
     */
    public static ReadOnlyValueException changed(String step, List<ArtifactDefinition> changed) {
        return new ReadOnlyValueException(changed.stream()
                .map(artifact -> "step `" + step + "` changed " + described(artifact)
                        + " in place, but every step gets it as it was when the run started. " + remedy(artifact))
                .collect(Collectors.joining("\n")));
    }

    /**
     * For constants that have different values in two instances of a flow class.
     *
     * @param flow the flow
     * @param constants the constants, at least one
     * @return the exception, to be thrown
     */
    public static ReadOnlyValueException unsteady(FlowDefinition<?> flow, List<ArtifactDefinition> constants) {
        return new ReadOnlyValueException(constants.stream()
                .map(
                        constant -> described(constant) + " of flow " + flow.name()
                                + " has a different value in each instance of the class, and each task has its own instance."
                                + " Remove `final`: then it is an artifact, and all steps read the value of the first instance.")
                .collect(Collectors.joining("\n")));
    }

    /**
     * For values that tasks shared because none of them changes them, and that one did change.
     *
     * @param artifacts the artifacts whose values were shared, at least one
     * @return the exception, to be thrown
     */
    public static ReadOnlyValueException changedWhileShared(List<ArtifactDefinition> artifacts) {
        return new ReadOnlyValueException(artifacts.stream()
                .map(
                        artifact -> "artifact `" + artifact.name()
                                + "` was changed in place by a step whose code only reads it, as far as"
                                + " that was seen when the flow was compiled, so other tasks may have read the changed value. Compile the flow"
                                + " again, together with the classes that it uses; where they change it by reflection, copy it first.")
                .collect(Collectors.joining("\n")));
    }

    private static String described(ArtifactDefinition artifact) {
        return (artifact.kind() == ArtifactDefinition.Kind.PARAMETER ? "parameter" : "constant") + " `"
                + artifact.name() + "`";
    }

    private static String remedy(ArtifactDefinition artifact) {
        if (artifact.secret()) {
            return "Copy it into a local variable, and change that.";
        }
        return artifact.kind() == ArtifactDefinition.Kind.PARAMETER
                ? "Copy it into an artifact, and change that."
                : "Remove `final`: then it is an artifact, and changes to it are kept.";
    }
}
