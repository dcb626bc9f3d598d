package dev.cairn.engine.task;

import dev.cairn.codec.SharedObjects;
import dev.cairn.codec.SharedObjects.Shared;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.engine.values.TaskFields;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.definition.Transition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;

/**
 * Says a word where a task leaves one object that can change at two places of its artifacts, or of an artifact and of a parameter or
 * constant that it reads: the next task finds two. Belongs to one run; thread-safe.
 *
 * <p>To look at every object would take longer than to encode it. What one task of a step does, the others mostly do, so it looks at
 * the first tasks of each step and at few of the later ones, and at the first objects of each artifact; tests look at all:
 * {@code -Dcairn.sharedObjects=all}. Each pair of artifacts is named once for each step of a run.
 */
public final class SharedObjectNotes<F> {
    /** The system property: {@code all} looks at everything, {@code none} at nothing. */
    static final String PROPERTY = "cairn.sharedObjects";

    private static final int FIRST_TASKS = 16;
    private static final int ONE_IN = 64;
    private static final int OBJECTS = 1000;

    private final FlowDefinition<F> definition;
    private final BitSet possible = new BitSet();
    private final AtomicIntegerArray tasks;
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final boolean all;

    SharedObjectNotes(FlowDefinition<F> definition) {
        this(definition, System.getProperty(PROPERTY, ""));
    }

    SharedObjectNotes(FlowDefinition<F> definition, String setting) {
        this.definition = definition;
        this.tasks = new AtomicIntegerArray(definition.steps().size());
        this.all = setting.equals("all");
        for (int i = 0; i < definition.artifacts().size() && !setting.equals("none"); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            possible.set(i, !artifact.secret() && SharedObjects.canBeIn(artifact.codec()));
        }
    }

    /**
     * Looks at what a task leaves in its flow instance: what it stored, what it loaded and passes on, and what it reads of that which
     * the run was given.
     *
     * <p>What it does not leave has its initial value, in the next task too.
     *
     * @param before the artifacts with which it started
     * @param after those which it leaves
     */
    public void look(
            StepDefinition step, F flow, TaskFields<F> before, Map<String, ArtifactRef> after, Consumer<String> log) {
        if (possible.isEmpty() || step.transition() instanceof Transition.End || !isTurn(step)) {
            return;
        }
        List<Integer> seen = new ArrayList<>();
        boolean isStored = false;
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            if (artifact.kind() != Kind.ARTIFACT) {
                if (step.access().mayRead(artifact.name()) || isFirst(step)) {
                    seen.add(i);
                }
                continue;
            }
            ArtifactRef ref = after.get(artifact.name());
            boolean isNew = ref != null && ref != before.before(artifact);
            isStored |= isNew;
            boolean isHeld = ref == null ? artifact.hasInitialiser() : before.loaded(artifact) != null;
            if (isNew || isHeld) {
                seen.add(i);
            }
        }
        if (isStored) {
            look(step, flow, seen, log);
        }
    }

    /** Its artifacts are made by initialisers, which may name constants. */
    private boolean isFirst(StepDefinition step) {
        return definition.steps().get(0) == step;
    }

    private boolean isTurn(StepDefinition step) {
        int task = tasks.getAndIncrement(definition.stepIndex(step.name()));
        return all || task < FIRST_TASKS || task % ONE_IN == 0;
    }

    private void look(StepDefinition step, F flow, List<Integer> seen, Consumer<String> log) {
        SharedObjects objects = new SharedObjects(all ? Integer.MAX_VALUE : OBJECTS);
        for (int i : seen) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            objects.look(artifact.name(), artifact.codec(), definition.get(flow, i));
        }
        for (Shared shared : objects.found()) {
            if (isOfArtifact(shared) && said.add(step.name() + " " + shared.value() + " " + shared.other())) {
                log.accept(text(shared));
            }
        }
    }

    /** What parameters and constants share, each new instance shares again. */
    private boolean isOfArtifact(Shared shared) {
        return isArtifact(shared.value()) || isArtifact(shared.other());
    }

    private boolean isArtifact(String name) {
        return definition.artifact(name).kind() == Kind.ARTIFACT;
    }

    private static String text(Shared shared) {
        return "`" + shared.place() + "` and `" + shared.otherPlace()
                + "` are one object here, but two copies after this step: "
                + "a later change of one does not change the other. Store a key or an index in one of the two places, or a copy";
    }
}
