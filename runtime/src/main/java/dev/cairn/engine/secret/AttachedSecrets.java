package dev.cairn.engine.secret;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunRecord;
import dev.cairn.engine.ParameterException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.OptionNames;
import dev.cairn.runtime.internal.Suggestions;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.SecretHashes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a run that is already stored, perhaps by another process. Only those count that the run was given where it started: the others
 * have their initial values everywhere. Whether a value is that of the start is not checked: a token may be replaced while a run takes
 * days, and to compare it would delay each process. Used by one thread.
 */
public final class AttachedSecrets {
    private final FlowDefinition<?> definition;
    private final RunRecord run;
    private final List<ArtifactDefinition> wanted;

    /**
     * Those of a run.
     *
     * @param definition the flow
     * @param datastore where the run is stored
     * @param run the record of the run
     */
    public AttachedSecrets(FlowDefinition<?> definition, Datastore datastore, RunRecord run) {
        this.definition = definition;
        this.run = run;
        Set<String> given = given(run, datastore);
        this.wanted = definition.parameters().stream()
                .filter(parameter -> parameter.secret() && given.contains(parameter.name()))
                .toList();
    }

    /** Of a run of code in which it was no secret, a value is stored; it is not for this process to read it from there. */
    private static Set<String> given(RunRecord run, Datastore datastore) {
        Set<String> given = new HashSet<>(run.artifacts().keySet());
        ArtifactRef hashes = run.artifacts().get(SecretHashes.ARTIFACT);
        if (hashes != null) {
            Object stored = new ArtifactLoader(datastore).value(hashes, Codecs.any());
            given.addAll(SecretHashes.read((Map<?, ?>) Objects.requireNonNull(stored))
                    .parameters());
        }
        return given;
    }

    /**
     * Takes them from the environment of this process, and from the files that it names.
     *
     * @param environment the variables, by name
     * @return the values of all secrets that the run was given
     * @throws ParameterException if one is missing, or cannot be read
     */
    public Secrets in(Map<String, String> environment) {
        SecretReader reader = new SecretReader(definition.name(), environment, FoundParser.INSTANCE);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (ArtifactDefinition parameter : wanted) {
            SecretReader.Found found = reader.find(parameter, null)
                    .orElseThrow(() -> new ParameterException(missing(parameter) + ". Set "
                            + OptionNames.variable(parameter.option()) + " in the environment of this process, or "
                            + OptionNames.variable(OptionNames.file(parameter.option()))
                            + " to the path of a file that has it."));
            values.put(parameter.name(), found.value());
        }
        return secretsOf(definition, values);
    }

    /**
     * Takes them from a program.
     *
     * @param given the values by name of the field
     * @return the values of all secrets that the run was given
     * @throws ParameterException if one is missing, or does not fit its parameter, or if the flow has no such secret parameter
     */
    public Secrets of(Map<String, ? extends @Nullable Object> given) {
        List<String> names = definition.parameters().stream()
                .filter(ArtifactDefinition::secret)
                .map(ArtifactDefinition::name)
                .toList();
        for (String name : new TreeSet<>(given.keySet())) {
            if (!names.contains(name)) {
                throw new ParameterException("flow " + definition.name() + " has no secret parameter `" + name + "`."
                        + Suggestions.didYouMean(name, names));
            }
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (ArtifactDefinition parameter : wanted) {
            if (!given.containsKey(parameter.name())) {
                throw new ParameterException(missing(parameter) + ". Pass it with the others.");
            }
            values.put(parameter.name(), given.get(parameter.name()));
        }
        return secretsOf(definition, values);
    }

    private String missing(ArtifactDefinition parameter) {
        return "run " + definition.name() + "/" + run.id() + " needs its secret parameter `" + parameter.option()
                + "`, which is not stored";
    }

    private static <F> Secrets secretsOf(FlowDefinition<F> definition, Map<String, @Nullable Object> values) {
        return Secrets.of(definition, values, definition::newFlow);
    }
}
