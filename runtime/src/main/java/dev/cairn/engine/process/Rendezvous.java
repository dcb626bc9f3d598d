package dev.cairn.engine.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Where a process that was started finds the one that started it: a socket in a directory that is for its owner only, and is gone as soon
 * as they have met. Belongs to one thread, but for {@link #close}.
 */
final class Rendezvous implements AutoCloseable {
    private final Path directory;
    private final ServerSocketChannel server;

    private Rendezvous(Path directory, ServerSocketChannel server) {
        this.directory = directory;
        this.server = server;
    }

    static Rendezvous open() throws IOException {
        FileAttribute<?>[] ownerOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        Path directory = Files.createTempDirectory("cairn-", ownerOnly);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket(directory)));
            return new Rendezvous(directory, server);
        } catch (IOException e) {
            server.close();
            Files.deleteIfExists(directory);
            throw new IOException(
                    "the socket " + socket(directory) + " cannot be made: " + e.getMessage()
                            + ". Name a directory with a short path by -Djava.io.tmpdir.",
                    e);
        }
    }

    private static Path socket(Path directory) {
        return directory.resolve("socket");
    }

    /** The path of the socket. */
    Path socket() {
        return socket(directory);
    }

    /** A file beside the socket, which is gone with it. */
    Path argumentFile() {
        return directory.resolve("arguments");
    }

    /** The other process, once it comes; null if this is closed before. */
    @Nullable
    Connection await() throws IOException {
        try {
            return new Connection(server.accept());
        } catch (ClosedChannelException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket());
            Files.deleteIfExists(argumentFile());
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            // of no consequence: nobody else can enter the directory
        }
    }
}
