package dev.cairn.engine.values;

import dev.cairn.codec.CodecException;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.ContentComparison.Answer;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.ParameterException;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.runtime.ReadOnlyValueException;
import dev.cairn.runtime.UnreadableFileException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.internal.Encoding;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.SecretHashes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all tasks of a run share, stored once, before the first of them: parameters, as given or as the initialisers of one
 * fresh flow instance have them; constants; the graph of the flow. Of secret parameters, only hashes are stored.
 */
public final class SharedArtifacts<F> {
    private final FlowDefinition<F> definition;
    private final Supplier<? extends F> flowFactory;
    private final Datastore datastore;
    private final Instant now;
    private final LargeArtifacts largeArtifacts;

    public SharedArtifacts(
            FlowDefinition<F> definition,
            Supplier<? extends F> flowFactory,
            Datastore datastore,
            Instant now,
            LargeArtifacts largeArtifacts) {
        this.definition = definition;
        this.flowFactory = flowFactory;
        this.datastore = datastore;
        this.now = now;
        this.largeArtifacts = largeArtifacts;
    }

    /**
     * Stores them.
     *
     * @param kept versions of parameters that are stored already; one that is given counts instead
     * @throws IllegalArgumentException if a required parameter is missing
     * @throws ReadOnlyValueException if a constant differs between two instances
     */
    public Map<String, ArtifactRef> store(
            Map<String, @Nullable Object> given, Map<String, ArtifactRef> kept, Secrets secrets) {
        ArtifactWriter writer =
                new ArtifactWriter(new ArtifactLoader(datastore), new KnownSchemas(), now, largeArtifacts);
        F fresh = flowFactory.get();
        requireSteadyConstants(fresh);
        Map<String, ArtifactRef> refs = new LinkedHashMap<>();
        for (int i = 0; i < definition.artifacts().size(); i++) {
            ArtifactDefinition artifact = definition.artifacts().get(i);
            if (artifact.kind() == Kind.CONSTANT) {
                refs.put(artifact.name(), writer.write(artifact, definition.get(fresh, i), false));
            } else if (artifact.kind() == Kind.PARAMETER) {
                ArtifactRef stored = given.containsKey(artifact.name()) ? null : kept.get(artifact.name());
                if (stored == null) {
                    requireGiven(artifact, given);
                }
                if (stored != null) {
                    refs.put(artifact.name(), stored);
                } else if (!artifact.secret()) {
                    refs.put(artifact.name(), write(writer, artifact, parameter(artifact, i, fresh, given)));
                }
            }
        }
        refs.put(FlowGraph.ARTIFACT, map(writer, FlowGraph.of(definition).toMap()));
        if (!secrets.isEmpty()) {
            refs.put(SecretHashes.ARTIFACT, map(writer, secrets.hashes().toMap()));
        }
        writer.store();
        return refs;
    }

    private static ArtifactRef map(ArtifactWriter writer, Map<String, ? extends @Nullable Object> value) {
        return writer.write("Map<String, Object>", Codecs.any(), value, false);
    }

    /** What is stored once per run has to be what each task finds in its own instance. */
    private void requireSteadyConstants(F fresh) {
        List<ArtifactDefinition> constants = definition.artifacts().stream()
                .filter(artifact -> artifact.kind() == Kind.CONSTANT)
                .toList();
        if (constants.isEmpty()) {
            return;
        }
        F other = flowFactory.get();
        List<ArtifactDefinition> unsteady = constants.stream()
                .filter(constant -> !isSteady(constant, fresh, other))
                .toList();
        if (!unsteady.isEmpty()) {
            throw ReadOnlyValueException.unsteady(definition, unsteady);
        }
    }

    private boolean isSteady(ArtifactDefinition constant, F one, F other) {
        int index = definition.artifactIndex(constant.name());
        Object value = definition.get(one, index);
        Object otherValue = definition.get(other, index);
        if (Unchangeable.is(value)) {
            return Objects.equals(value, otherValue);
        }
        try {
            return Encoding.comparison(constant.codec(), value).with(otherValue) != Answer.DIFFERENT;
        } catch (CodecException e) {
            throw e.in(constant.name());
        }
    }

    /** A file that a parameter names is read when it is stored, so it may turn out only now that it cannot be. */
    private ArtifactRef write(ArtifactWriter writer, ArtifactDefinition parameter, @Nullable Object value) {
        try {
            return writer.write(parameter, value, false);
        } catch (CodecException e) {
            if (e.getCause() instanceof UnreadableFileException file) {
                throw new ParameterException("parameter `" + parameter.name() + "` of flow " + definition.name()
                        + " cannot be read: " + file.getMessage() + ".");
            }
            throw e;
        }
    }

    private void requireGiven(ArtifactDefinition parameter, Map<String, @Nullable Object> given) {
        if (parameter.required() && !given.containsKey(parameter.name())) {
            throw new IllegalArgumentException("flow " + definition.name() + " needs a value for its parameter `"
                    + parameter.name() + "`. Set it with ." + parameter.name() + "(..) before run().");
        }
    }

    private @Nullable Object parameter(
            ArtifactDefinition parameter, int index, F fresh, Map<String, @Nullable Object> given) {
        return given.containsKey(parameter.name()) ? given.get(parameter.name()) : definition.get(fresh, index);
    }
}
