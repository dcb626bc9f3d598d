package dev.cairn.engine.temporal;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Temporal's server for tests, on the loopback interface only, in real time. It keeps everything in memory. */
final class LoopbackServer implements AutoCloseable {
    /** It complains of its own end. */
    private static final Logger LOG = Logger.getLogger("io.grpc.Context");

    static {
        System.setProperty("cairn.temporal.test.server", "true");
        LOG.setLevel(Level.OFF);
    }

    private final TestServicesStarter services = new TestServicesStarter(true, 0);
    private final Server server;

    LoopbackServer() {
        this(0);
    }

    LoopbackServer(int port) {
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        for (BindableService service : services.getServices()) {
            builder.addService(ServerInterceptors.intercept(service, new RefusedNamespaces()));
        }
        try {
            server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port. */
    String target() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
        services.close();
    }

    /** In a process of its own: prints host and port, and ends with its standard input. */
    public static void main(String[] arguments) throws IOException {
        LoopbackServer server = new LoopbackServer();
        System.out.println(server.target());
        while (System.in.read() >= 0) {
            // until whoever started it ends
        }
        System.exit(0);
    }
}
