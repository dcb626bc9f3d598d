package dev.cairn.datastore.file;

import dev.cairn.datastore.support.BackgroundThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads a large file by several requests at once, each before its bytes are asked for: a disk serves four of them at once at two to
 * four times the rate of one after the other. The first is made alone, since who reads no more than the beginning may want no more.
 * Has a few megabytes in memory. Does not mind interrupts. For one thread.
 */
final class PrefetchingInputStream extends InputStream {
    /** What is read by one request, in bytes: a disk takes four times as long when it is asked for an eighth of it. */
    static final int CHUNK = 1 << 20;

    private static final int AT_ONCE = 4;

    private final long size;
    private final List<Request> requests = new ArrayList<>(AT_ONCE);
    private final Deque<Request> idle;
    private final Deque<Request> ahead = new ArrayDeque<>(AT_ONCE);
    private long requested;

    /** One request after the other, in a file that is open for it alone: what is open is read on also when it is deleted. */
    private static final class Request {
        private final RandomAccessFile file;
        private final byte[] bytes;
        private int position;
        private CompletableFuture<Integer> count = CompletableFuture.completedFuture(0);

        Request(Path path, int most) throws IOException {
            this.file = new RandomAccessFile(path.toFile(), "r");
            this.bytes = new byte[most];
        }

        void start(long at) {
            position = 0;
            count = CompletableFuture.supplyAsync(() -> read(at), BackgroundThreads.executor());
        }

        private int read(long at) {
            try {
                file.seek(at);
                int read = 0;
                int more;
                while (read < bytes.length && (more = file.read(bytes, read, bytes.length - read)) > 0) {
                    read += more;
                }
                return read;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int count() throws IOException {
            try {
                return BackgroundThreads.join(count);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        void close() throws IOException {
            BackgroundThreads.await(count);
            file.close();
        }
    }

    /**
     * Of a file.
     *
     * @param size the number of its bytes; of fewer, those that there are come
     */
    PrefetchingInputStream(Path path, long size) throws IOException {
        this.size = size;
        try {
            int most = (int) Math.max(1, Math.min(CHUNK, size));
            do {
                requests.add(new Request(path, most));
            } while (requests.size() < AT_ONCE && (long) most * requests.size() < size);
        } catch (IOException e) {
            close();
            throw e;
        }
        this.idle = new ArrayDeque<>(requests);
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        Request next = next();
        if (next == null) {
            return -1;
        }
        int part = Math.min(length, next.count() - next.position);
        System.arraycopy(next.bytes, next.position, bytes, offset, part);
        next.position += part;
        return part;
    }

    /** The request with the next bytes, if there are more. */
    private @Nullable Request next() throws IOException {
        Request first = ahead.peek();
        if (first != null) {
            int count = first.count();
            if (first.position < count) {
                return first;
            } else if (count < first.bytes.length) {
                return null; // the end, maybe an earlier one than was said
            }
            idle.add(ahead.remove());
        }
        boolean alone = requested == 0;
        while (!idle.isEmpty() && requested < size && !(alone && !ahead.isEmpty())) {
            Request request = idle.remove();
            request.start(requested);
            requested += request.bytes.length;
            ahead.add(request);
        }
        Request next = ahead.peek();
        return next == null || next.count() == 0 ? null : next;
    }

    /** When this method returns, nobody reads the file. */
    @Override
    public void close() throws IOException {
        for (Request request : requests) {
            request.close();
        }
    }
}
