package dev.cairn.engine.values;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.value.PrimitiveArrayCodec;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.engine.values.CachedValue.Kept;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.internal.Encoding;
import dev.cairn.runtime.values.ArtifactLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads artifacts for the tasks of one run in this process. What several tasks read is fetched and verified once and then kept, within the
 * budget of a {@link ValueCache}. Thread-safe.
 *
 * <p>Tasks that only look at a value, as their code proves, share one object, if it is of a type of which nothing changes when it is read.
 * A task that may change it gets an object of its own: a copy of an array, otherwise one that is decoded from bytes that were verified
 * before. Whether it did change it, is found out by comparison with what is kept, without hashing.
 */
public final class TaskValues {
    /** The memory that a decoded value takes for each byte of its encoding, at most: see {@link ArtifactFormat}. */
    private static final int MOST_MEMORY_PER_BYTE = 32;

    /** Of more objects than these, those that nobody has any more are forgotten. */
    private static final int MOST_WATCHED = 1000;

    /** What a virtual machine can allocate at most: more is decoded from a stream. */
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final ArtifactLoader loader;
    private final ValueCache cache;
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet(); // of one version several, if not all are kept

    /** For one run; shares the memory of all runs of this process. */
    public TaskValues(ArtifactLoader loader) {
        this(loader, ValueCache.OF_PROCESS);
    }

    TaskValues(ArtifactLoader loader, ValueCache cache) {
        this.loader = loader;
        this.cache = cache;
    }

    /**
     * The value of a version of an artifact, for one task.
     *
     * @param mayChange whether the task may change it in place, or pass it on to somebody who may
     * @param isWanted whether it is to be expected that other tasks read it too; otherwise it is kept when the second one does
     */
    @Nullable
    Object read(ArtifactRef ref, ArtifactDefinition artifact, boolean mayChange, boolean isWanted) {
        ArtifactCodec<?> codec = artifact.codec();
        if (ref.inline() != null || ref.size() > cache.budget()) {
            return loader.value(ref, codec);
        }
        ValueCache.Key key = new ValueCache.Key(this, artifact.name(), ref.address());
        CachedValue cached = cache.value(key);
        if (!mayChange && codec.canBeShared()) {
            return shared(key, cached, ref, artifact, isWanted);
        }
        return isPlainArray(codec)
                ? copied(key, cached, ref, codec, isWanted)
                : decoded(key, cached, ref, codec, isWanted);
    }

    /** One object for all. */
    private @Nullable Object shared(
            ValueCache.Key key, CachedValue cached, ArtifactRef ref, ArtifactDefinition artifact, boolean isWanted) {
        ArtifactCodec<?> codec = artifact.codec();
        return cached.<@Nullable Object>alone(() -> {
            boolean isWantedNow = cached.isReadAgain() || isWanted;
            Object value = cached.value();
            if (value == null) {
                value = loader.value(ref, codec);
                if (value == null) {
                    return null;
                }
            }
            if (cached.lend(value)) { // it may have been kept before, for those who get a copy
                watch(ref, artifact, value);
            }
            if (isWantedNow && !cached.keepsValue()) {
                cache.keep(key, cached, cached.kept().withValue(value, memory(ref, codec)));
            }
            return value;
        });
    }

    private void watch(ArtifactRef ref, ArtifactDefinition artifact, Object value) {
        if (!Unchangeable.is(value)) {
            if (watched.size() > MOST_WATCHED) {
                watched.removeIf(each -> each.value().refersTo(null));
            }
            watched.add(new Watched(ref, artifact, new WeakReference<>(value)));
        }
    }

    /**
     * The artifacts of which an object that tasks share no longer holds what was read: somebody changed it whose code was not seen when
     * the flow was compiled. What nobody has any more cannot be looked at.
     */
    public List<ArtifactDefinition> changedWhileShared() {
        return watched.stream()
                .filter(this::isChanged)
                .map(Watched::artifact)
                .distinct()
                .toList();
    }

    private boolean isChanged(Watched watched) {
        Object value = watched.value().get();
        if (value == null) {
            return false;
        }
        ArtifactCodec<?> codec = watched.artifact().codec();
        try {
            Address now = Encoding.address(codec, value);
            return !now.equals(watched.ref().address())
                    && !now.equals(Encoding.address(codec, loader.value(watched.ref(), codec))); // of an older shape
        } catch (CodecException e) {
            return true; // it could be stored before
        }
    }

