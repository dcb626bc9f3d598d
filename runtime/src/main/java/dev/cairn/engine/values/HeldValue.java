package dev.cairn.engine.values;

import dev.cairn.codec.CodecException;
import dev.cairn.datastore.Address;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.internal.Encoding;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a field held before the step, as far as it takes to tell afterwards whether it still does. Values that nobody can change
 * are compared by {@code equals}; others by two encodings of the same codec in the same process, before and after the step. The
 * first is made before the step only if the step may change the value in place. Used by one thread at a time.
 */
interface HeldValue {
    /** What can be said of a field without a second encoding. */
    enum Answer {
        /** It holds the value still. */
        SAME,
        /** It holds another value. */
        OTHER,
        /** Its encoding has to be compared. */
        OPEN;

        static Answer of(boolean same) {
            return same ? SAME : OTHER;
        }

        /** For those who can only find out that it is the same. */
        static Answer sameIf(boolean same) {
            return same ? SAME : OPEN;
        }
    }

    /**
     * Whether the field holds the value still, as far as that can be said without a second encoding.
     *
     * @throws CodecException if what it holds cannot be stored
     */
    Answer isStill(@Nullable Object now);

    /** Whether this is the encoding that the value had before the step; false if it is not known. */
    boolean wasEncodedAs(Address address);

    /** Whether the field holds the value still. For values that are not {@link #loaded}: of those, the stored version tells. */
    default boolean isStill(ArtifactDefinition artifact, @Nullable Object now) {
        try {
            Answer answer = isStill(now);
            return answer == Answer.SAME
                    || answer == Answer.OPEN && wasEncodedAs(Encoding.address(artifact.codec(), now));
        } catch (CodecException e) {
            return false; // whoever stores it will say so
        }
    }

    /** What a constructor left in a field. */
    static HeldValue initial(ArtifactDefinition artifact, @Nullable Object value, boolean mayChange) {
        if (value == null || Unchangeable.is(value)) {
            return new Unchanging(value);
        }
        return mayChange ? Encoded.of(artifact, value) : new Untouched(artifact, value);
    }

    /**
     * What was loaded into a field. Where equal values have equal bytes, the address of the stored version is that of the encoding
     * before the step.
     */
    static HeldValue loaded(ArtifactDefinition artifact, @Nullable Object value, boolean mayChange) {
        if (value == null || Unchangeable.is(value)) {
            return new Unchanging(value);
        } else if (!artifact.codec().schema().isComplete()) {
            return initial(artifact, value, mayChange);
        }
        return mayChange ? Encoded.UNKNOWN : new Same(new WeakReference<>(value));
    }

    /** A value that nobody can change. */
    record Unchanging(@Nullable Object value) implements HeldValue {
        @Override
        public Answer isStill(@Nullable Object now) {
            return Answer.sameIf(Objects.equals(value, now));
        }

        @Override
        public boolean wasEncodedAs(Address address) {
            return false;
        }

        @Override
        public boolean isStill(ArtifactDefinition artifact, @Nullable Object now) {
            return isStill(now) == Answer.SAME;
        }
    }

    /** A value that the step may change in place, encoded before it does. */
    record Encoded(@Nullable Address address) implements HeldValue {
        static final Encoded UNKNOWN = new Encoded(null);

        /** What cannot be stored will not be, unless the step mends it: then it is another value. */
        static Encoded of(ArtifactDefinition artifact, Object value) {
            try {
                return new Encoded(Encoding.address(artifact.codec(), value));
            } catch (CodecException e) {
                return UNKNOWN;
            }
        }

        @Override
        public Answer isStill(@Nullable Object now) {
            return Answer.OPEN;
        }

        @Override
        public boolean wasEncodedAs(Address other) {
            return address != null && address.equals(other);
        }
    }

    /** A value that the step only looks at, or replaces: it is encoded when there is another one to compare it with. */
    record Untouched(ArtifactDefinition artifact, Object value) implements HeldValue {
        @Override
        public Answer isStill(@Nullable Object now) {
            return Answer.sameIf(value == now);
        }

        @Override
        public boolean wasEncodedAs(Address address) {
            return Encoded.of(artifact, value).wasEncodedAs(address);
        }
    }

    /** A value that the step only looks at, or replaces: then it need not be kept, because it is stored. */
    record Same(WeakReference<Object> value) implements HeldValue {
        @Override
        public Answer isStill(@Nullable Object now) {
            return Answer.sameIf(now != null && value.refersTo(now));
        }

        @Override
        public boolean wasEncodedAs(Address address) {
            return false;
        }
    }
}
