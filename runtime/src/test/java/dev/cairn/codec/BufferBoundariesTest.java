package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values that come to lie across the ends of buffers, which are written and read by other code than those within. */
final class BufferBoundariesTest {
    private static final double[] DOUBLES = {0, -0.0, 1.5, Double.MIN_VALUE, Double.NaN, Double.longBitsToDouble(-1)};

    private static final Map<ArtifactCodec<?>, List<?>> VALUES = Map.of(
            Codecs.STRING, strings(),
            Codecs.DOUBLE, Arrays.stream(DOUBLES).boxed().toList(),
            Codecs.LONG, List.of(0L, -1L, 63L, 64L, 1L << 55, Long.MIN_VALUE, Long.MAX_VALUE),
            Codecs.INT, List.of(0, -1, 63, 64, 1 << 27, Integer.MIN_VALUE, Integer.MAX_VALUE),
            Codecs.DOUBLE_ARRAY, List.of(DOUBLES, new Random(1).doubles(300).toArray()),
            Codecs.FLOAT_ARRAY, List.of(new float[] {1.5f, Float.NaN, Float.intBitsToFloat(-1)}),
            Codecs.INT_ARRAY, List.of(new Random(1).ints(300).toArray()),
            Codecs.BOOLEAN_ARRAY, List.of(new boolean[] {true, false, true}),
            Codecs.BYTE_ARRAY, List.of(new byte[0], new byte[] {-1}, new byte[300]));

    private static List<String> strings() {
        return IntStream.of(0, 1, 2, 13, 125, 126, 127, 128, 300)
                .boxed()
                .flatMap(length -> List.of("a", "é", "\u0141", "\uD83D\uDE00", "\uD800", "?").stream()
                        .map(last -> "x".repeat(Math.max(0, length - last.length())) + last))
                .toList();
    }

    @Test
    void theBytesAreTheSameWhereverABufferEnds() {
        VALUES.forEach((codec, values) -> values.forEach(value -> {
            byte[] expected = written(codec, value, 1 << 12, 0);
            for (int size = 16; size < 48; size++) {
                for (int position = 0; position < 16; position++) {
                    byte[] bytes = written(codec, value, size, position);
                    assertThat(Arrays.copyOfRange(bytes, position, bytes.length))
                            .as("%s in a buffer of %d bytes after %d", codec, size, position)
                            .isEqualTo(expected);
                    assertThat(read(codec, bytes, size, position)).isEqualTo(normal(value));
                }
            }
        }));
    }

    /** NaN is stored as one. */
    private static Object normal(Object value) {
        if (value instanceof float[] floats) {
            float[] normal = floats.clone();
            IntStream.range(0, normal.length)
                    .filter(i -> Float.isNaN(normal[i]))
                    .forEach(i -> normal[i] = Float.NaN);
            return normal;
        }
        return value instanceof double[] doubles
                ? Arrays.stream(doubles)
                        .map(each -> Double.isNaN(each) ? Double.NaN : each)
                        .toArray()
                : value;
    }

    @SuppressWarnings("unchecked") // of the map's own making
    private static byte[] written(ArtifactCodec<?> codec, Object value, int size, int position) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (Output output = new Output(stream, size)) {
            output.writeBytes(new byte[position]);
            ArtifactFormat.writePayload((ArtifactCodec<Object>) codec, value, output);
        }
        return stream.toByteArray();
    }

    private static Object read(ArtifactCodec<?> codec, byte[] bytes, int size, int position) {
        Input input = new Input(new ByteArrayInputStream(bytes), size);
        input.skip(position);
        return ArtifactFormat.decodePayload(codec, input, codec.schema().hash(), new Schemas());
    }
}
