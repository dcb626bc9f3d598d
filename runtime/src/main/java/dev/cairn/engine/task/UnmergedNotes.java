package dev.cairn.engine.task;

import dev.cairn.codec.CodecException;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.values.TaskFields;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.internal.Encoding;
import dev.cairn.runtime.values.RunArtifacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says a word where a join does not merge an artifact that a later step reads, and which the branches hold with another value than
 * the initial one that the later step will find. The compiler warns where it sees the branches change it; nobody sees what is
 * changed behind a reference. Each artifact is named once for each join of a run. Belongs to one run; thread-safe.
 */
public final class UnmergedNotes<F> {
    private final FlowDefinition<F> definition;
    private final LaterReads laterReads;
    private final FlowStructure structure;
    private final Map<String, List<Dropped>> dropped = new ConcurrentHashMap<>(); // by join
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /**
     * An artifact that is lost if a join drops it.
     *
     * @param artifact the artifact
     * @param reader the step that reads it later
     * @param isWritten whether a branch may have written it
     */
    private record Dropped(ArtifactDefinition artifact, String reader, boolean isWritten) {}

    UnmergedNotes(FlowDefinition<F> definition, FlowStructure structure) {
        this.definition = definition;
        this.structure = structure;
        this.laterReads = new LaterReads(definition);
    }

    /**
     * Looks at what a join leaves.
     *
     * @param newFlow makes a flow instance with the initial values
     * @param inputs what arrived at it
     * @param fields what it merged
     * @param assigned what it assigned for certain
     * @param after the artifacts that it leaves
     */
    public void look(
            StepDefinition join,
            Supplier<? extends F> newFlow,
            JoinInputs inputs,
            TaskFields<F> fields,
            Set<String> assigned,
            Map<String, ArtifactRef> after,
            Consumer<String> log) {
        for (Dropped dropped : dropped(join)) {
            ArtifactDefinition artifact = dropped.artifact();
            ArtifactRef left = after.get(artifact.name());
            boolean hasValueOfItsOwn =
                    left != null && (fields.before(artifact) != null || assigned.contains(artifact.name()));
            String place = join.name() + " " + artifact.name();
            if (!hasValueOfItsOwn
                    && !said.contains(place)
                    && isLost(artifact, left, arrived(dropped, inputs), newFlow)
                    && said.add(place)) {
                log.accept(text(artifact.name(), dropped.reader()));
            }
        }
    }

    private List<Dropped> dropped(StepDefinition join) {
        return dropped.computeIfAbsent(join.name(), name -> {
            List<Dropped> found = new ArrayList<>();
            for (ArtifactDefinition artifact : definition.artifacts()) {
                Optional<String> reader =
                        artifact.kind() == Kind.ARTIFACT ? laterReads.after(join, artifact.name()) : Optional.empty();
                reader.ifPresent(
                        step -> found.add(new Dropped(artifact, step, isWrittenBefore(join, artifact.name()))));
            }
            return found;
        });
    }

    /** Whether a step between the split and its join may give an artifact another value. */
    private boolean isWrittenBefore(StepDefinition join, String artifact) {
        StepDefinition split = definition.step(structure.splitOf(join.name()).name());
        Set<String> seen = new HashSet<>(split.transition().targets());
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            StepDefinition step = definition.step(next.remove());
            if (step == join) {
                continue;
            } else if (step.joins()
                    || step.access().assigns(artifact)
                    || step.access().changes(artifact)) {
                return true; // an inner join may drop it, which is another value too
            }
            step.transition().targets().stream().filter(seen::add).forEach(next::add);
        }
        return false;
    }

    /** What arrived with values of its own: where no branch writes an artifact, all have that of the split. */
    private static Stream<TaskRecord> arrived(Dropped dropped, JoinInputs inputs) {
        return inputs.size() == 0 || !dropped.isWritten()
                ? Stream.of(inputs.split())
                : IntStream.range(0, inputs.size()).mapToObj(inputs::get);
    }

    private boolean isLost(
            ArtifactDefinition artifact,
            @Nullable ArtifactRef left,
            Stream<TaskRecord> arrived,
            Supplier<? extends F> newFlow) {
        Iterator<ArtifactRef> held = arrived.map(task -> RunArtifacts.find(task.artifacts(), artifact))
                .filter(Objects::nonNull)
                .iterator();
        if (!held.hasNext()) {
            return false;
        }
        Optional<Address> initial =
                address(artifact, definition.get(newFlow.get(), definition.artifactIndex(artifact.name())));
        boolean isInitial = left == null || initial.equals(Optional.of(left.address()));
        while (isInitial && held.hasNext()) {
            if (!initial.equals(Optional.of(held.next().address()))) {
                return true;
            }
        }
        return false;
    }

    /** Empty for what could not be stored: then it is another value than any that is. */
    private static Optional<Address> address(ArtifactDefinition artifact, @Nullable Object value) {
        try {
            return Optional.of(Encoding.address(artifact.codec(), value));
        } catch (CodecException e) {
            return Optional.empty();
        }
    }

    private static String text(String artifact, String reader) {
        return "`" + artifact + "` is not merged here, so step `" + reader
                + "` finds its initial value instead of the value from the branches. "
                + "Merge it with `inputs.mergeInto(this, ..)`, or assign it in this step";
    }
}
