package dev.cairn.engine.values;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.RunRecord;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a run, for its tasks. Each task gets values of its own, unless they cannot change: those are decoded once.
 * Stored ones come from the datastore, secret ones from this process. Thread-safe.
 */
public final class SharedValues<F> {
    private final FlowDefinition<F> definition;
    private final RunRecord run;
    private final TaskValues values;
    private final Secrets secrets;
    private final List<ArtifactDefinition> parameters;
    private final Map<String, Optional<Object>> unchangeable = new ConcurrentHashMap<>();

    public SharedValues(FlowDefinition<F> definition, RunRecord run, TaskValues values, Secrets secrets) {
        this.definition = definition;
        this.run = run;
        this.values = values;
        this.secrets = secrets;
        this.parameters = definition.artifacts().stream()
                .filter(artifact -> artifact.kind() == Kind.PARAMETER)
                .toList();
    }

    /** Sets the parameters that a step may read. */
    public void setParameters(F flow, Access access) {
        for (ArtifactDefinition parameter : parameters) {
            boolean isHere =
                    !parameter.secret() || secrets.contains(parameter.name()); // if not, its initialiser counts
            if (isHere && (access.mayRead(parameter.name()) || access.changes(parameter.name()))) {
                Object value = value(parameter, access.changes(parameter.name()));
                definition.set(flow, definition.artifactIndex(parameter.name()), value);
            }
        }
    }

    /** All parameters that are stored, by name of the field. */
    public Map<String, Object> parameters() {
        Map<String, Object> all = new LinkedHashMap<>();
        parameters.stream()
                .filter(parameter -> !parameter.secret())
                .forEach(parameter -> all.put(parameter.name(), value(parameter, true)));
        return Collections.unmodifiableMap(all);
    }

    /** The stored version of a parameter or constant. */
    public ArtifactRef ref(ArtifactDefinition artifact) {
        ArtifactRef ref = run.artifacts().get(artifact.name());
        if (ref == null) {
            throw new IllegalStateException("run " + run.id() + " has no value for `" + artifact.name() + "`");
        }
        return ref;
    }

    /** How to find out afterwards whether a task changed a stored parameter that may change. */
    HeldValue held(ArtifactDefinition parameter, @Nullable Object value) {
        return values.held(ref(parameter), parameter, value, true);
    }

    private @Nullable Object value(ArtifactDefinition parameter, boolean mayChange) {
        Optional<Object> known = unchangeable.get(parameter.name());
        if (known != null) {
            return known.orElse(null);
        }
        Object value = parameter.secret()
                ? secrets.value(parameter)
                : values.read(ref(parameter), parameter, mayChange, false);
        if (Unchangeable.is(value)) {
            unchangeable.put(parameter.name(), Optional.ofNullable(value));
        }
        return value;
    }
}
