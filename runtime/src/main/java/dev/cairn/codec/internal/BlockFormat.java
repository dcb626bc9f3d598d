package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.MalformedArtifactException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Keeps bytes of unknown meaning apart from their surroundings, so that they can be skipped, and so that a reader which goes
 * astray does no harm.
 *
 * <p>Format: blocks, each of which begins with an unsigned varint: twice its number of bytes, plus one if it is the last. Written
 * are blocks of {@link #SIZE} bytes, of which only the last may be shorter, however the content comes in pieces: equal contents are
 * equal bytes. Read are blocks of any size.
 */
public final class BlockFormat {
    /** The number of bytes of each block but the last; part of the format. */
    static final int SIZE = 1 << 12;

    private BlockFormat() {}

    /** Writes what {@code content} writes. */
    public static void write(Output output, Content content) throws IOException {
        BlockOutputStream blocks = new BlockOutputStream(output);
        Output block = new Output(blocks, SIZE);
        content.writeTo(block);
        block.flush();
        blocks.writeLast();
    }

    /**
     * Opens what was written. The stream behind it ends where the content ends; afterwards {@link #finish} has to be called.
     */
    public static Input open(Input input) {
        return new Input(new BlockInputStream(input), SIZE);
    }

    /** Makes sure that everything was read. */
    public static void finish(Input content, String reader) {
        if (!content.end()) {
            throw new MalformedArtifactException(reader + " did not read all that was written");
        }
    }

    /** Skips what was written; its number of bytes. */
    public static long skip(Input input) {
        return forEachBlock(input, length -> input.skip(length));
    }

    /** Skips what was written, and copies it; its number of bytes. */
    public static long copy(Input input, OutputStream copy) {
        return forEachBlock(input, length -> {
            byte[] bytes = new byte[Math.min(length, SIZE)]; // most values are small, and there may be many
            for (int left = length; left > 0; left -= bytes.length) {
                int count = Math.min(left, bytes.length);
                input.readBytes(bytes, 0, count);
                copy.write(bytes, 0, count);
            }
        });
    }

    /** Takes the next bytes of the input, exactly so many. */
    @FunctionalInterface
    private interface Block {
        void take(int length) throws IOException;
    }

    private static long forEachBlock(Input input, Block block) {
        long size = 0;
        boolean isLast = false;
        try {
            while (!isLast) {
                int header = input.readVarInt(true);
                isLast = isLast(header);
                int length = length(header, input);
                block.take(length);
                size += length;
            }
        } catch (IOException e) {
            throw new MalformedArtifactException("bytes cannot be skipped: " + e.getMessage(), e);
        }
        return size;
    }

    private static boolean isLast(int header) {
        return (header & 1) == 1;
    }

    private static int length(int header, Input input) {
        int length = header >>> 1;
        if (length > Lengths.remaining(input)) {
            throw new MalformedArtifactException(
                    "a block of " + length + " bytes where only " + Lengths.remaining(input) + " are left");
        }
        return length;
    }

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Output output) throws IOException;
    }

    /** Writes a block when it is full and more follows. Who flushes it has no say in what a block is. */
    private static final class BlockOutputStream extends OutputStream {
        private final Output output;
        private final byte[] block = new byte[SIZE];
        private int size;

        BlockOutputStream(Output output) {
            this.output = output;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int written = 0;
            while (written < length) {
                if (size == SIZE) {
                    output.writeVarInt(SIZE << 1, true);
                    output.writeBytes(block, 0, SIZE);
                    size = 0;
                }
                int count = Math.min(length - written, SIZE - size);
                System.arraycopy(bytes, offset + written, block, size, count);
                size += count;
                written += count;
            }
        }

        void writeLast() {
            output.writeVarInt(size << 1 | 1, true);
            output.writeBytes(block, 0, size);
        }
    }

    private static final class BlockInputStream extends InputStream {
        private final Input input;
        private int left;
        private boolean last;

        BlockInputStream(Input input) {
            this.input = input;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            while (left == 0) {
                if (last) {
                    return -1;
                }
                int header = input.readVarInt(true);
                last = isLast(header);
                left = length(header, input);
            }
            int count = Math.min(length, left);
            input.readBytes(bytes, offset, count);
            left -= count;
            return count;
        }
    }
}
