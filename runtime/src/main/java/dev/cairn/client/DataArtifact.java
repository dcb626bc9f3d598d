package dev.cairn.client;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.FirstElements;
import dev.cairn.codec.OpaqueTexts;
import dev.cairn.codec.Tree;
import dev.cairn.codec.schema.Schema;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.runtime.UnreadableArtifactException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.internal.Encoding;
import dev.cairn.runtime.values.Preview;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One version of an artifact of a task. Its value is read only when a method needs it. Immutable and thread-safe. */
public final class DataArtifact {
    private final Run run;
    private final @Nullable Task task;
    private final String name;
    private final ArtifactRef ref;
    private final boolean derived;

    private DataArtifact(Run run, @Nullable Task task, String name, ArtifactRef ref, boolean derived) {
        this.run = run;
        this.task = task;
        this.name = name;
        this.ref = ref;
        this.derived = derived;
    }

    /** What is stored with a task, or, if {@code task} is null, with the run. */
    static DataArtifact stored(Run run, @Nullable Task task, String name, ArtifactRef ref) {
        return new DataArtifact(run, task, name, ref, false);
    }

    /** What is not stored, but follows from records. */
    static DataArtifact derived(Task task, String name, @Nullable Object value) {
        Encoded encoded = Encoding.of(Codecs.any(), value);
        task.run().reader().loader().remember(encoded.schema());
        byte[] bytes = encoded.bytes();
        String type = value == null ? "Object" : value.getClass().getSimpleName();
        ArtifactRef ref =
                new ArtifactRef(Address.ofContent(bytes), bytes.length, type, task.finishedAt(), false, bytes);
        return new DataArtifact(task.run(), task, name, ref, true);
    }

    private String owner() {
        return task == null ? run.pathspec() : task.pathspec();
    }

    /**
     * {@return the task that made this version: the first one that stored it, from which later tasks passed it on} In a run that was
     * resumed it may have been taken over, see {@link Task#origin}. Empty for parameters and constants, which belong to the run.
     */
    public Optional<Task> producer() {
        return task == null || isShared()
                ? Optional.empty()
                : Optional.of(derived ? task : new Task(run, lineage().producer(task.record())));
    }

    /**
     * {@return the finished tasks that may have read this version: they started with it, and the code of their step may read it before it
     * assigns it} A join may read whatever its inputs have, so it counts; of code that could not be analysed, everything is assumed. They
     * come in graph order, those of a step in item order. The stream is lazy; close it after use.
     */
    public Stream<Task> readers() {
        if (derived) {
            return Stream.empty();
        }
        return task == null || isShared()
                ? lineage().readers()
                : lineage().readers(lineage().producer(task.record()));
    }

    /** Whether the run has it, and not a task. */
    private boolean isShared() {
        return task == null || !derived && !task.record().artifacts().containsKey(storedName());
    }

    private Lineage lineage() {
        return new Lineage(run, storedName(), ref);
    }

    /** The name under which it is stored: a former one, if the artifact has been renamed since. */
    private String storedName() {
        Map<String, ArtifactRef> stored =
                task == null ? Map.of() : task.record().artifacts();
        return stored.containsKey(name)
                ? name
                : stored.entrySet().stream()
                        .filter(entry -> entry.getValue() == ref)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(name);
    }

    ArtifactRef ref() {
        return ref;
    }

    /** With its bytes, if they were read with those of another task. */
    private ArtifactRef fetched() {
        return task == null ? ref : task.fetched(name, ref);
    }

    /** {@return the name of the artifact} */
    public String name() {
        return name;
    }

    /** {@return the pathspec of this version, such as {@code ModelSelection/20261123T211357042-k3f9x2dq/train/3/accuracy}} */
    public String pathspec() {
        return owner() + "/" + name;
    }

    /**
     * The value. Each call decodes it again, so the caller has the only reference to it.
     *
     * @return the value, of the type that the flow declares now; null if the task stored null
     * @throws UnknownFlowException if the flow is not on the class path, or no longer has this artifact
     * @throws UnreadableArtifactException if the stored value cannot be read as the type that the flow declares now
     * @throws dev.cairn.datastore.DatastoreException if the stored value is missing or damaged
     */
    public @Nullable Object value() {
        ArtifactCodec<?> codec = derived || name.startsWith("_") ? Codecs.any() : declaredCodec();
        if (codec == null) {
            throw new UnknownFlowException(run.flow(), name);
        }
        try {
            return run.reader().loader().value(fetched(), codec);
        } catch (CodecException e) {
            throw new UnreadableArtifactException(name, owner(), e);
        }
    }

