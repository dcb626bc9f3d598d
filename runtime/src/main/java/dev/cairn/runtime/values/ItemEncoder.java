package dev.cairn.runtime.values;

import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.runtime.internal.Encoding;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Encodes the elements of a foreach into segments of which each is small, or one element. For one thread, once. */
final class ItemEncoder {
    /** The largest number of bytes of several elements in one segment. */
    static final int SEGMENT = 1 << 20;

    private final ArtifactCodec<?> codec;
    private final int most;
    private final List<ItemSegment> segments = new ArrayList<>();
    private int[] ends = new int[16];
    private int count;

    /** Of elements of a codec, several of them in a segment of at most so many bytes. */
    ItemEncoder(ArtifactCodec<?> codec, int most) {
        this.codec = codec;
        this.most = most;
    }

    List<ItemSegment> encode(Iterator<?> elements) {
        try (Output output = new Output(1 << 10, -1)) {
            while (elements.hasNext()) {
                int start = output.position();
                Encoding.writePayload(codec, elements.next(), output);
                if (output.position() > most) {
                    byte[] element = Arrays.copyOfRange(output.getBuffer(), start, output.position());
                    if (count > 0) {
                        close(Arrays.copyOf(output.getBuffer(), start));
                    }
                    output.reset();
                    if (element.length > most) {
                        add(element.length);
                        close(element);
                        continue;
                    }
                    output.writeBytes(element);
                }
                add(output.position());
            }
            if (count > 0 || segments.isEmpty()) {
                close(output.toBytes());
            }
        }
        return List.copyOf(segments);
    }

    private void add(int end) {
        ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
        ends[count++] = end;
    }

    private void close(byte[] bytes) {
        ByteBuffer stored = ByteBuffer.allocate(Integer.BYTES * count);
        stored.asIntBuffer().put(ends, 0, count);
        segments.add(new ItemSegment(stored, bytes, 0, bytes.length));
        count = 0;
    }
}
