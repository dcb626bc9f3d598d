package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.CodecFailures;
import dev.cairn.codec.internal.CodecKryo;
import dev.cairn.codec.internal.Decoding;
import dev.cairn.codec.internal.LimitedOutput;
import dev.cairn.codec.internal.MemoryOutput;
import dev.cairn.codec.internal.OpaqueEquality;
import dev.cairn.codec.internal.SizedInput;
import dev.cairn.codec.internal.StreamFailure;
import dev.cairn.codec.internal.TreeErrors;
import dev.cairn.codec.internal.UnclosedOutputStream;
import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.schema.SchemaSource;
import dev.cairn.codec.schema.StoredSchemas;
import dev.cairn.codec.tree.BeginningText;
import dev.cairn.codec.tree.FirstElementsReader;
import dev.cairn.codec.tree.OpaqueReader;
import dev.cairn.codec.tree.StructuralReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into artifacts and back.
 *
 * <p>An artifact is {@code magic | format version | codec id | schema hash | payload}: two bytes {@code CA 1B}; one byte, 1; one
 * byte, 1 if the schema describes every byte of the payload, 2 if parts of it can be read by custom or reflective codecs only;
 * the 32 bytes of the schema's SHA-256; and what the codec writes. Null is a value like any other. Equal values of one kind become
 * equal bytes.
 *
 * <p>Decoding trusts no input. For any bytes, it returns a value or throws a {@link CodecException}, and the memory that it needs is
 * proportional to the number of bytes: half a megabyte, and 32 times the bytes of the artifact and of its schema. The only exception are
 * small sets and maps, because each of them must be a separate object that can be changed: an empty {@code HashMap} has 48 bytes, a
 * {@code LinkedHashSet} 72, and one of a single element 144. They may be stored in one byte and two. Nothing takes more than 80 times its
 * bytes. Thread-safe.
 */
public final class ArtifactFormat {
    private static final int BUFFER = 1 << 16;

    private ArtifactFormat() {}

    /**
     * Encodes a value in memory.
     *
     * @param <T> the type of the value
     * @param codec the codec of that type
     * @param value the value, which no other thread may change meanwhile; null only if the codec accepts it
     * @return the artifact, and the schema that describes it
     * @throws UnsupportedValueException if the value cannot be stored
     */
    public static <T> Encoded encode(ArtifactCodec<T> codec, @Nullable T value) {
        try (MemoryOutput output = new MemoryOutput()) {
            write(codec, value, output);
            return new Encoded(output.toBytes(), codec.schema());
        }
    }

    /**
     * Encodes a value in memory, unless it is large.
     *
     * @param <T> the type of the value
     * @param codec the codec of that type
     * @param value the value, which no other thread may change meanwhile; null only if the codec accepts it
     * @param limit the largest number of bytes
     * @return the encoded value, or null if it has more bytes
     * @throws UnsupportedValueException if the value cannot be stored
     */
    public static <T> @Nullable Encoded encode(ArtifactCodec<T> codec, @Nullable T value, int limit) {
        try (Output output = new LimitedOutput(limit)) {
            write(codec, value, output);
            return new Encoded(output.toBytes(), codec.schema());
        } catch (StreamFailure e) {
            return null; // the only stream here is the limit
        }
    }

    /**
     * Encodes a value into a stream, with only a small buffer in memory. Does not close the stream.
     *
     * @param <T> the type of the value
     * @param codec the codec of that type
     * @param value the value, which no other thread may change meanwhile; null only if the codec accepts it
     * @param stream gets the bytes of the artifact; if this method throws, it may have got some of them
     * @return the schema that describes the artifact
     * @throws UnsupportedValueException if the value cannot be stored
     * @throws IOException if the stream throws
     */
    public static <T> Schema write(ArtifactCodec<T> codec, @Nullable T value, OutputStream stream) throws IOException {
        write(codec, value, stream, null);
        return codec.schema();
    }