    /** An object that tasks share, and of which nothing in its class says that it stays as it is. */
    private record Watched(ArtifactRef ref, ArtifactDefinition artifact, WeakReference<Object> value) {}

    /** A copy of an array that is kept. */
    private @Nullable Object copied(
            ValueCache.Key key, CachedValue cached, ArtifactRef ref, ArtifactCodec<?> codec, boolean isWanted) {
        Object array = cached.<@Nullable Object>alone(() -> {
            boolean isWantedNow = cached.isReadAgain() || isWanted;
            Object value = cached.value();
            if (value == null && isWantedNow) {
                value = loader.value(ref, codec);
            }
            if (value != null && !cached.keepsValue()) {
                cache.keep(key, cached, cached.kept().withValue(value, memory(ref, codec)));
            }
            return value;
        });
        return array == null ? loader.value(ref, codec) : PlainArrays.copy(array);
    }

    /** An object for this task alone, decoded from bytes that are kept. */
    private @Nullable Object decoded(
            ValueCache.Key key, CachedValue cached, ArtifactRef ref, ArtifactCodec<?> codec, boolean isWanted) {
        byte[] encoded = cached.<byte @Nullable []>alone(() -> {
            boolean isWantedNow = cached.isReadAgain() || isWanted;
            byte[] known = cached.kept().encoded().get();
            if (known == null && isWantedNow && ref.size() <= LARGEST_ARRAY) {
                known = loader.bytes(ref);
                cache.keep(key, cached, cached.kept().withEncoded(known));
            }
            return known;
        });
        return encoded == null ? loader.value(ref, codec) : loader.value(encoded, codec);
    }

    private static boolean isPlainArray(ArtifactCodec<?> codec) {
        return codec.resolved() instanceof PrimitiveArrayCodec;
    }

    private static long memory(ArtifactRef ref, ArtifactCodec<?> codec) {
        return isPlainArray(codec) ? ref.size() : MOST_MEMORY_PER_BYTE * ref.size();
    }

    /** How to find out afterwards whether a task changed what it has read. */
    HeldValue held(ArtifactRef ref, ArtifactDefinition artifact, @Nullable Object value, boolean mayChange) {
        HeldValue held = HeldValue.loaded(artifact, value, mayChange);
        return held == HeldValue.Encoded.UNKNOWN && ref.inline() == null ? new Compared(this, ref, artifact) : held;
    }

    /**
     * Whether a value is the one of a version still, according to what is kept of it.
     *
     * @throws dev.cairn.codec.CodecException if the value cannot be stored
     */
    private HeldValue.Answer compare(ArtifactRef ref, ArtifactDefinition artifact, @Nullable Object now) {
        CachedValue cached = cache.value(new ValueCache.Key(this, artifact.name(), ref.address()));
        Kept kept = cached.kept();
        Object value = kept.value().get();
        if (value != null && PlainArrays.isOne(value)) {
            return HeldValue.Answer.of(PlainArrays.areEqual(value, now));
        }
        byte[] encoded = kept.encoded().get();
        if (encoded == null || !isOfShape(encoded, artifact.codec().schema())) {
            return HeldValue.Answer.OPEN;
        }
        return HeldValue.Answer.of(ComparingOutput.isEncodedAs(encoded, artifact.codec(), now));
    }

    /** Whether bytes were stored when the type of the artifact was the one of today, so that equal values have equal bytes. */
    private static boolean isOfShape(byte[] encoded, Schema schema) {
        try {
            return ArtifactFormat.isDescribedBy(schema, new ByteArrayInputStream(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what was kept for the run. */
    public void close() {
        cache.forget(this);
    }

    /** A value that the task may change, to be compared with what is kept of it. */
    private record Compared(TaskValues values, ArtifactRef ref, ArtifactDefinition artifact) implements HeldValue {
        @Override
        public Answer isStill(@Nullable Object now) {
            return values.compare(ref, artifact, now);
        }

        @Override
        public boolean wasEncodedAs(Address address) {
            return false;
        }
    }
}
