package dev.cairn.codec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Kryo's bytes, wherever in a buffer a number comes to lie. */
class VarintsTest {
    private static final int BUFFER = 16;

    /** Around each power of two, where another bit or byte is needed. */
    private static final long[] NUMBERS = IntStream.range(0, Long.SIZE)
            .boxed()
            .flatMapToLong(bit ->
                    LongStream.of(-1, 0, 1).flatMap(i -> LongStream.of((1L << bit) + i, -(1L << bit) + i)))
            .toArray();

    @Test
    void longsAreThoseOfKryo() {
        for (int position = 0; position < BUFFER; position++) {
            for (long number : NUMBERS) {
                Output expected = filled(position);
                expected.writeVarLong(number, true);
                Output output = filled(position);
                Varints.write(output, number);
                assertThat(output.toBytes()).isEqualTo(expected.toBytes());

                Input input = after(position, output.toBytes());
                assertThat(Varints.readLong(input)).isEqualTo(number);
                assertThat(input.end()).isTrue();
                assertThat(Varints.readLong(after(position, padded(output.toBytes()))))
                        .isEqualTo(number);
            }
        }
    }

    @Test
    void intsAreThoseOfKryo() {
        for (int position = 0; position < BUFFER; position++) {
            for (long number : NUMBERS) {
                Output expected = filled(position);
                expected.writeVarInt((int) number, true);
                Output output = filled(position);
                Varints.write(output, (int) number);
                assertThat(output.toBytes()).isEqualTo(expected.toBytes());

                Input input = after(position, output.toBytes());
                assertThat(Varints.readInt(input)).isEqualTo((int) number);
                assertThat(input.end()).isTrue();
                assertThat(Varints.readInt(after(position, padded(output.toBytes()))))
                        .isEqualTo((int) number);
            }
        }
    }

    /** A number that never ends is cut where Kryo cuts it. */
    @Test
    void anEndlessNumberEndsAtItsLastByte() {
        byte[] bytes = new byte[BUFFER];
        Arrays.fill(bytes, (byte) 0xFF);
        Input input = new Input(bytes);
        assertThat(Varints.readInt(input)).isEqualTo(new Input(bytes).readVarInt(true));
        assertThat(input.position()).isEqualTo(5);
        assertThat(Varints.readLong(input)).isEqualTo(new Input(bytes).readVarLong(true));
        assertThat(input.position()).isEqualTo(14);
    }

    private static Output filled(int position) {
        Output output = new Output(BUFFER, -1);
        output.writeBytes(new byte[position]);
        return output;
    }

    /** From a stream, in pieces that end within the number. */
    private static Input after(int position, byte[] bytes) {
        Input input = new Input(new ByteArrayInputStream(bytes), BUFFER);
        input.skip(position);
        return input;
    }

    private static byte[] padded(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + BUFFER);
    }
}