    /** With numbers in place of values that are stored reflectively, if {@code equality} is not null: for comparisons. */
    static <T> void write(
            ArtifactCodec<T> codec, @Nullable T value, OutputStream stream, @Nullable OpaqueEquality equality)
            throws IOException {
        try (Output output = new Output(new UnclosedOutputStream(stream), BUFFER)) {
            Header.write(output, codec.schema());
            writePayload(codec, value, output, equality);
        } catch (StreamFailure e) {
            throw e.cause();
        }
    }

    private static <T> void write(ArtifactCodec<T> codec, @Nullable T value, Output output) {
        Header.write(output, codec.schema());
        writePayload(codec, value, output);
    }

    /**
     * Encodes a value without a header, for places where many values of one schema are stored together.
     *
     * @param <T> the type of the value
     * @param codec the codec of that type
     * @param value the value, which no other thread may change meanwhile; null only if the codec accepts it
     * @param output gets the bytes; if this method throws, it may have got some of them
     * @throws UnsupportedValueException if the value cannot be stored
     */
    public static <T> void writePayload(ArtifactCodec<T> codec, @Nullable T value, Output output) {
        writePayload(codec, value, output, null);
    }

    private static <T> void writePayload(
            ArtifactCodec<T> codec, @Nullable T value, Output output, @Nullable OpaqueEquality equality) {
        CodecKryo kryo = CodecKryo.borrow();
        kryo.state().compareOpaqueValuesBy(equality);
        try {
            codec.write(kryo, output, value);
        } catch (CodecException | StreamFailure e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw CodecFailures.ofWriting(e);
        } finally {
            kryo.state().compareOpaqueValuesBy(null);
            CodecKryo.giveBack(kryo);
        }
    }

    /**
     * Decodes an artifact.
     *
     * @param <T> the type of the value
     * @param codec the codec of that type
     * @param artifact the bytes of the artifact, which are not modified
     * @param schemas finds the schema of the artifact, if it is not that of {@code codec}
     * @return the value; null if null was stored
     * @throws MalformedArtifactException if the bytes are not an artifact
     * @throws IncompatibleSchemaException if the value was stored under another schema and cannot be read as the current type
     */
    public static <T> @Nullable T decode(ArtifactCodec<T> codec, byte[] artifact, SchemaSource schemas) {
        return decode(codec, new Input(artifact), schemas);
    }

    /**
     * Decodes an artifact from a stream, with only a small buffer in memory. Does not close the stream. Exceptions of the stream,
     * including unchecked ones, are passed on unchanged.
     *
     * @param <T> the type of the value
     * @param codec the codec of that type
     * @param stream gives the bytes of the artifact
     * @param size the number of bytes of the artifact
     * @param schemas finds the schema of the artifact, if it is not that of {@code codec}
     * @return the value; null if null was stored
     * @throws MalformedArtifactException if the bytes are not an artifact
     * @throws IncompatibleSchemaException if the value was stored under another schema and cannot be read as the current type
     * @throws IOException if the stream throws
     */
    public static <T> @Nullable T decode(ArtifactCodec<T> codec, InputStream stream, long size, SchemaSource schemas)
            throws IOException {
        try {
            return decode(codec, sized(stream, size), schemas);
        } catch (StreamFailure e) {
            throw e.cause();
        }
    }

    private static <T> @Nullable T decode(ArtifactCodec<T> codec, Input input, SchemaSource schemas) {
        byte[] hash = Decoding.guarded(() -> Header.read(input));
        return decodePayload(codec, input, hash, schemas);
    }

    /**
     * Decodes what {@link #writePayload} wrote. It must be all of {@code input}.
     *
     * @param <T> the type of the value
     * @param codec the codec of that type
     * @param input gives the bytes
     * @param schemaHash the hash of the schema with which it was written
     * @param schemas finds the schema, if it is not that of {@code codec}
     * @return the value; null if null was stored
     * @throws MalformedArtifactException if {@link #writePayload} cannot have written the bytes
     * @throws IncompatibleSchemaException if the value was stored under another schema and cannot be read as the current type
     */
    public static <T> @Nullable T decodePayload(
            ArtifactCodec<T> codec, Input input, byte[] schemaHash, SchemaSource schemas) {
        ValueReader reader = codec.schema().hasHash(schemaHash)
                ? codec::read
                : Decoding.guarded(() -> codec.plans().reader(schemaHash, schemas));
        @SuppressWarnings("unchecked") // the codec's own reader, or one that it planned
        @Nullable
        T value = (T) Decoding.whole(reader, input);
        return value;
    }

