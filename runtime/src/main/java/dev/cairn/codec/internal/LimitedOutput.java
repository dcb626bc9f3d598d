package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.IOException;
import java.util.Arrays;

/** Takes bytes in memory up to a limit, and throws a {@link StreamFailure} at the first one beyond it. */
public final class LimitedOutput extends Output implements ExpectingOutput {
    private static final int FIRST_BUFFER = 1 << 9;

    private final int limit;

    public LimitedOutput(int limit) {
        super(Math.min(FIRST_BUFFER, limit), limit);
        this.limit = limit;
    }

    @Override
    public void expect(long bytes) {
        if (position + bytes > limit) {
            throw tooMany(); // before any of them is written
        } else if (capacity - position < bytes) {
            buffer = Arrays.copyOf(buffer, position + (int) bytes);
            capacity = buffer.length;
        }
    }

    private StreamFailure tooMany() {
        return new StreamFailure(new IOException("more than " + limit + " bytes"));
    }

    @Override
    protected boolean require(int required) {
        if ((long) position + required > limit) {
            throw tooMany();
        }
        return super.require(required);
    }
}
