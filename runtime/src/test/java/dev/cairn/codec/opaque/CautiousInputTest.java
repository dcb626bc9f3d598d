package dev.cairn.codec.opaque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.Serializer;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.internal.CodecKryo;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which lengths are believed. */
final class CautiousInputTest {
    private static final String TOO_MANY = "its lengths say more elements than there are bytes";

    private static CautiousInput input(long limit, Consumer<Output> content) {
        Output output = new Output(100);
        content.accept(output);
        return new CautiousInput(new Input(output.toBytes()), limit);
    }

    private static CautiousInput lengths(long limit, int... lengths) {
        return input(limit, output -> {
            for (int length : lengths) {
                output.writeVarInt(length, true);
            }
        });
    }

    private static void assertNotBelieved(CautiousInput input, String length, int limit) {
        assertThatThrownBy(() -> input.readVarInt(true))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("a length is " + length + ", but only " + limit + " bytes are left");
    }

    @Test
    void aLengthIsNoMoreThanTheBytes() {
        assertThat(lengths(20_000, 20_000).readVarInt(true)).isEqualTo(20_000);
        assertNotBelieved(lengths(20_000, 20_001), "20001", 20_000);
        assertNotBelieved(lengths(20_000, -1), "4294967295", 20_000);
    }

    /** Ids of classes and references are such numbers, too. */
    @Test
    void smallNumbersAreAlwaysAllowed() {
        assertThat(lengths(1, 0, 16_384).readVarInt(true)).isZero();
        assertThat(lengths(1, 16_384).readVarInt(true)).isEqualTo(16_384);
        assertNotBelieved(lengths(1, 16_385), "16385", 16_384);
    }

    @Test
    void aLengthBesideAFlagIsOneToo() {
        CautiousInput fits = input(20_000, output -> output.writeVarIntFlag(true, 20_000, true));
        assertThat(fits.readVarIntFlag()).isTrue();
        assertThat(fits.readVarIntFlag(true)).isEqualTo(20_000);

        CautiousInput exceeds = input(20_000, output -> output.writeVarIntFlag(true, 20_001, true));
        assertThatThrownBy(() -> exceeds.readVarIntFlag(true))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("a length is 20001, but only 20000 bytes are left");
    }

    @Test
    void aNumberThatMayBeNegativeIsNoLength() {
        for (int number : new int[] {0, -1, 1 << 30, Integer.MIN_VALUE}) {
            CautiousInput input = input(1, output -> output.writeVarInt(number, false));
            input.countNextLength();
            assertThat(input.readVarInt(false)).isEqualTo(number);
            CautiousInput flagged = input(1, output -> output.writeVarIntFlag(false, number, false));
            assertThat(flagged.readVarIntFlag(false)).isEqualTo(number);
        }
    }

    /** A length is stored as one more than it is. */
    @Test
    void theLengthsThatAreCountedAreTogetherNoMoreThanTheBytes() {
        CautiousInput input = lengths(10, 8, 4, 0, 1, 2);
        for (int length : new int[] {8, 4, 0, 1}) {
            input.countNextLength();
            assertThat(input.readVarInt(true)).isEqualTo(length);
        }
        input.countNextLength();
        assertThatThrownBy(() -> input.readVarInt(true))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(TOO_MANY);
    }

    @Test
    void onlyTheNextLengthIsCounted() {
        CautiousInput input = lengths(10, 11, 9000, 9000);
        input.countNextLength();
        assertThatCode(() -> {
                    for (int i = 0; i < 3; i++) {
                        input.readVarInt(true);
                    }
                })
                .doesNotThrowAnyException();
    }

    /** Reads a length, as Kryo's serializers of collections begin. */
    private static final class LengthSerializer extends Serializer<Integer> {
        @Override
        public void write(Kryo kryo, Output output, Integer value) {
            output.writeVarInt(value, true);
        }

        @Override
        public Integer read(Kryo kryo, Input input, Class<? extends Integer> type) {
            return input.readVarInt(true);
        }
    }

    @Test
    void theLengthsOfCollectionsAreCounted() {
        CountedElements<Integer> counted = new CountedElements<>(new LengthSerializer());
        CodecKryo kryo = CodecKryo.borrow();
        CautiousInput input = input(10, output -> {
            counted.write(kryo, output, 11);
            counted.write(kryo, output, 2);
        });
        assertThat(counted.read(kryo, input, Integer.class)).isEqualTo(11);
        assertThatThrownBy(() -> counted.read(kryo, input, Integer.class)).hasMessage(TOO_MANY);
        CodecKryo.giveBack(kryo);
    }

    @Test
    void whatIsNoLengthDoesNotCountAsTheNextOne() {
        CautiousInput input = input(10, output -> {
            output.writeVarInt(-5, false);
            output.writeVarInt(12, true);
        });
        input.countNextLength();
        assertThat(input.readVarInt(false)).isEqualTo(-5);
        assertThatThrownBy(() -> input.readVarInt(true)).hasMessage(TOO_MANY);
    }
}