    /**
     * Decodes an artifact to a tree, without the classes of the user.
     *
     * @param artifact the bytes of the artifact, which are not modified
     * @param schemas finds the schema of the artifact
     * @return the value; {@link Tree.Null} if null was stored
     * @throws MalformedArtifactException if the bytes are not an artifact
     */
    public static Tree tree(byte[] artifact, SchemaSource schemas) {
        return tree(artifact, schemas, OpaqueReader.NONE);
    }

    /**
     * The same as {@link #tree(byte[], SchemaSource)}, with the texts of reflectively stored values where their classes are at hand.
     *
     * @param artifact the bytes of the artifact, which are not modified
     * @param schemas finds the schema of the artifact
     * @param texts gives the texts
     * @return the value; {@link Tree.Null} if null was stored
     * @throws MalformedArtifactException if the bytes are not an artifact
     */
    public static Tree tree(byte[] artifact, SchemaSource schemas, OpaqueTexts texts) {
        return tree(artifact, schemas, texts.reader());
    }

    private static Tree tree(byte[] artifact, SchemaSource schemas, OpaqueReader texts) {
        Input input = new Input(artifact);
        byte[] hash = Decoding.guarded(() -> Header.read(input));
        return treeOfPayload(input, StoredSchemas.read(hash, schemas), texts);
    }

    /**
     * The first elements of an artifact that is a list, set, map or array. What follows them in the stream is not read, but for a
     * buffer. Does not close the stream.
     *
     * @param stream gives the bytes of the artifact
     * @param size the number of bytes of the artifact
     * @param schemas finds the schema of the artifact
     * @param texts gives the texts of reflectively stored values
     * @param count how many elements or entries
     * @return empty if the artifact is something else
     * @throws MalformedArtifactException if the bytes are not an artifact
     * @throws IOException if the stream throws
     */
    public static Optional<FirstElements> firstElements(
            InputStream stream, long size, SchemaSource schemas, OpaqueTexts texts, int count) throws IOException {
        try {
            Input input = sized(stream, size);
            byte[] hash = Decoding.guarded(() -> Header.read(input));
            Schema schema = StoredSchemas.read(hash, schemas);
            FirstElementsReader reader = new FirstElementsReader(new StructuralReader(schema, texts.reader()));
            return Optional.ofNullable((FirstElements)
                    Decoding.part((kryo, bytes) -> reader.read(schema.root(), count, kryo, bytes), input));
        } catch (StreamFailure e) {
            throw e.cause();
        }
    }

    /**
     * Passes on all elements of an artifact that is a list, set, map or array, some at a time, so that they need not be in memory together.
     * Does not close the stream.
     *
     * @param stream gives the bytes of the artifact
     * @param size the number of bytes of the artifact
     * @param schemas finds the schema of the artifact
     * @param texts gives the texts of reflectively stored values
     * @param receiver is called for the next elements; what it throws is passed on
     * @return whether the artifact is a list, set, map or array
     * @throws MalformedArtifactException if the bytes are not an artifact
     * @throws IOException if the stream throws
     */
    public static boolean forEachElements(
            InputStream stream, long size, SchemaSource schemas, OpaqueTexts texts, Consumer<FirstElements> receiver)
            throws IOException {
        try {
            Input input = sized(stream, size);
            byte[] hash = Decoding.guarded(() -> Header.read(input));
            Schema schema = StoredSchemas.read(hash, schemas);
            FirstElementsReader reader = new FirstElementsReader(new StructuralReader(schema, texts.reader()));
            return Boolean.TRUE.equals(Decoding.part(
                    (kryo, bytes) -> reader.readAll(schema.root(), kryo, bytes, elements -> pass(elements, receiver)),
                    input));
        } catch (StreamFailure e) {
            throw e.cause();
        }
    }

