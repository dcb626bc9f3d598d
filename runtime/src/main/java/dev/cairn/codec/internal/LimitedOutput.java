package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.IOException;

/** Takes bytes in memory up to a limit, and throws a {@link StreamFailure} at the first one beyond it. */
public final class LimitedOutput extends Output {
    private static final int FIRST_BUFFER = 1 << 9;

    private final int limit;

    public LimitedOutput(int limit) {
        super(Math.min(FIRST_BUFFER, limit), limit);
        this.limit = limit;
    }

    @Override
    protected boolean require(int required) {
        if ((long) position + required > limit) {
            throw new StreamFailure(new IOException("more than " + limit + " bytes"));
        }
        return super.require(required);
    }
}
