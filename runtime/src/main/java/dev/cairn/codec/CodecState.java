package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What codecs remember while they write or read one value: how deep they are, and buffers to use again. Belongs to one
 * {@link Kryo}, and like it to one thread at a time.
 */
final class CodecState {
    /**
     * How deep a value may be nested through recursive types or {@code Object}. Low enough for the stack of any ordinary thread, so
     * that what could be written can be read everywhere.
     */
    static final int MAX_DEPTH = 500;

    private static final int SCRATCH_SIZE = 1 << 12;
    private static final int MAX_KEPT_SCRATCH_SIZE = 1 << 16;

    private final Deque<Output> scratch = new ArrayDeque<>();
    private int depth;
    private @Nullable OpaqueEquality opaqueEquality;

    static CodecState of(Kryo kryo) {
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
        opaqueEquality = null;
    }

    /** Lets numbers be written in place of values that are stored reflectively; null for the values themselves. */
    void compareOpaqueValuesBy(@Nullable OpaqueEquality equality) {
        opaqueEquality = equality;
    }

    @Nullable
    OpaqueEquality opaqueEquality() {
        return opaqueEquality;
    }

    void enterForWriting() {
        if (++depth > MAX_DEPTH) {
            throw new UnsupportedValueException("nested more than " + MAX_DEPTH + " levels deep, or contains itself");
        }
    }

    void enterForReading() {
        if (++depth > MAX_DEPTH) {
            throw new MalformedArtifactException("nested more than " + MAX_DEPTH + " levels deep");
        }
    }

    /** The generic decoder counts every struct, not only those that refer to themselves: it has to go deeper. */
    void enterForShowing() {
        if (++depth > 2 * MAX_DEPTH) {
            throw new MalformedArtifactException("nested more than " + 2 * MAX_DEPTH + " levels deep");
        }
    }

    void leave() {
        depth--;
    }

    /** An empty buffer that grows, to be given back with {@link #release}. */
    Output scratch() {
        Output output = scratch.poll();
        return output == null ? new Output(SCRATCH_SIZE, -1) : output;
    }

    void release(Output output) {
        if (output.getBuffer().length <= MAX_KEPT_SCRATCH_SIZE) {
            output.reset();
            scratch.push(output);
        }
    }
}
