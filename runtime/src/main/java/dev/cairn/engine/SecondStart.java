package dev.cairn.engine;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.RunRecord;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a run whose id was given is the one that is to be started. */
final class SecondStart {
    private SecondStart() {}

    /**
     * Requires that a stored run is of the same flow, with the same parameters. Secret ones are not stored, so they are not compared.
     *
     * @throws ParameterException if it is another one
     */
    static void requireSame(FlowDefinition<?> definition, RunRecord stored, RunRecord asked) {
        if (!stored.flow().equals(asked.flow())) {
            throw new ParameterException(
                    "run id " + stored.id() + " is in use by a run of flow " + stored.flow() + ". Give another id.");
        }
        List<String> other = definition.parameters().stream()
                .filter(parameter -> !parameter.secret())
                .map(ArtifactDefinition::name)
                .filter(name ->
                        !same(stored.artifacts().get(name), asked.artifacts().get(name)))
                .map(name -> "`" + name + "`")
                .toList();
        if (!other.isEmpty()) {
            throw new ParameterException("run " + stored.flow() + "/" + stored.id()
                    + " was started with other values of " + String.join(", ", other)
                    + ". Give the same values to follow it, or another id to start a new run.");
        }
    }

    private static boolean same(@Nullable ArtifactRef one, @Nullable ArtifactRef other) {
        return Objects.equals(one == null ? null : one.address(), other == null ? null : other.address());
    }
}
