package dev.cairn.codec.opaque;

import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.MalformedArtifactException;

/**
 * An input for Kryo's own serializers, which allocate whatever length the data claims. All their lengths, and of what is read
 * here nothing else that may be large, are variable-length numbers that are never negative: none may exceed the bytes that are left.
 */
final class CautiousInput extends Input {
    /** Class ids and references count from here on, too. */
    private static final int ALWAYS_ALLOWED = 1 << 14;

    @SuppressWarnings("HidingField") // that of the superclass is of its buffer, and cannot be seen here
    private final long limit;

    private long unclaimed;
    private boolean counting;

    /**
     * Reads on from an input.
     *
     * @param limit how many bytes there are at most
     */
    CautiousInput(Input input, long limit) {
        super(input, 1 << 12);
        this.limit = Math.max(ALWAYS_ALLOWED, limit);
        this.unclaimed = limit;
    }

    /** Of the elements that follow, each has a byte of its own: all lengths that are announced so are no more than the bytes. */
    void countNextLength() {
        counting = true;
    }

    @Override
    public int readVarInt(boolean optimizePositive) {
        return checked(super.readVarInt(optimizePositive), optimizePositive);
    }

    @Override
    public int readVarIntFlag(boolean optimizePositive) {
        return checked(super.readVarIntFlag(optimizePositive), optimizePositive);
    }

    private int checked(int value, boolean length) {
        if (length && (value < 0 || value > limit)) {
            throw new MalformedArtifactException(
                    "a length is " + Integer.toUnsignedString(value) + ", but only " + limit + " bytes are left");
        } else if (counting && length) {
            counting = false;
            unclaimed -= Math.max(0, value - 1); // one more than the length, where null is possible
            if (unclaimed < 0) {
                throw new MalformedArtifactException("its lengths say more elements than there are bytes");
            }
        }
        return value;
    }
}
