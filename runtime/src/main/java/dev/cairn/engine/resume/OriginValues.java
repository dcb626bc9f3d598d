package dev.cairn.engine.resume;

import dev.cairn.CairnException;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunRecord;
import dev.cairn.engine.ParameterException;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.ArtifactDefinition.Kind;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.internal.Encoding;
import dev.cairn.runtime.internal.OptionNames;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.RunArtifacts;
import dev.cairn.runtime.values.SecretHashes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parameters and constants of the run that is resumed, beside those of the new run. Used by one thread. */
final class OriginValues {
    private final FlowDefinition<?> definition;
    private final OriginRun origin;
    private final ArtifactLoader loader;
    private final @Nullable SecretHashes secretHashes;

    OriginValues(FlowDefinition<?> definition, OriginRun origin, Datastore datastore) {
        this.definition = definition;
        this.origin = origin;
        this.loader = new ArtifactLoader(datastore);
        this.secretHashes = secretHashes(origin.run());
    }

    private @Nullable SecretHashes secretHashes(RunRecord run) {
        ArtifactRef hashes = run.artifacts().get(SecretHashes.ARTIFACT);
        return hashes == null
                ? null
                : SecretHashes.read((Map<?, ?>) Objects.requireNonNull(loader.value(hashes, Codecs.any())));
    }

    private @Nullable ArtifactRef find(ArtifactDefinition shared) {
        return RunArtifacts.find(origin.run().artifacts(), shared);
    }

    /**
     * The values of parameters that are not given again.
     *
     * @throws ParameterException if one cannot be read by the code of today, or if a secret one was given and has to be given again
     */
    Map<String, ArtifactRef> kept(Set<String> given) {
        Map<String, ArtifactRef> kept = new LinkedHashMap<>();
        for (ArtifactDefinition parameter : definition.parameters()) {
            ArtifactRef ref = find(parameter);
            if (given.contains(parameter.name())) {
                continue;
            } else if (parameter.secret()) {
                requireNotGivenBefore(parameter, ref);
            }
            if (parameter.required() && (ref == null || parameter.secret())) {
                throw new ParameterException("flow " + definition.name() + " needs a value for its parameter `"
                        + parameter.option() + "`, which run " + origin.path() + " does not have. Set it with ."
                        + parameter.name() + "(..) before resume(), or " + onTheCommandLine(parameter) + ".");
            } else if (ref != null && !parameter.secret()) {
                requireReadable(parameter, ref);
                kept.put(parameter.name(), ref);
            }
        }
        return kept;
    }

    private void requireNotGivenBefore(ArtifactDefinition parameter, @Nullable ArtifactRef stored) {
        if (stored != null || secretHashes != null && secretHashes.parameters().contains(parameter.name())) {
            throw new ParameterException("run " + origin.path() + " needs its secret parameter `" + parameter.option()
                    + "`, which is not stored. Set it with ." + parameter.name() + "(..) before resume(), or "
                    + onTheCommandLine(parameter) + ".");
        }
    }

    private static String onTheCommandLine(ArtifactDefinition parameter) {
        String option = parameter.secret() ? OptionNames.file(parameter.option()) : parameter.option();
        return "on the command line with `--" + option + "` or the environment variable "
                + OptionNames.variable(parameter.option());
    }

    private void requireReadable(ArtifactDefinition parameter, ArtifactRef ref) {
        try {
            loader.value(ref, parameter.codec());
        } catch (CodecException e) {
            throw new ParameterException("the value that parameter `" + parameter.name() + "` had in run "
                    + origin.path() + " cannot be read as " + parameter.type() + ": " + e.getMessage()
                    + ". Give it a value.");
        }
    }

    /** What is worth to know of the parameters, a sentence each. */
    List<String> notes(Map<String, ArtifactRef> kept, Supplier<?> newFlow) {
        List<String> notes = new ArrayList<>();
        kept.forEach((name, ref) -> {
            if (differsFromDefault(name, ref, newFlow)) {
                notes.add("parameter `" + name + "` keeps the value that it had in run " + origin.path()
                        + ", which is not its default");
            }
        });
        for (String name : origin.graph().parameters()) {
            if (!isKnown(name)) {
                notes.add("parameter `" + name + "` of run " + origin.path() + " no longer exists");
            }
        }
        return notes;
    }

    private <F> boolean differsFromDefault(String name, ArtifactRef ref, Supplier<?> newFlow) {
        @SuppressWarnings("unchecked") // the supplier makes instances of the flow
        FlowDefinition<F> flow = (FlowDefinition<F>) definition;
        ArtifactDefinition parameter = flow.artifact(name);
        if (parameter.required()) {
            return false;
        }
        try {
            @SuppressWarnings("unchecked")
            F fresh = (F) newFlow.get();
            Object value = flow.get(fresh, flow.artifactIndex(name));
            return !Encoding.address(parameter.codec(), value).equals(ref.address());
        } catch (CairnException e) {
            return false; // a default that cannot be stored does no harm where it is not used
        }
    }

    private boolean isKnown(String parameter) {
        return definition.parameters().stream().anyMatch(each -> each.isNamed(parameter));
    }

    /**
     * The parameters and constants whose value is not known to be the one that they had, and how a line says so.
     *
     * @param now the values of the new run
     */
    Map<String, String> changes(Map<String, ArtifactRef> now, Secrets secrets) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (ArtifactDefinition artifact : definition.artifacts()) {
            if (artifact.kind() != Kind.ARTIFACT) {
                String what = artifact.kind() == Kind.PARAMETER ? "parameter" : "constant";
                ArtifactRef before = find(artifact);
                if (artifact.secret()
                        ? !isSame(artifact, before, secrets)
                        : !isSame(before, now.get(artifact.name()))) {
                    boolean isNew = before == null && !artifact.secret();
                    changes.put(artifact.name(), what + " `" + artifact.name() + "` " + (isNew ? "is new" : "changed"));
                }
            }
        }
        return changes;
    }

    private boolean isSame(ArtifactDefinition secret, @Nullable ArtifactRef stored, Secrets secrets) {
        if (stored != null) {
            return false; // it was no secret then
        }
        return secretHashes == null ? !secrets.contains(secret.name()) : secrets.isSame(secretHashes, secret.name());
    }

    private static boolean isSame(@Nullable ArtifactRef before, @Nullable ArtifactRef now) {
        return before != null && now != null && before.address().equals(now.address());
    }

    /** Whether the graph that the run stored has parameters that no longer exist: a task context shows all of them. */
    boolean lostParameters() {
        return origin.graph().parameters().stream().anyMatch(name -> !isKnown(name));
    }
}
