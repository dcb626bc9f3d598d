package dev.cairn.codec;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * How much memory something takes, in two measures. What is allocated is cheap to ask for, and at least what is live at any time. Where
 * it is too much, some of it may have been garbage at once: then the same is read again, from a stream that stops at sixteen places and
 * has the garbage collected, and what is on the heap then is counted. So the second measure is the largest number of bytes that were
 * reachable at one of these places, or from the result, over those that were before. For one thread, and one that is alone.
 */
final class LiveBytes {
    private static final int PLACES = 16;
    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .toList();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private LiveBytes() {}

    /** All that this thread has allocated. */
    static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** What was reachable at the end of a collection, which begins now: what is used later has the threads' buffers in it. */
    private static long live() {
        System.gc();
        long used = 0;
        for (MemoryPoolMXBean pool : POOLS) {
            used += pool.getCollectionUsage().getUsed();
        }
        return used;
    }

    /** What is reachable at most, on top of what was, while and after {@code reading} reads the bytes. */
    static long most(byte[] bytes, Reading reading) {
        Probe probe = new Probe(bytes);
        try {
            Object value = reading.read(probe);
            probe.look();
            probe.kept = value;
        } catch (CodecException | IOException e) {
            probe.kept = e;
        }
        return probe.most;
    }

    /** What is reachable from what is made, on top of what was. */
    static long kept(Callable<@Nullable Object> making) {
        return most(new byte[0], unused -> {
            try {
                return making.call();
            } catch (CodecException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
    }

    /** Reads a value. */
    @FunctionalInterface
    interface Reading {
        @Nullable
        Object read(InputStream stream) throws IOException;
    }

    /** A stream that measures. */
    private static final class Probe extends InputStream {
        private final byte[] bytes;
        private final long before;
        private int position;
        private long most;

        @Nullable
        Object kept;

        Probe(byte[] bytes) {
            this.bytes = bytes;
            this.before = live();
        }

        void look() {
            most = Math.max(most, live() - before);
        }

        @Override
        public int read() {
            return position == bytes.length ? -1 : bytes[position++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == bytes.length) {
                return -1;
            }
            look();
            int count = Math.min(Math.min(length, bytes.length - position), bytes.length / PLACES + 1);
            System.arraycopy(bytes, position, target, offset, count);
            position += count;
            return count;
        }
    }
}
