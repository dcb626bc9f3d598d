package dev.cairn.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.LogLine;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What one end sends, as the other end finds it. */
@Timeout(60)
class ConnectionTest {
    @TempDir
    private Path directory;

    private Connection connection;
    private SocketChannel otherEnd;

    @BeforeEach
    void connect() throws IOException {
        UnixDomainSocketAddress socket = UnixDomainSocketAddress.of(directory.resolve("s"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(socket);
            connection = Connection.to(directory.resolve("s"));
            otherEnd = server.accept();
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.cut();
        otherEnd.close();
    }

    private static Message.Line line(int number) {
        return new Message.Line("Flow/1/work", new LogLine(Instant.EPOCH, LogLine.Stream.OUT, "line " + number));
    }

    /** Without waiting: as if this process had died meanwhile. */
    private byte[] arrived() throws IOException {
        otherEnd.configureBlocking(false);
        ByteBuffer bytes = ByteBuffer.allocate(10_000);
        otherEnd.read(bytes);
        byte[] read = new byte[bytes.flip().remaining()];
        bytes.get(read);
        return read;
    }

    @Test
    void whatIsDeliveredIsWrittenThen() throws IOException {
        for (int i = 0; i < 500; i++) {
            connection.deliver(line(i));
            byte[] content = MessageFormat.write(line(i));
            assertThat(arrived())
                    .isEqualTo(ByteBuffer.allocate(4 + content.length)
                            .putInt(content.length)
                            .put(content)
                            .array());
        }
    }

    @Test
    void itComesAfterWhatWasSentBefore() throws Exception {
        connection.send(new Message.Began());
        connection.deliver(line(1));

        assertThat(Frames.read(otherEnd)).isEqualTo(MessageFormat.write(new Message.Began()));
        assertThat(Frames.read(otherEnd)).isEqualTo(MessageFormat.write(line(1)));
    }

    @Test
    void whoIsInterruptedDeliversAllTheSame() throws Exception {
        Thread.currentThread().interrupt();
        connection.deliver(line(1));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Frames.read(otherEnd)).isEqualTo(MessageFormat.write(line(1)));
        connection.deliver(line(2));
        assertThat(Frames.read(otherEnd)).isEqualTo(MessageFormat.write(line(2)));
    }

    /** A process that prints must not wait for one that is gone. */
    @Test
    void nobodyWaitsOnceTheOtherEndHasGone() throws Exception {
        otherEnd.close();
        for (int i = 0; i < 10_000; i++) {
            connection.deliver(line(i));
        }

        assertThat(connection.read()).isNull();
    }

    @Test
    void whoWaitsWhileItIsCutWaitsNoLonger() throws Exception {
        CountDownLatch begun = new CountDownLatch(100);
        Thread printing = new Thread(() -> {
            for (int i = 0; i < 1_000_000; i++) {
                connection.deliver(line(i));
                begun.countDown(); // nobody reads, so that the buffer of the socket fills
            }
        });
        printing.start();
        begun.await();
        connection.cut();

        printing.join();
    }
}
