package dev.cairn.engine.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One end of the connection between two processes. What is sent is written by a thread of its own: an interrupt of the thread that
 * sends would close the channel. Thread-safe; one thread reads.
 */
public final class Connection implements AutoCloseable {
    /** Who prints faster than the other end reads has to wait. */
    private static final int MOST_WAITING = 4096;

    private static final Frame END = new Frame(new byte[0], null);

    /**
     * What waits to be written.
     *
     * @param written is counted down once it is, or never will be; null if nobody waits for that
     */
    private record Frame(byte[] content, @Nullable CountDownLatch written) {
        void settle() {
            if (written != null) {
                written.countDown();
            }
        }
    }

    private final SocketChannel channel;
    private final BlockingQueue<Frame> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread writer = new Thread(this::write, "cairn-connection");
    private volatile boolean closed;

    Connection(SocketChannel channel) {
        this.channel = channel;
        writer.setDaemon(true);
        writer.start();
    }

    /** Connects to the process that waits at a socket. */
    public static Connection to(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return new Connection(channel);
    }

    /** Sends a message. Whether it arrives, the other end says, or nobody. */
    public void send(Message message) {
        put(new Frame(MessageFormat.write(message), null));
    }

    /**
     * Sends a message that is to arrive even if this process dies as soon as this method returns: it is with the operating system then, or the
     * other end has gone.
     */
    public void deliver(Message message) {
        CountDownLatch written = new CountDownLatch(1);
        Frame frame = new Frame(MessageFormat.write(message), written);
        if (put(frame)) {
            uninterruptibly(written::await);
        }
    }

    /** Whether it will be settled; otherwise the connection is closed. */
    private boolean put(Frame frame) {
        if (closed) {
            return false;
        }
        uninterruptibly(() -> waiting.put(frame));
        if (closed) { // perhaps after whoever closed it has looked
            settleAll();
        }
        return true;
    }

    /** Waits for something. */
    @FunctionalInterface
    private interface Waiting {
        void await() throws InterruptedException;
    }

    private static void uninterruptibly(Waiting action) {
        boolean interrupted = false;
        while (true) {
            try {
                action.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void settleAll() {
        for (Frame left = waiting.poll(); left != null; left = waiting.poll()) {
            left.settle();
        }
    }

    private void write() {
        Frame next = END;
        try {
            next = waiting.take();
            while (next != END) {
                Frames.write(channel, next.content());
                next.settle();
                next = waiting.take();
            }
        } catch (IOException | InterruptedException e) {
            // the other end has gone, which whoever reads sees
        }
        closed = true;
        next.settle();
        settleAll(); // and makes room for those who wait for it
        closeChannel();
    }

    /**
     * The next message; null once the other end has gone.
     *
     * @throws TornFrameException if what arrived is not a message
     */
    public @Nullable Message read() throws TornFrameException {
        try {
            byte[] frame = Frames.read(channel);
            return frame == null ? null : MessageFormat.read(frame);
        } catch (TornFrameException e) {
            throw e;
        } catch (IOException e) { // closed here, or reset there
            return null;
        }
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing is left to do with it
        }
    }

    /** Writes what was sent, and closes the connection then; returns at once. */
    @Override
    public void close() {
        put(END);
    }

    /** Closes the connection at once. */
    void cut() {
        closed = true;
        writer.interrupt();
        closeChannel();
    }
}
