package dev.cairn.engine;

import dev.cairn.codec.CodecException;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.ArtifactDefinition;
import dev.cairn.runtime.ArtifactDefinition.Kind;
import dev.cairn.runtime.Encoding;
import dev.cairn.runtime.FlowDefinition;
import dev.cairn.runtime.StepDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
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
final class UnmergedNotes<F> {
    private final FlowDefinition<F> definition;
    private final LaterReads laterReads;
    private final Map<String, Map<ArtifactDefinition, String>> readLater = new ConcurrentHashMap<>(); // by join
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    UnmergedNotes(FlowDefinition<F> definition) {
        this.definition = definition;
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
    void look(
            StepDefinition join,
            Supplier<? extends F> newFlow,
            JoinInputs inputs,
            TaskFields<F> fields,
            Set<String> assigned,
            Map<String, ArtifactRef> after,
            Consumer<String> log) {
        readLater.computeIfAbsent(join.name(), name -> readLater(join)).forEach((artifact, reader) -> {
            String name = artifact.name();
            ArtifactRef left = after.get(name);
            boolean hasValueOfItsOwn = left != null && (fields.before(artifact) != null || assigned.contains(name));
            if (!hasValueOfItsOwn && !said.contains(join.name() + " " + name)) {
                Address initial = address(artifact, definition.get(newFlow.get(), definition.artifactIndex(name)));
                if ((left == null || left.address().equals(initial))
                        && isAnother(artifact, initial, inputs)
                        && said.add(join.name() + " " + name)) {
                    log.accept(text(name, reader));
                }
            }
        });
    }

    private Map<ArtifactDefinition, String> readLater(StepDefinition join) {
        Map<ArtifactDefinition, String> readers = new LinkedHashMap<>();
        for (ArtifactDefinition artifact : definition.artifacts()) {
            Optional<String> reader =
                    artifact.kind() == Kind.ARTIFACT ? laterReads.after(join, artifact.name()) : Optional.empty();
            reader.ifPresent(step -> readers.put(artifact, step));
        }
        return readers;
    }

    /** Whether something that arrived has another value than the initial one. */
    private static boolean isAnother(ArtifactDefinition artifact, @Nullable Address initial, JoinInputs inputs) {
        Stream<TaskRecord> arrived = inputs.size() == 0
                ? Stream.of(inputs.split())
                : IntStream.range(0, inputs.size()).mapToObj(inputs::get);
        return arrived.map(task -> task.artifacts().get(artifact.name()))
                .anyMatch(held -> held != null && !held.address().equals(initial));
    }

    /** Null for what could not be stored: then it is another value than any that is. */
    private static @Nullable Address address(ArtifactDefinition artifact, @Nullable Object value) {
        try {
            return Encoding.address(artifact.codec(), value);
        } catch (CodecException e) {
            return null;
        }
    }

    private static String text(String artifact, String reader) {
        return "`" + artifact + "` is not merged here, so that step `" + reader
                + "` finds its initial value, not the one that it has in the branches. "
                + "Merge it with `inputs.mergeInto(this, ..)`, or assign it in this step";
    }
}