    private @Nullable ArtifactCodec<?> declaredCodec() {
        run.artifacts(); // says so where the flow is not on the class path
        ArtifactDefinition declared = run.declared(name).orElse(null);
        return declared == null ? null : declared.codec();
    }

    /**
     * The value as an instance of a class. For a primitive, {@code as(double.class)} and {@code as(Double.class)} are the same. Throws
     * as {@link #value()} does.
     *
     * @param <T> the type of the result
     * @param type the class of the value, or a class that it extends or implements; for a primitive, its class or that of its box
     * @return the value; null if the task stored null, even if {@code type} is primitive
     * @throws ClassCastException if the value is an instance of another class
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

    /** {@return the value as a tree, which can be read without the user's classes} */
    public Tree tree() {
        return run.reader().loader().tree(fetched());
    }

    /**
     * {@return the value as a tree to show to a person} Where the flow is on the class path, values that {@code @Opaque} stores are read,
     * with the classes that the flow allows for this artifact now, and shown with {@code toString()}; what cannot be read so is as in
     * {@link #tree()}.
     */
    public Tree shownTree() {
        return run.reader().loader().tree(fetched(), texts());
    }

    /**
     * The first elements of a list, set, map or array, or the entries of a map, as in {@link #shownTree()}. Those that follow are
     * verified, but not decoded.
     *
     * @param count how many, at least 0
     * @return empty if the value has another type
     */
    public Optional<FirstElements> firstElements(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must be at least 0, but is " + count);
        }
        return run.reader().loader().firstElements(fetched(), texts(), count);
    }

    /**
     * Passes on all elements of a list, set or array, and all entries of a map, one after the other, as in {@link #shownTree()}. They need not
     * fit into memory together. All of the value is verified before the first one is passed on.
     *
     * @param receiver is called for each element; for an entry, with a mapping that has only this. What it throws is passed on.
     * @return false if the value has another type; null has no elements
     * @throws dev.cairn.datastore.DatastoreException if the stored value is missing or damaged
     */
    public boolean forEachElement(Consumer<? super Tree> receiver) {
        return run.reader()
                .loader()
                .forEachElements(
                        ref, texts(), chunk -> Elements.of(chunk.tree()).forEach(receiver));
    }

    /**
     * {@return the elements of a tree of a list, set or array; the entries of that of a map, each as a mapping; none of any other tree}
     *
     * @param tree what {@link #tree()}, {@link #shownTree()} or a part of one of them returned
     */
    public static Stream<Tree> elements(Tree tree) {
        return Elements.of(tree);
    }

    private OpaqueTexts texts() {
        return new OpaqueTexts(() -> derived || name.startsWith("_")
                ? Codecs.any()
                : run.declared(name)
                        .<ArtifactCodec<?>>map(ArtifactDefinition::codec)
                        .orElse(Codecs.any()));
    }

    /**
     * {@return the beginning of the value as text, about {@value Preview#CHARACTERS} characters} It is stored with the value or in the
     * record of the task, so the value itself is not read. Empty if the name of the artifact or of a field suggests a secret, if only a
     * custom codec or reflection can read the value, or if a version of Cairn without previews stored it.
     */
    public Optional<String> preview() {
        return run.reader().loader().preview(name, ref);
    }

    /** {@return the schema of the encoded value, as it was when the value was stored} */
    public Schema schema() {
        return run.reader().loader().schema(ref);
    }

    /** {@return a stream of the bytes of the encoded value} Close the stream after use. */
    public InputStream open() {
        return run.reader().loader().open(ref);
    }

    /** {@return the address: the SHA-256 of the encoded value, as 64 hexadecimal digits} Equal values have equal addresses. */
    public String sha() {
        return ref.address().toString();
    }

    /** {@return the number of bytes of the encoded value} */
    public long size() {
        return ref.size();
    }

    /** {@return the declared Java type of the artifact, with simple names} */
    public String type() {
        return ref.type();
    }

    /** {@return when a task stored this version} */
    public Instant createdAt() {
        return ref.createdAt();
    }

    /** {@return when the task of this version, which may only have passed it on, finished} */
    public Instant finishedAt() {
        return task == null ? ref.createdAt() : task.finishedAt();
    }

    /** Text such as {@code DataArtifact("ModelSelection/20261123T211357042-k3f9x2dq/train/3/accuracy")}. */
    @Override
    public String toString() {
        return "DataArtifact(\"" + pathspec() + "\")";
    }
}
