package dev.cairn.client;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.RunRecord;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.internal.Encoding;
import dev.cairn.runtime.values.RunArtifacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which runs have given values of parameters. Each wanted value is encoded once. For one thread. */
final class ParameterMatch {
    private final RunReader reader;
    private final Map<String, @Nullable Object> wanted;
    private final Map<String, Tree> trees = new HashMap<>();

    ParameterMatch(RunReader reader, Map<String, @Nullable Object> wanted) {
        this.reader = reader;
        this.wanted = wanted;
    }

    /** @throws IllegalArgumentException if a wanted value is not a value of the parameter's type */
    boolean matches(RunRecord run) {
        return wanted.keySet().stream().allMatch(name -> matches(run, name));
    }

    private boolean matches(RunRecord run, String name) {
        Optional<ArtifactDefinition> declared = reader.definition(run.flow())
                .flatMap(definition -> definition.findArtifact(name))
                .filter(artifact -> artifact.kind() == ArtifactDefinition.Kind.PARAMETER);
        ArtifactRef ref = declared.isPresent()
                ? RunArtifacts.find(run.artifacts(), declared.get())
                : run.artifacts().get(name);
        return ref != null
                && !name.startsWith("_")
                && SameValue.of(reader.loader().tree(ref), tree(run.flow(), name, declared.orElse(null)));
    }

    private Tree tree(String flow, String name, @Nullable ArtifactDefinition declared) {
        Object value = wanted.get(name);
        return value instanceof Tree tree
                ? tree
                : trees.computeIfAbsent(flow + "/" + name, key -> encoded(name, value, declared));
    }

    private static Tree encoded(String name, @Nullable Object value, @Nullable ArtifactDefinition declared) {
        ArtifactCodec<?> codec = declared == null ? Codecs.any() : declared.codec();
        try {
            Encoded encoded = Encoding.of(codec, value);
            return ArtifactFormat.tree(
                    encoded.bytes(),
                    hash -> Objects.requireNonNull(encoded.schema()).bytes());
        } catch (CodecException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "parameter `" + name + "`"
                            + (declared == null ? "" : " has type `" + declared.type() + "`, so it")
                            + " cannot be a "
                            + (value == null ? "null" : value.getClass().getName()),
                    e);
        }
    }
}
