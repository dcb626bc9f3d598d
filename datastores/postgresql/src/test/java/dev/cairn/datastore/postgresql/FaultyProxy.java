package dev.cairn.datastore.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A network between a datastore and a server on this machine: slow, broken or gone, as a test says. What it does to each piece of data is
 * drawn from a seeded generator. Thread-safe.
 */
final class FaultyProxy implements AutoCloseable {
    private static final byte[] SLOW_DOWN =
            ("HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nContent-Length: 39\r\n"
                            + "Connection: close\r\n\r\n<Error><Code>SlowDown</Code></Error>   ")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final int LARGE_PIECE = 10_000;

    private final ServerSocket server;
    private final int target;
    private final Random random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong roundTrips = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong cuts = new AtomicLong();
    private volatile Duration latency = Duration.ZERO;
    private volatile int cutPermille;
    private volatile boolean flipping;
    private volatile boolean gone;
    private volatile boolean overloaded;

    /** A network to a port of this machine. */
    FaultyProxy(int target, long seed) {
        this.target = target;
        this.random = new Random(seed);
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "faulty-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** How long each piece takes, in each direction half of it. */
    void delay(Duration roundTrip) {
        latency = roundTrip.dividedBy(2);
    }

    /** How many of a thousand pieces of data end their connection, after half of the piece. */
    void cut(int permille) {
        cutPermille = permille;
    }

    /** Changes one bit of each larger piece that a client sends; or no longer. */
    void flip(boolean bits) {
        flipping = bits;
    }

    /** Ends all connections, and each new one at once; or no longer. */
    void goAway(boolean away) {
        gone = away;
        if (away) {
            open.forEach(FaultyProxy::closeQuietly);
        }
    }

    /** Answers each new connection as an S3 service does that has too much to do; or no longer. */
    void overload(boolean much) {
        overloaded = much;
    }

    /** How often a client has waited for a server. */
    long roundTrips() {
        return roundTrips.get();
    }

    /** How many requests of HTTP were sent. */
    long requests() {
        return requests.get();
    }

    /** How many connections were cut. */
    long cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (gone) {
                    closeQuietly(client);
                } else if (overloaded) {
                    start(() -> refuse(client));
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // closed, or the server is gone: whoever connected finds out
            }
        }
    }

    private static void refuse(Socket client) {
        try (client) {
            client.setSoTimeout(50);
            byte[] request = new byte[8192];
            try {
                while (client.getInputStream().read(request) > 0) {
                    // to the end of what is sent: else the answer would not arrive
                }
            } catch (java.net.SocketTimeoutException e) {
                client.getOutputStream().write(SLOW_DOWN);
            }
        } catch (IOException e) {
            // the client is gone
        }
    }

    private void connect(Socket client) throws IOException {
        Socket upstream = new Socket();
        try {
            upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException e) {
            closeQuietly(client);
            throw e;
        }
        client.setTcpNoDelay(true);
        upstream.setTcpNoDelay(true);
        open.add(client);
        open.add(upstream);
        Conversation conversation = new Conversation();
        start(() -> pump(client, upstream, conversation, true));
        start(() -> pump(upstream, client, conversation, false));
    }

    /** Who spoke last. */
    private static final class Conversation {
        private boolean clientSpoke;

        synchronized boolean turns(boolean client) {
            boolean turned = clientSpoke != client;
            clientSpoke = client;
            return turned;
        }
    }

    /** Whether this is the beginning of a request of HTTP: clients send it by itself. */
    private static boolean isRequest(byte[] bytes, int length) {
        String start = new String(bytes, 0, Math.min(length, 200), StandardCharsets.US_ASCII);
        return start.matches("(?s)(GET|PUT|POST|HEAD|DELETE) /.*");
    }

    private record Piece(byte[] bytes, long due) {}

    private void pump(Socket from, Socket to, Conversation conversation, boolean fromClient) {
        BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>(1000);
        start(() -> deliver(pieces, from, to));
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream input = from.getInputStream();
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                if (conversation.turns(fromClient) && fromClient) {
                    roundTrips.incrementAndGet();
                }
                if (fromClient && isRequest(buffer, length)) {
                    requests.incrementAndGet();
                }
                if (fromClient && flipping && length > LARGE_PIECE) {
                    buffer[length / 4 * 3] ^= 1; // behind the head of a request, and before what ends it
                }
                pieces.put(new Piece(Arrays.copyOf(buffer, length), System.nanoTime() + latency.toNanos()));
            }
        } catch (IOException | InterruptedException e) {
            // cut
        }
        pieces.offer(new Piece(new byte[0], System.nanoTime() + latency.toNanos()));
    }

    private void deliver(BlockingQueue<Piece> pieces, Socket from, Socket to) {
        try (from;
                to) {
            OutputStream output = to.getOutputStream();
            for (Piece piece = pieces.take(); piece.bytes().length > 0; piece = pieces.take()) {
                long early = piece.due() - System.nanoTime();
                if (early > 0) {
                    LockSupport.parkNanos(early);
                }
                if (isCut()) {
                    output.write(piece.bytes(), 0, piece.bytes().length / 2);
                    output.flush();
                    cuts.incrementAndGet();
                    return;
                }
                output.write(piece.bytes());
            }
        } catch (IOException | InterruptedException e) {
            // cut
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private boolean isCut() {
        synchronized (random) {
            return random.nextInt(1000) < cutPermille;
        }
    }

    private static void closeQuietly(@Nullable Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        goAway(true);
    }
}
