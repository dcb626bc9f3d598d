package dev.cairn.runtime.values;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.FirstElements;
import dev.cairn.codec.OpaqueTexts;
import dev.cairn.codec.Tree;
import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.schema.SchemaSource;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.internal.CredentialNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads values out of a datastore. What it reads is verified against the address. Each call decodes anew, so that no two callers share a
 * mutable value. Thread-safe. Methods throw a {@link dev.cairn.datastore.DatastoreException} if what they read is missing or damaged.
 */
public final class ArtifactLoader {
    private final Datastore datastore;
    private final Map<Address, byte[]> schemas = new ConcurrentHashMap<>();
    private final SchemaSource schemaSource = hash -> schema(Address.ofBytes(hash));

    /**
     * Reads from this datastore.
     *
     * @param datastore where the values are; the caller closes it
     */
    public ArtifactLoader(Datastore datastore) {
        this.datastore = datastore;
    }

    /** {@return where the values are} */
    public Datastore datastore() {
        return datastore;
    }

    /**
     * {@return the value of a version of an artifact}
     *
     * @param ref the version
     * @param codec the codec of the artifact as it is declared now
     * @throws CodecException if the value cannot be read with {@code codec}
     */
    public @Nullable Object value(ArtifactRef ref, ArtifactCodec<?> codec) {
        byte[] inline = ref.inline();
        if (inline != null) {
            return ArtifactFormat.decode(codec, verified(ref, inline), schemaSource);
        }
        try (InputStream input = datastore.blobs().open(ref.address())) {
            return verified(ref, input, true, () -> ArtifactFormat.decode(codec, input, ref.size(), schemaSource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Decodes what a stream holds, of which nobody gets to see anything unless all of it is sound.
     *
     * @param whole whether the decoder reads all of it
     */
    private static <T extends @Nullable Object> T verified(
            ArtifactRef ref, InputStream input, boolean whole, Decoder<T> decoder) throws IOException {
        T value;
        try {
            value = decoder.decode();
        } catch (CodecException e) {
            requireEnd(
                    ref, input,
                    false); // bytes that are not those of the address make no sense: then this is what to say
            throw e;
        }
        requireEnd(ref, input, whole); // also if a codec of the user's made nothing of what the stream threw
        return value;
    }

    /** Reads to the end of a stream, which then has verified all that it delivered. */
    private static void requireEnd(ArtifactRef ref, InputStream input, boolean allRead) throws IOException {
        long left = input.transferTo(OutputStream.nullOutputStream());
        if (allRead && left > 0) {
            throw new CorruptBlobException("the datastore is damaged: a value of type " + ref.type() + " should have "
                    + ref.size() + " bytes, but has " + left + " more");
        }
    }

    /** Decodes a value. */
    @FunctionalInterface
    private interface Decoder<T extends @Nullable Object> {
        T decode() throws IOException;
    }

    /**
     * {@return the value that {@code encoded} holds}
     *
     * @param encoded an artifact in the format of {@link ArtifactFormat}; it is not verified
     * @param codec the codec of the value as it is declared now
     * @throws CodecException if the value cannot be read with {@code codec}
     */
    public @Nullable Object value(byte[] encoded, ArtifactCodec<?> codec) {
        return ArtifactFormat.decode(codec, encoded, schemaSource);
    }

    /**
     * {@return an element of a foreach that is not a range}
     *
     * @param index the elements
     * @param position the position of the element, from 0
     * @param codec the codec of the elements as it is declared now
     * @throws CodecException if the element cannot be read with {@code codec}
     */
    public @Nullable Object item(ItemIndex index, int position, ArtifactCodec<?> codec) {
        return ArtifactFormat.decodePayload(codec, index.payload(position), index.schemaHash(), schemaSource);
    }

    /**
     * {@return an element of a foreach that is not a range, without any class of the user's}
     *
     * @param index the elements
     * @param position the position of the element, from 0
     */
    public Tree itemTree(ItemIndex index, int position) {
        Schema schema = Schema.parse(schema(Address.ofBytes(index.schemaHash())));
        return ArtifactFormat.treeOfPayload(index.payload(position), schema);
    }

    /**
     * {@return what a version of an artifact holds, without any class of the user's}
     *
     * @param ref the version
     */
    public Tree tree(ArtifactRef ref) {
        return tree(bytes(ref));
    }

    /**
     * {@return the same as {@link #tree(ArtifactRef)}, with the texts of reflectively stored values where their classes are at hand}
     *
     * @param ref the version
     * @param texts gives the texts
     */
    public Tree tree(ArtifactRef ref, OpaqueTexts texts) {
        return ArtifactFormat.tree(bytes(ref), schemaSource, texts);
    }

    /**
     * The first elements of a version of an artifact. What follows them is verified, and not decoded.
     *
     * @param ref the version
     * @param texts gives the texts of reflectively stored values
     * @param count how many elements or entries, at least 0
     * @return empty if it is not a list, set, map or array
     */
    public Optional<FirstElements> firstElements(ArtifactRef ref, OpaqueTexts texts, int count) {
        try (InputStream input = open(ref)) {
            return verified(
                    ref,
                    input,
                    false,
                    () -> ArtifactFormat.firstElements(input, ref.size(), schemaSource, texts, count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Passes on all elements of a version of an artifact, some at a time. All of its bytes are verified before the first one is passed on.
     *
     * @param ref the version
     * @param texts gives the texts of reflectively stored values
     * @param receiver is called for the next elements; what it throws is passed on
     * @return whether it is a list, set, map or array
     */
    public boolean forEachElements(ArtifactRef ref, OpaqueTexts texts, Consumer<FirstElements> receiver) {
        try (InputStream input = open(ref)) {
            requireEnd(ref, input, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (InputStream input = open(ref)) {
            return verified(
                    ref,
                    input,
                    false,
                    () -> ArtifactFormat.forEachElements(input, ref.size(), schemaSource, texts, receiver));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the {@link Preview} of a version of an artifact of this name: the stored one, or that of a value in the record} Empty if the
     * name or a field suggests a secret, if only a codec or class of the user can read the value, or if a version of Cairn without previews
     * stored it.
     *
     * @param name the name of the artifact
     * @param ref the version
     */
    public Optional<String> preview(String name, ArtifactRef ref) {
        byte[] inline = ref.inline();
        if (CredentialNames.contains(name)) {
            return Optional
                    .empty(); // an artifact of another name may hold the same value, and have stored a preview of it
        }
        return inline == null
                ? datastore.blobs().find(ref.address()).map(BlobInfo::preview)
                : new Preview(name, schema(ref)).of(inline);
    }

    /**
     * {@return the schema of the encoded value of a version of an artifact}
     *
     * @param ref the version
     */
    public Schema schema(ArtifactRef ref) {
        try (InputStream input = open(ref)) {
            return Schema.parse(schema(Address.ofBytes(ArtifactFormat.schemaHash(input))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return what {@code encoded} holds, without any class of the user's}
     *
     * @param encoded an artifact in the format of {@link ArtifactFormat}; it is not verified
     */
    public Tree tree(byte[] encoded) {
        return ArtifactFormat.tree(encoded, schemaSource);
    }

    /**
     * {@return the encoded value of a version of an artifact}
     *
     * @param ref the version
     */
    public byte[] bytes(ArtifactRef ref) {
        byte[] inline = ref.inline();
        return inline != null
                ? verified(ref, inline).clone()
                : datastore.blobs().read(ref.address());
    }

    /**
     * {@return a stream of the encoded value of a version of an artifact} What is damaged is reported by an exception at the end of the
     * stream at the latest. Close the stream after use.
     *
     * @param ref the version
     */
    public InputStream open(ArtifactRef ref) {
        byte[] inline = ref.inline();
        return inline != null
                ? new ByteArrayInputStream(verified(ref, inline))
                : datastore.blobs().open(ref.address());
    }

    /**
     * {@return whether a version of an artifact is described by {@code schema}}
     *
     * @param ref the version
     * @param schema the schema that may describe it
     */
    public boolean isStoredAs(ArtifactRef ref, Schema schema) {
        try (InputStream input = open(ref)) {
            return ArtifactFormat.isDescribedBy(schema, input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Notes a schema that need not be in the datastore, because it describes values that are made on demand.
     *
     * @param schema the schema; it is kept as long as this object
     */
    public void remember(Schema schema) {
        schemas.put(Address.ofBytes(schema.hash()), schema.bytes());
    }

    private byte[] schema(Address address) {
        return schemas.computeIfAbsent(address, datastore.blobs()::read);
    }

    private static byte[] verified(ArtifactRef ref, byte[] inline) {
        Address found = Address.ofContent(inline);
        if (!found.equals(ref.address())) {
            throw new CorruptBlobException("the datastore is damaged: a value of type " + ref.type()
                    + " should have the address " + ref.address() + ", but has " + found);
        }
        return inline;
    }
}
