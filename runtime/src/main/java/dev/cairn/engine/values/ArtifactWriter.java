package dev.cairn.engine.values;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.schema.Schema;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.values.HeldValue.Answer;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.internal.Encoding;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.ItemIndex;
import dev.cairn.runtime.values.Preview;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into stored versions of artifacts. Large values are put into the datastore at once, as a stream; small ones are
 * collected, to go with the commit that refers to them. Belongs to one task; not thread-safe.
 */
public final class ArtifactWriter {
    /** Up to this size a value is encoded in memory, and goes with the commit of its task, which waits for the disk once then, not twice. */
    static final int LARGEST_IN_MEMORY = 256 * 1024;

    private final ArtifactLoader loader;
    private final Datastore datastore;
    private final KnownSchemas knownSchemas;
    private final Instant now;
    private final LargeArtifacts largeArtifacts;
    private final Map<Address, byte[]> blobs = new LinkedHashMap<>();
    private final Map<Address, String> previews = new HashMap<>();
    private final Set<Schema> schemas = new LinkedHashSet<>();

    public ArtifactWriter(
            ArtifactLoader loader, KnownSchemas knownSchemas, Instant now, LargeArtifacts largeArtifacts) {
        this.loader = loader;
        this.datastore = loader.datastore();
        this.knownSchemas = knownSchemas;
        this.now = now;
        this.largeArtifacts = largeArtifacts;
    }

    /**
     * A version that holds {@code value}.
     *
     * @throws CodecException if the value cannot be stored; its message starts with the name of the artifact
     */
    public ArtifactRef write(ArtifactDefinition artifact, @Nullable Object value, boolean presumed) {
        try {
            return stored(artifact, write(artifact, value, encode(artifact.codec(), value), presumed));
        } catch (CodecException e) {
            throw e.in(artifact.name());
        }
    }

    /**
     * {@code before} if it holds {@code value}, else a version that does. Small values are encoded once to find out.
     *
     * @param held what {@code before} was when it was loaded
     * @throws CodecException if the value cannot be stored; its message starts with the name of the artifact
     */
    ArtifactRef writeIfChanged(
            ArtifactRef before, ArtifactDefinition artifact, @Nullable Object value, HeldValue held) {
        try {
            Answer answer = held.isStill(value);
            if (answer == Answer.SAME) {
                return before;
            }
            Encoded encoded = before.size() > LARGEST_IN_MEMORY ? null : encode(artifact.codec(), value);
            if (answer == Answer.OPEN
                    && isUnchanged(before, artifact, address(artifact.codec(), value, encoded), held)) {
                return before;
            }
            return stored(artifact, write(artifact, value, encoded, false));
        } catch (CodecException e) {
            throw e.in(artifact.name());
        }
    }

    /** Whether {@code version}, which was loaded as {@code held}, still holds {@code value}. */
    boolean isUnchanged(ArtifactRef version, ArtifactDefinition artifact, @Nullable Object value, HeldValue held) {
        try {
            Answer answer = held.isStill(value);
            return answer == Answer.SAME
                    || answer == Answer.OPEN
                            && isUnchanged(version, artifact, Encoding.address(artifact.codec(), value), held);
        } catch (CodecException e) {
            return false; // it could be stored before
        }
    }

    private boolean isUnchanged(ArtifactRef version, ArtifactDefinition artifact, Address now, HeldValue held) {
        return now.equals(version.address())
                || held.wasEncodedAs(now)
                || isOfAnotherShape(version, artifact) && now.equals(addressAsRead(version, artifact));
    }

    /** Whether a version was stored when the type of the artifact was another one, so that it would be stored otherwise today. */
    private boolean isOfAnotherShape(ArtifactRef version, ArtifactDefinition artifact) {
        Schema schema = artifact.codec().schema();
        return schema.isComplete() && !loader.isStoredAs(version, schema);
    }

    /** The address that a version has if it is read and stored again. */
    private Address addressAsRead(ArtifactRef version, ArtifactDefinition artifact) {
        return Encoding.address(artifact.codec(), loader.value(version, artifact.codec()));
    }

