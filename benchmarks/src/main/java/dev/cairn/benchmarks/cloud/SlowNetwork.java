package dev.cairn.benchmarks.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** A network to a port of this machine in which everything takes some time, however much it is. Thread-safe. */
final class SlowNetwork implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final long oneWayNanos;

    /** A network in which there and back take {@code latency}. */
    SlowNetwork(int target, Duration latency) throws IOException {
        this.target = target;
        this.oneWayNanos = latency.toNanos() / 2;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "slow-network");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket upstream = new Socket();
                upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                start(() -> carry(client, upstream));
                start(() -> carry(upstream, client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private record Piece(byte[] bytes, long due) {}

    private void carry(Socket from, Socket to) {
        BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>(1000);
        start(() -> deliver(pieces, from, to));
        byte[] buffer = new byte[64 * 1024];
        int length;
        try {
            InputStream input = from.getInputStream();
            do {
                length = input.read(buffer);
                pieces.put(new Piece(Arrays.copyOf(buffer, Math.max(0, length)), System.nanoTime() + oneWayNanos));
            } while (length >= 0);
        } catch (IOException | InterruptedException e) {
            pieces.offer(new Piece(new byte[0], System.nanoTime()));
        }
    }

    private static void deliver(BlockingQueue<Piece> pieces, Socket from, Socket to) {
        try (from;
                to) {
            OutputStream output = to.getOutputStream();
            for (Piece piece = pieces.take(); piece.bytes().length > 0; piece = pieces.take()) {
                long early = piece.due() - System.nanoTime();
                if (early > 0) {
                    LockSupport.parkNanos(early);
                }
                output.write(piece.bytes());
            }
        } catch (IOException | InterruptedException e) {
            // one of them has ended
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