    private static void pass(FirstElements elements, Consumer<FirstElements> receiver) {
        try {
            receiver.accept(elements);
        } catch (RuntimeException e) {
            throw new StreamFailure(e); // it is not of the decoding
        }
    }

    /**
     * Decodes what {@link #writePayload} wrote to a tree. It must be all of {@code input}.
     *
     * @param input gives the bytes
     * @param schema the schema with which they were written
     * @return the value; {@link Tree.Null} if null was stored
     * @throws MalformedArtifactException if the bytes do not fit the schema
     */
    public static Tree treeOfPayload(Input input, Schema schema) {
        return treeOfPayload(input, schema, OpaqueReader.NONE);
    }

    private static Tree treeOfPayload(Input input, Schema schema, OpaqueReader texts) {
        StructuralReader structure = new StructuralReader(schema, texts);
        return (Tree) Objects.requireNonNull(
                Decoding.whole((kryo, bytes) -> structure.read(schema.root(), kryo, bytes), input));
    }

    /**
     * The beginning of the text of an artifact's {@link #tree}, from its first bytes, followed by {@code ...} if the text is not complete.
     * Bytes after the last shown character are not read.
     *
     * @param schema the schema that describes the artifact
     * @param beginning the first bytes of the artifact, with its header
     * @param size the number of bytes of the whole artifact
     * @param characters the largest number of characters before the dots
     * @return the text; empty if only a custom codec or reflection can read some part of the value
     */
    public static Optional<String> beginningText(Schema schema, byte[] beginning, long size, int characters) {
        if (!schema.isComplete() || beginning.length < Header.SIZE) {
            return Optional.empty();
        }
        Input input = sized(new ByteArrayInputStream(beginning), size);
        input.skip(Header.SIZE);
        return Optional.of(BeginningText.of(schema, input, characters));
    }

    /**
     * {@return the hash of the schema that describes an artifact}
     *
     * @param artifact the bytes of an artifact, or only the first of them
     * @throws MalformedArtifactException if the bytes do not begin with the header of an artifact
     */
    public static byte[] schemaHash(byte[] artifact) {
        Input input = new Input(artifact);
        return Decoding.guarded(() -> Header.read(input));
    }

    /**
     * {@return whether {@code schema} describes the artifact} Only the beginning of the stream is read.
     *
     * @param schema the schema that may describe it
     * @param artifact gives the bytes of the artifact; it is not closed
     * @throws MalformedArtifactException if the bytes do not begin with the header of an artifact
     * @throws IOException if the stream throws
     */
    public static boolean isDescribedBy(Schema schema, InputStream artifact) throws IOException {
        return schema.hasHash(schemaHash(artifact));
    }

    /**
     * {@return the hash of the schema of an artifact} Only the beginning of the stream is read.
     *
     * @param artifact gives the bytes of the artifact; it is not closed
     * @throws MalformedArtifactException if the bytes do not begin with the header of an artifact
     * @throws IOException if the stream throws
     */
    public static byte[] schemaHash(InputStream artifact) throws IOException {
        return schemaHash(artifact.readNBytes(Header.SIZE));
    }

    /**
     * Builds a value from a tree, such as a parameter that was set as text or JSON. Text is possible for numbers, booleans, enum
     * constants, ISO dates and durations, and paths. JSON objects become maps, or records and objects by the names of their fields.
     *
     * @param <T> the type of the value
     * @param codec the codec of that type
     * @param tree describes the value
     * @return the value; null if the tree is {@link Tree.Null}
     * @throws TreeConversionException if the tree does not describe a value of the type
     */
    public static <T> @Nullable T fromTree(ArtifactCodec<T> codec, Tree tree) {
        try {
            return codec.fromTree(tree);
        } catch (CodecException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new TreeConversionException(
                    TreeErrors.notA(tree, codec.javaName()).problem() + ": " + e.getMessage(), e);
        }
    }

    private static Input sized(InputStream stream, long size) {
        int buffer = (int) Math.max(1, Math.min(BUFFER, size));
        return new SizedInput(stream, buffer, size);
    }
}
