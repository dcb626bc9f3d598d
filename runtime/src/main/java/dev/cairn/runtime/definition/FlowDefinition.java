package dev.cairn.runtime.definition;

import dev.cairn.runtime.IncompatibleCodeException;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.internal.Suggestions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compiled flow: everything that an engine needs to run it. Generated code extends this class, once per flow. Immutable and
 * thread-safe.
 *
 * <p>Steps and artifacts are numbered from 0 in the order of {@link #steps()} and {@link #artifacts()}.
 *
 * @param <F> the flow class
 */
public abstract class FlowDefinition<F> {
    private final String generatedBy;
    private final String name;
    private final Class<F> flowClass;
    private final String documentation;
    private final List<String> formerNames;
    private final List<ArtifactDefinition> artifacts;
    private final List<StepDefinition> steps;
    private final Map<String, Integer> artifactIndexes;
    private final Map<String, Integer> stepIndexes;

    /**
     * For generated code.
     *
     * @param header name, class and documentation of the flow
     * @param artifacts parameters, constants and artifacts, in the order of the fields
     * @param steps the steps, in topological order: every step comes after the steps that lead to it, apart from loops
     */
    protected FlowDefinition(FlowHeader<F> header, List<ArtifactDefinition> artifacts, List<StepDefinition> steps) {
        this.generatedBy = header.generatedBy();
        this.name = header.name();
        this.flowClass = header.flowClass();
        this.documentation = header.documentation();
        this.formerNames = header.formerNames();
        this.artifacts = List.copyOf(artifacts);
        requireOwnFormerNames(name, artifacts);
        this.steps = List.copyOf(steps);
        this.artifactIndexes = Indexes.of(artifacts, ArtifactDefinition::name);
        this.stepIndexes = Indexes.of(steps, StepDefinition::name);
    }

    /**
     * For generated code, as with lists.
     *
     * @param header name, class and documentation of the flow
     * @param artifacts parameters, constants and artifacts, in the order of the fields
     * @param steps the steps, in topological order
     */
    protected FlowDefinition(FlowHeader<F> header, ArtifactDefinition[] artifacts, StepDefinition[] steps) {
        this(header, List.of(artifacts), List.of(steps));
    }

    /** A task stores only the artifacts that exist there: what stands beside a name does not tell whose it was. */
    private static void requireOwnFormerNames(String flow, List<ArtifactDefinition> artifacts) {
        Map<String, String> names = new HashMap<>();
        artifacts.forEach(artifact -> names.put(artifact.name(), artifact.name()));
        for (ArtifactDefinition artifact : artifacts) {
            for (String formerName : artifact.formerNames()) {
                String other = names.putIfAbsent(formerName, artifact.name());
                if (other != null && !other.equals(artifact.name())) {
                    throw new IllegalArgumentException("artifacts `" + other + "` and `" + artifact.name()
                            + "` of flow " + flow + " both have the name `" + formerName + "`");
                }
            }
        }
    }

    /**
     * Checks that this runtime can serve the generated code. It is called before a flow runs or its runs are read. The class initialiser
     * of the generated code cannot call it, because the JVM would wrap the exception in another one.
     *
     * @throws IncompatibleCodeException if this runtime cannot serve the generated code
     */
    public final void requireCompatible() {
        GeneratedBy.require(generatedBy, flowClass.getName());
    }

    /** {@return the name of the flow} */
    public final String name() {
        return name;
    }

    /** {@return the flow class} */
    public final Class<F> flowClass() {
        return flowClass;
    }

    /** {@return the text of the flow's javadoc, or the empty string} */
    public final String documentation() {
        return documentation;
    }

    /** {@return names under which older runs of this flow are stored} */
    public final List<String> formerNames() {
        return formerNames;
    }

    /** {@return parameters, constants and artifacts, in the order of the fields} */
    public final List<ArtifactDefinition> artifacts() {
        return artifacts;
    }

    /**
     * The parameters among the {@link #artifacts()}.
     *
     * @return a new list, in the order of the fields
     */
    public final List<ArtifactDefinition> parameters() {
        return artifacts.stream()
                .filter(artifact -> artifact.kind() == ArtifactDefinition.Kind.PARAMETER)
                .toList();
    }

    /** {@return the steps, in topological order} */
    public final List<StepDefinition> steps() {
        return steps;
    }

    /**
     * {@return the artifact, parameter or constant of this name; empty if there is none}
     *
     * @param name the name of the field
     */
    public final Optional<ArtifactDefinition> findArtifact(String name) {
        return Optional.ofNullable(artifactIndexes.get(name)).map(artifacts::get);
    }

    /**
     * The artifact, parameter or constant of this name.
     *
     * @param name the name of the field
     * @return its definition
     * @throws IllegalArgumentException if the flow has no such artifact
     */
    public final ArtifactDefinition artifact(String name) {
        return artifacts.get(artifactIndex(name));
    }

    /**
     * The number of an artifact.
     *
     * @param name the name of the field
     * @return its place in {@link #artifacts()}, from 0
     * @throws IllegalArgumentException if the flow has no such artifact
     */
    public final int artifactIndex(String name) {
        return index(artifactIndexes, "artifact", name);
    }

    /**
     * {@return the step of this name; empty if there is none}
     *
     * @param name the name of the step
     */
    public final Optional<StepDefinition> findStep(String name) {
        return Optional.ofNullable(stepIndexes.get(name)).map(steps::get);
    }

    /**
     * The step of this name.
     *
     * @param name the name of the step
     * @return its definition
     * @throws IllegalArgumentException if the flow has no such step
     */
    public final StepDefinition step(String name) {
        return steps.get(stepIndex(name));
    }

    /**
     * The number of a step.
     *
     * @param name the name of the step
     * @return its place in {@link #steps()}, from 0
     * @throws IllegalArgumentException if the flow has no such step
     */
    public final int stepIndex(String name) {
        return index(stepIndexes, "step", name);
    }

    private int index(Map<String, Integer> indexes, String kind, String name) {
        Integer index = indexes.get(name);
        if (index == null) {
            throw new IllegalArgumentException("flow " + this.name + " has no " + kind + " `" + name + "`."
                    + Suggestions.didYouMean(name, indexes.keySet()));
        }
        return index;
    }

    /** {@return a new instance of the flow class} */
    public abstract F newFlow();

    /**
     * Calls the method of a step.
     *
     * @param flow the flow instance
     * @param step the number of the step
     * @param task the arguments
     * @throws Exception what the method threw
     */
    public abstract void call(F flow, int step, TaskArguments task) throws Exception;

    /**
     * {@return the view of a finished task, of the class that is generated for its step}
     *
     * @param step the number of the step
     * @param artifacts those of the task
     */
    public abstract TaskView<?> view(int step, TaskArtifacts artifacts);

    /**
     * Reads the field of an artifact.
     *
     * @param flow the flow instance
     * @param artifact the number of the artifact
     * @return what the field holds; that of a primitive type is boxed
     */
    public abstract @Nullable Object get(F flow, int artifact);

    /**
     * Sets an artifact's field. Never called for a constant.
     *
     * @param flow the flow instance
     * @param artifact the number of the artifact
     * @param value what the field is to hold; of a primitive type, never null
     */
    public abstract void set(F flow, int artifact, @Nullable Object value);
}
