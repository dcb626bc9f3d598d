package dev.cairn.engine.process;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/** Frames on a channel: a length of four bytes, then so many bytes. One thread may read while another one writes. */
final class Frames {
    /** What is sent are ids, lines and secrets; a length beyond this is none. */
    static final int MOST_BYTES = 1 << 28;

    private static final int LENGTH_BYTES = 4;

    private Frames() {}

    static void write(WritableByteChannel channel, byte[] content) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(LENGTH_BYTES + content.length)
                .putInt(content.length)
                .put(content)
                .flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    /**
     * The next frame; null if the channel has ended.
     *
     * @throws TornFrameException if the channel ends within a frame, or if what comes is none
     */
    static byte @Nullable [] read(ReadableByteChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(LENGTH_BYTES);
        if (!fill(channel, head)) {
            return null;
        }
        int length = head.flip().getInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new TornFrameException("a frame of " + Integer.toUnsignedString(length) + " bytes");
        }
        ByteBuffer content = ByteBuffer.allocate(length);
        if (!fill(channel, content) && length > 0) {
            throw new TornFrameException("a frame that ends after 0 of " + length + " bytes");
        }
        return content.array();
    }

    /** False if the channel has ended before the first byte. */
    private static boolean fill(ReadableByteChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (read(channel, buffer) < 0) {
                if (buffer.position() == 0) {
                    return false;
                }
                throw new TornFrameException(
                        "a frame that ends after " + buffer.position() + " of " + buffer.capacity() + " bytes");
            }
        }
        return true;
    }

    /** A process that is killed may reset its connections instead of closing them. */
    private static int read(ReadableByteChannel channel, ByteBuffer buffer) throws IOException {
        try {
            return channel.read(buffer);
        } catch (EOFException e) {
            return -1;
        }
    }
}
