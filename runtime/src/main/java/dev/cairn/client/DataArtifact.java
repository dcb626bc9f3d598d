package dev.cairn.client;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.runtime.UnreadableArtifactException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.internal.Encoding;
import dev.cairn.runtime.values.Preview;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One version of an artifact, as a task has it. Nothing is read before it is asked for. Immutable and thread-safe. */
public final class DataArtifact {
    private final Run run;
    private final String owner;
    private final String name;
    private final ArtifactRef ref;
    private final boolean derived;
    private final Instant finishedAt;

    private DataArtifact(Run run, String owner, String name, ArtifactRef ref, boolean derived, Instant finishedAt) {
        this.run = run;
        this.owner = owner;
        this.name = name;
        this.ref = ref;
        this.derived = derived;
        this.finishedAt = finishedAt;
    }

    static DataArtifact stored(Run run, String owner, String name, ArtifactRef ref, Instant finishedAt) {
        return new DataArtifact(run, owner, name, ref, false, finishedAt);
    }

    /** What is not stored, but follows from records. */
    static DataArtifact derived(Run run, String owner, String name, @Nullable Object value, Instant at) {
        Encoded encoded = Encoding.of(Codecs.any(), value);
        run.reader().loader().remember(encoded.schema());
        byte[] bytes = encoded.bytes();
        String type = value == null ? "Object" : value.getClass().getSimpleName();
        ArtifactRef ref = new ArtifactRef(Address.ofContent(bytes), bytes.length, type, at, false, bytes);
        return new DataArtifact(run, owner, name, ref, true, at);
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** {@code ModelSelection/20261123T211357042-k3f9x2dq/train/3/accuracy}. */
    public String pathspec() {
        return owner + "/" + name;
    }

    /**
     * The value, decoded again for this call: nobody else has a reference to it.
     *
     * @throws UnknownFlowException if the flow is not on the class path
     * @throws UnreadableArtifactException if the flow declares a type today that the stored value cannot become
     */
    public @Nullable Object value() {
        ArtifactCodec<?> codec = derived || name.startsWith("_") ? Codecs.any() : declaredCodec();
        if (codec == null) {
            throw new UnknownFlowException(run.flow(), name);
        }
        try {
            return run.reader().loader().value(ref, codec);
        } catch (CodecException e) {
            throw new UnreadableArtifactException(name, owner, e);
        }
    }

    private @Nullable ArtifactCodec<?> declaredCodec() {
        run.artifacts(); // says so where the flow is not on the class path
        ArtifactDefinition declared = run.declared(name).orElse(null);
        return declared == null ? null : declared.codec();
    }

    /**
     * The value as an instance of a class; for a primitive, {@code as(double.class)} and {@code as(Double.class)} are the same.
     *
     * @throws ClassCastException if it is an instance of another class
     */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T as(Class<T> type) {
        Object value = value();
        Class<T> boxed = (Class<T>) MethodType.methodType(type).wrap().returnType();
        if (value != null && !boxed.isInstance(value)) {
            throw new ClassCastException(
                    "artifact " + pathspec() + " holds a " + value.getClass().getName() + ", not a " + type.getName());
        }
        return (T) value;
    }

    /** The value without any class of the user's. */
    public Tree tree() {
        return run.reader().loader().tree(ref);
    }

    /**
     * The beginning of the value as text, in about {@value Preview#CHARACTERS} characters, without reading the value: it is stored
     * with it, or in the task's record. Nothing for what may hold a secret, as far as names tell; for what can be read by custom or
     * reflective codecs only; and for what versions of Cairn stored that knew no previews.
     */
    public Optional<String> preview() {
        return run.reader().loader().preview(name, ref);
    }

    /** The encoded value. To be closed. */
    public InputStream open() {
        return run.reader().loader().open(ref);
    }

    /** The address: the SHA-256 of the encoded value, as 64 hexadecimal digits. Equal values have equal addresses. */
    public String sha() {
        return ref.address().toString();
    }

    /** The number of bytes of the encoded value. */
    public long size() {
        return ref.size();
    }

    /** The Java type that the artifact was declared with, with simple names. */
    public String type() {
        return ref.type();
    }

    /** When the task that stored this version did so. */
    public Instant createdAt() {
        return ref.createdAt();
    }

    /** When the task that has it, and may only have passed it on, finished. */
    public Instant finishedAt() {
        return finishedAt;
    }

    /** {@code DataArtifact("ModelSelection/20261123T211357042-k3f9x2dq/train/3/accuracy")}. */
    @Override
    public String toString() {
        return "DataArtifact(\"" + pathspec() + "\")";
    }
}
