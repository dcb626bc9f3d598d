package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.UnsupportedValueException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What codecs remember while they write or read one value: how deep they are, and buffers to use again. Belongs to one
 * {@link Kryo}, and like it to one thread at a time.
 */
public final class CodecState {
    /**
     * How deep a value may be nested through recursive types or {@code Object}. Low enough for the stack of any ordinary thread, so
     * that what could be written can be read everywhere.
     */
    public static final int MAX_DEPTH = 500;

    /** What the constants that are not in enum sets and maps may take, at any rate, and for each byte before them. */
    private static final long ROOM = 4 << 20;

    private static final int ROOM_PER_BYTE = 24;

    /** Of a Kryo that is not ours, and so never reset. */
    private static final long UNBOUNDED_ROOM = Long.MIN_VALUE / 2;

    private static final int SCRATCH_SIZE = 1 << 12;
    private static final int MAX_KEPT_SCRATCH_SIZE = 1 << 16;

    private final Deque<Output> scratch = new ArrayDeque<>();
    private int depth;
    private long unclaimed = Long.MAX_VALUE;
    private long room = UNBOUNDED_ROOM;
    private @Nullable Sight sight;
    private @Nullable OpaqueEquality opaqueEquality;

    public static CodecState of(Kryo kryo) {
        if (kryo instanceof CodecKryo codecKryo) {
            return codecKryo.state();
        }
        return ofForeign(kryo);
    }

    @SuppressWarnings("unchecked") // Kryo's map is raw
    private static CodecState ofForeign(Kryo kryo) {
        Object known = kryo.getContext().get(CodecState.class);
        if (known instanceof CodecState state) {
            return state;
        }
        CodecState state = new CodecState();
        kryo.getContext().put(CodecState.class, state);
        return state;
    }

    /** Before each value; after a failure nothing is counted back, so that the state has to be {@link #reset}. */
    void reset() {
        depth = 0;
        unclaimed = Long.MAX_VALUE;
        room = 0;
        sight = null;
        opaqueEquality = null;
    }

    /** Before a value is read of which so many bytes are left. */
    void beginReading(long bytes) {
        unclaimed = bytes;
    }

    /**
     * Before a collection of so many elements is read. Each element of each collection has a byte of its own, so that all lengths
     * of a value together are no more than its bytes. A length alone may be as many as are left: in nested collections, of which
     * each claims that, memory would be as much as the depth times the bytes.
     */
    void claim(int elements) {
        unclaimed -= elements;
        if (unclaimed < 0) {
            throw new MalformedArtifactException("its lengths say more elements than there are bytes");
        }
    }

    /** Before an enum set or map is written, which takes room for every constant, however few are in it. */
    public void takeRoomForWriting(long bytes, long position) {
        if (!isInProportion(bytes, position)) {
            throw new UnsupportedValueException(
                    "its enum sets or maps have room for far more constants than are in them; use"
                            + " TreeSets or TreeMaps, which keep the same order");
        }
    }

    /** Before an enum set or map is read. What could be written can be read, if the enum did not grow. */
    public void takeRoomForReading(long bytes, long position) {
        if (!isInProportion(bytes, position)) {
            throw new MalformedArtifactException("its enum sets or maps need far more memory than there are bytes");
        }
    }

    private boolean isInProportion(long bytes, long position) {
        room += bytes;
        return room <= ROOM + ROOM_PER_BYTE * position;
    }

    /** Lets numbers be written in place of values that are stored reflectively; null for the values themselves. */
    public void compareOpaqueValuesBy(@Nullable OpaqueEquality equality) {
        opaqueEquality = equality;
    }

    @Nullable
    public OpaqueEquality opaqueEquality() {
        return opaqueEquality;
    }

    /** From now on objects are shown, and encoded for the sake of that only; null ends it. */
    public void look(@Nullable Sight sight) {
        this.sight = sight;
    }

    /** Whether objects are shown. */
    public boolean isLooking() {
        return sight != null;
    }

    /** Shows an object that is about to be encoded; true if it need not be. */
    public boolean shows(ArtifactCodec<?> codec, Object value) {
        return sight != null && sight.see(codec, value);
    }

    public void enterForWriting() {
        if (++depth > MAX_DEPTH) {
            throw new UnsupportedValueException("nested more than " + MAX_DEPTH + " levels deep, or contains itself");
        }
    }

    public void enterForReading() {
        if (++depth > MAX_DEPTH) {
            throw new MalformedArtifactException("nested more than " + MAX_DEPTH + " levels deep");
        }
    }

    /** The generic decoder counts every struct, not only those that refer to themselves: it has to go deeper. */
    public void enterForShowing() {
        if (++depth > 2 * MAX_DEPTH) {
            throw new MalformedArtifactException("nested more than " + 2 * MAX_DEPTH + " levels deep");
        }
    }

    public void leave() {
        depth--;
    }

    /** An empty buffer that grows, to be given back with {@link #release}. */
    public Output scratch() {
        Output output = scratch.poll();
        return output == null ? new Output(SCRATCH_SIZE, -1) : output;
    }

    public void release(Output output) {
        if (output.getBuffer().length <= MAX_KEPT_SCRATCH_SIZE) {
            output.reset();
            scratch.push(output);
        }
    }
}