    private static Address address(ArtifactCodec<?> codec, @Nullable Object value, @Nullable Encoded encoded) {
        return encoded == null ? Encoding.address(codec, value) : Address.ofContent(encoded.bytes());
    }

    private static @Nullable Encoded encode(ArtifactCodec<?> codec, @Nullable Object value) {
        return Encoding.of(codec, value, LARGEST_IN_MEMORY);
    }

    private ArtifactRef stored(ArtifactDefinition artifact, ArtifactRef ref) {
        largeArtifacts.stored(artifact.name(), ref.size());
        return ref;
    }

    /** A version that holds {@code value}, which is declared as {@code type}. */
    public ArtifactRef write(String type, ArtifactCodec<?> codec, @Nullable Object value, boolean presumed) {
        return write(type, codec, value, encode(codec, value), new Preview("", codec.schema()), presumed);
    }

    private ArtifactRef write(
            ArtifactDefinition artifact, @Nullable Object value, @Nullable Encoded encoded, boolean presumed) {
        ArtifactCodec<?> codec = artifact.codec();
        return write(artifact.type(), codec, value, encoded, new Preview(artifact.name(), codec.schema()), presumed);
    }

    private ArtifactRef write(
            String type,
            ArtifactCodec<?> codec,
            @Nullable Object value,
            @Nullable Encoded encoded,
            Preview preview,
            boolean presumed) {
        schemas.add(codec.schema());
        if (encoded == null) {
            BlobInfo blob = datastore.blobs().put(preview.of(output -> Encoding.write(codec, value, output)));
            return new ArtifactRef(blob.address(), blob.size(), type, now, presumed, null);
        }
        byte[] bytes = encoded.bytes();
        Address address = Address.ofContent(bytes);
        boolean inline = bytes.length <= datastore.inlineLimit();
        if (!inline) {
            blobs.put(address, bytes);
            preview.of(bytes).ifPresent(text -> previews.put(address, text));
        }
        return new ArtifactRef(address, bytes.length, type, now, presumed, inline ? bytes : null);
    }

    /** The address of the elements of a foreach, which will be stored with the commit, or are stored now if they are large. */
    public Address items(ItemIndex index) {
        BlobContent stored =
                index.content(segment -> datastore.blobs().put(segment).address());
        if (index.size() > LARGEST_IN_MEMORY) {
            return datastore.blobs().put(stored).address();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream((int) index.size());
        try {
            stored.writeTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Address address = Address.ofContent(content.toByteArray());
        blobs.put(address, content.toByteArray());
        return address;
    }

    /** What will be stored under {@code address} with the commit, or null. */
    public byte @Nullable [] pending(Address address) {
        return blobs.get(address);
    }

    /** Notes that encodings of {@code codec} are stored otherwise, so that its schema goes with the commit. */
    public void schemaOf(ArtifactCodec<?> codec) {
        schemas.add(codec.schema());
    }

    /** What has to go with the commit: small values, and schemas that are not known to be stored. */
    public Map<Address, byte[]> blobs() {
        schemas.stream()
                .filter(schema -> !knownSchemas.contains(schema))
                .forEach(schema -> blobs.put(Address.ofBytes(schema.hash()), schema.bytes()));
        return Collections.unmodifiableMap(blobs);
    }

    /** One of {@link #blobs}, with its preview. */
    private BlobContent content(Address address) {
        return new BlobContent() {
            @Override
            public void writeTo(OutputStream output) throws IOException {
                output.write(Objects.requireNonNull(blobs.get(address)));
            }

            @Override
            public @Nullable String preview() {
                return previews.get(address);
            }
        };
    }

    /** Stores {@link #blobs} now, instead of with a commit. */
    public void store() {
        datastore.blobs().putAll(blobs().keySet().stream().map(this::content).toList());
        committed();
    }

    /** What is shown of those of {@link #blobs} that hold values. */
    public Map<Address, String> previews() {
        return Collections.unmodifiableMap(previews);
    }

    /** Notes that the datastore took {@link #blobs}: commits of other tasks need not bring these schemas. */
    public void committed() {
        knownSchemas.add(schemas);
    }
}
