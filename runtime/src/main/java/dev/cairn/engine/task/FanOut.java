package dev.cairn.engine.task;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.engine.values.ArtifactWriter;
import dev.cairn.runtime.ForeachException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.definition.Transition.Foreach;
import dev.cairn.runtime.values.ItemIndex;

/**
 * Takes the elements of a foreach out of the stored value, never out of the live one: so they are what a resumed run will
 * see. Each is encoded once; its task decodes it alone.
 */
public final class FanOut {
    private final RunContext<?> context;
    private final ArtifactWriter writer;

    public FanOut(RunContext<?> context, ArtifactWriter writer) {
        this.context = context;
        this.writer = writer;
    }

    /**
     * What {@code step} fans out to.
     *
     * @param values what the task leaves
     * @throws ForeachException if the artifact is absent, null, or a negative number
     */
    public ForkRecord fork(StepDefinition step, Foreach foreach, StoredValues values) {
        ArtifactDefinition artifact = context.definition().artifact(foreach.artifact());
        ItemIndex index = index(step, artifact, foreach, stored(step, artifact, values));
        Address address = writer.items(index);
        context.forks().add(address, index);
        return new ForkRecord(artifact.name(), index.count(), address);
    }

    private static Object stored(StepDefinition step, ArtifactDefinition artifact, StoredValues values) {
        if (!values.has(artifact)) {
            throw new ForeachException(
                    overArtifact(step, artifact) + ", which does not exist after the step. Assign it there or before.");
        }
        Object value = values.get(artifact);
        if (value == null) {
            throw new ForeachException(
                    overArtifact(step, artifact) + ", which is null. Assign an empty value if there is nothing to do.");
        }
        return value;
    }

    private ItemIndex index(StepDefinition step, ArtifactDefinition artifact, Foreach foreach, Object value) {
        if (foreach.items().isRange()) {
            int count = (int) value;
            if (count < 0) {
                throw new ForeachException(overArtifact(step, artifact) + ", which is " + count
                        + ". The number of tasks must be at least 0.");
            }
            return ItemIndex.range(count);
        }
        ArtifactCodec<?> codec = foreach.items().codec();
        writer.schemaOf(codec);
        try {
            return ItemIndex.of(codec, foreach.items().iterate().apply(value));
        } catch (CodecException e) {
            throw e.in(artifact.name());
        }
    }

    private static String overArtifact(StepDefinition step, ArtifactDefinition artifact) {
        return "step `" + step.name() + "` fans out over `" + artifact.name() + "`";
    }
}
