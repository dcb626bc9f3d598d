package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.io.KryoBufferOverflowException;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes bytes in memory, as many as an array can have. A full buffer is put aside instead of being copied into a larger one, so that
 * each byte is copied once, when all are put together; and not even then if {@link #expect} said how many there are.
 */
public final class MemoryOutput extends Output implements ExpectingOutput {
    private static final int FIRST_BUFFER = 1 << 9;
    private static final int LARGEST_BUFFER = 1 << 20;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final List<Full> full = new ArrayList<>(0);

    /** A buffer that was put aside, and how many bytes of it were written. */
    private record Full(byte[] bytes, int size) {}

    public MemoryOutput() {
        super(FIRST_BUFFER, -1);
    }

    /** Makes room in one piece. If nothing follows these bytes, they are not copied again. */
    @Override
    public void expect(long bytes) {
        if (capacity - position >= bytes || total + position + bytes > LARGEST_ARRAY) {
            return; // there is room, or there will be none
        }
        if (isAtBeginning()) {
            byte[] exact = new byte[position + (int) bytes];
            System.arraycopy(buffer, 0, exact, 0, position);
            buffer = exact;
            capacity = exact.length;
        } else {
            putAside((int) bytes);
        }
    }

    private boolean isAtBeginning() {
        return full.isEmpty() && position <= FIRST_BUFFER;
    }

    @Override
    public boolean writeAtOnce(byte[] bytes) {
        if (!isAtBeginning() || capacity - position >= bytes.length || bytes.length > LARGEST_ARRAY - position) {
            return false;
        }
        byte[] exact = new byte[position + bytes.length];
        System.arraycopy(bytes, 0, exact, position, bytes.length); // first of all: so it is not set to zero before
        System.arraycopy(buffer, 0, exact, 0, position);
        buffer = exact;
        position = exact.length;
        capacity = exact.length;
        return true;
    }

    @Override
    protected boolean require(int required) {
        if (capacity - position >= required) {
            return false;
        }
        if (total + position + required > LARGEST_ARRAY) {
            throw new KryoBufferOverflowException("more than " + LARGEST_ARRAY + " bytes do not fit into an array");
        }
        putAside((int) Math.max(required, Math.min(total + position, LARGEST_BUFFER)));
        return true;
    }

    private void putAside(int next) {
        full.add(new Full(buffer, position));
        total += position;
        position = 0;
        buffer = new byte[next];
        capacity = next;
    }

    /** All bytes; nothing may be written afterwards. */
    @Override
    public byte[] toBytes() {
        if (full.isEmpty() && position == buffer.length) {
            return buffer;
        }
        byte[] bytes = new byte[(int) total()];
        int size = 0;
        for (Full each : full) {
            System.arraycopy(each.bytes, 0, bytes, size, each.size);
            size += each.size;
        }
        System.arraycopy(buffer, 0, bytes, size, position);
        return bytes;
    }
}
