package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.Samples.Circle;
import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.Samples.Optimizer;
import dev.cairn.codec.internal.BlockFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bytes, as the documentation gives them. What is stored must stay readable: a test that fails here is a new format. */
final class PayloadFormatTest {
    private static final int HEADER = 36;

    private static <T> String payload(ArtifactCodec<T> codec, @Nullable T value) {
        byte[] bytes = ArtifactFormat.encode(codec, value).bytes();
        return HexFormat.of().formatHex(bytes, HEADER, bytes.length);
    }

    @Test
    void anArtifactBeginsWithMagicVersionCodecAndTheHashOfItsSchema() {
        Encoded encoded = ArtifactFormat.encode(Codecs.INT, 1);
        assertThat(HexFormat.of().formatHex(encoded.bytes()))
                .isEqualTo(
                        "ca1b0101" + HexFormat.of().formatHex(encoded.schema().hash()) + "02");
        assertThat(ArtifactFormat.schemaHash(encoded.bytes()))
                .isEqualTo(encoded.schema().hash());
    }

    @Test
    void primitives() {
        assertThat(payload(Codecs.BOOLEAN, true)).isEqualTo("01");
        assertThat(payload(Codecs.BYTE, (byte) -1)).isEqualTo("ff");
        assertThat(payload(Codecs.SHORT, (short) 0x1234)).isEqualTo("3412");
        assertThat(payload(Codecs.CHAR, '\u1234')).isEqualTo("3412");
        assertThat(payload(Codecs.INT, 300)).isEqualTo("d804");
        assertThat(payload(Codecs.INT, Integer.MIN_VALUE)).isEqualTo("ffffffff0f");
        assertThat(payload(Codecs.LONG, -1L)).isEqualTo("01");
        assertThat(payload(Codecs.LONG, Long.MIN_VALUE)).isEqualTo("ffffffffffffffffff");
        assertThat(payload(Codecs.FLOAT, 1f)).isEqualTo("0000803f");
        assertThat(payload(Codecs.DOUBLE, 1d)).isEqualTo("000000000000f03f");
        assertThat(payload(Codecs.BOXED_INT, 1)).isEqualTo("0102");
        assertThat(payload(Codecs.BOXED_INT, null)).isEqualTo("00");
    }

    @Test
    void everyNotANumberIsTheSame() {
        assertThat(payload(Codecs.DOUBLE, Double.longBitsToDouble(0xFFF8_0000_0000_0001L)))
                .isEqualTo(payload(Codecs.DOUBLE, Double.NaN));
        assertThat(payload(Codecs.FLOAT, Float.intBitsToFloat(0xFFC0_0001)))
                .isEqualTo(payload(Codecs.FLOAT, Float.NaN));
        assertThat(payload(Codecs.DOUBLE_ARRAY, new double[] {1, Double.longBitsToDouble(0xFFF8_0000_0000_0001L)}))
                .isEqualTo("03000000000000f03f000000000000f87f");
        assertThat(payload(Codecs.FLOAT_ARRAY, new float[] {Float.intBitsToFloat(0xFFC0_0001)}))
                .isEqualTo("020000c07f");
    }

    @Test
    void strings() {
        assertThat(payload(Codecs.STRING, null)).isEqualTo("00");
        assertThat(payload(Codecs.STRING, "")).isEqualTo("01");
        assertThat(payload(Codecs.STRING, "ab")).isEqualTo("036162");
        assertThat(payload(Codecs.STRING, "ü€\uD83D\uDE00")).isEqualTo("0ac3bce282acf09f9880");
        assertThat(payload(Codecs.STRING, "\uD83D")).isEqualTo("04eda0bd");
    }

    @Test
    void valueTypes() {
        assertThat(payload(Codecs.UUID, new UUID(1, 2))).isEqualTo("0102000000000000000100000000000000");
        assertThat(payload(Codecs.BIG_DECIMAL, new BigDecimal("2.56"))).isEqualTo("0104020100");
        assertThat(payload(Codecs.INSTANT, Instant.ofEpochSecond(1, 2))).isEqualTo("010204");
    }

    @Test
    void arraysOfPrimitivesLieSideBySide() {
        assertThat(payload(Codecs.INT_ARRAY, new int[] {1, -1})).isEqualTo("0301000000ffffffff");
        assertThat(payload(Codecs.LONG_ARRAY, new long[] {1})).isEqualTo("020100000000000000");
        assertThat(payload(Codecs.SHORT_ARRAY, new short[] {1})).isEqualTo("020100");
        assertThat(payload(Codecs.CHAR_ARRAY, new char[] {'a'})).isEqualTo("026100");
        assertThat(payload(Codecs.BOOLEAN_ARRAY, new boolean[] {true, false})).isEqualTo("030100");
        assertThat(payload(Codecs.BYTE_ARRAY, new byte[] {1, 2})).isEqualTo("030102");
        assertThat(payload(Codecs.INT_ARRAY, null)).isEqualTo("00");
    }

    @Test
    void collections() {
        assertThat(payload(Codecs.list(Codecs.INT), List.of(1, 2))).isEqualTo("030204");
        assertThat(payload(Codecs.list(Codecs.INT), null)).isEqualTo("00");
        assertThat(payload(Codecs.set(Codecs.INT), Set.of(1))).isEqualTo("020102");
        assertThat(payload(Codecs.set(Codecs.INT), new LinkedHashSet<>(List.of(2, 1))))
                .isEqualTo("03020402");
        assertThat(payload(Codecs.collection(Codecs.INT), List.of(1))).isEqualTo("010102");
        assertThat(payload(Codecs.map(Codecs.INT, Codecs.INT), Map.of(1, 2))).isEqualTo("02010204");
        assertThat(payload(Codecs.treeMap(Codecs.INT, Codecs.INT), new TreeMap<>(Map.of(1, 2))))
                .isEqualTo("020204");
        assertThat(payload(Codecs.array(Integer.class, Codecs.BOXED_INT), new Integer[] {1, null}))
                .isEqualTo("03010200");
        assertThat(payload(Codecs.optional(Codecs.INT), Optional.of(1))).isEqualTo("0202");
        assertThat(payload(Codecs.optional(Codecs.INT), Optional.empty())).isEqualTo("01");
        assertThat(payload(Codecs.entry(Codecs.INT, Codecs.INT), Map.entry(1, 2)))
                .isEqualTo("010204");
    }

    @Test
    void namedTypes() {
        assertThat(payload(Samples.OPTIMIZER, Optimizer.ADAM)).isEqualTo("02");
        assertThat(payload(Samples.CONFIG, new Config(1, 1, null, Optimizer.SGD)))
                .isEqualTo("01000000000000f03f020001");
        assertThat(payload(Samples.CONFIG, null)).isEqualTo("00");
        assertThat(payload(Samples.SHAPE, new Circle(1))).isEqualTo("01000000000000f03f");
        assertThat(payload(Samples.SHAPE, Samples.Marker.ORIGIN)).isEqualTo("0300");
    }

    @Test
    void valuesOfAnyType() {
        ArtifactCodec<Object> any = Codecs.any(Samples.SHAPE);
        assertThat(payload(any, null)).isEqualTo("00");
        assertThat(payload(any, Arrays.asList(1, "a"))).isEqualTo("010102" + "0902" + "040261");
        assertThat(payload(any, Map.of("a", true))).isEqualTo("020201" + "040261" + "0501");
        assertThat(payload(any, new Circle(1))).isEqualTo("0300" + "00" + "000000000000f03f");
        assertThat(payload(any, new double[] {1})).isEqualTo("14" + "02000000000000f03f");
        assertThat(payload(any, BigInteger.TEN)).isEqualTo("16" + "010a");
        assertThat(payload(any, ZoneOffset.UTC)).isEqualTo("30" + "00");
    }

    /** However a codec writes its bytes, and whether it flushes, they are the same blocks. */
    @Test
    void bytesOfUnknownMeaningAreBlocksOfOneSize() throws IOException {
        byte[] bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);
        byte[] atOnce = blocks(output -> output.write(bytes));
        assertThat(atOnce).hasSize(10_000 + 3 * 2);
        assertThat(HexFormat.of().formatHex(atOnce, 0, 2)).isEqualTo("8040"); // 2 x 4096
        assertThat(HexFormat.of().formatHex(atOnce, 2 * 4098, 2 * 4098 + 2)).isEqualTo("a11c"); // 2 x 1808 + 1
        assertThat(blocks(output -> {
                    for (int i = 0; i < bytes.length; i += 16) {
                        output.write(bytes, i, 16);
                        output.flush();
                    }
                }))
                .isEqualTo(atOnce);
        assertThat(blocks(output -> {
                    output.writeByte(bytes[0]);
                    for (int i = 1; i < bytes.length - 8; i += 8) {
                        output.writeLong(ByteBuffer.wrap(bytes)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getLong(i));
                    }
                    output.write(bytes, bytes.length - 7, 7);
                }))
                .isEqualTo(atOnce);
    }

    @Test
    void aFullBlockIsTheLastIfNothingFollows() throws IOException {
        assertThat(HexFormat.of().formatHex(blocks(output -> {}))).isEqualTo("01");
        assertThat(blocks(output -> output.write(new byte[4096])))
                .hasSize(2 + 4096)
                .startsWith(0x81, 0x40);
        assertThat(blocks(output -> output.write(new byte[4097])))
                .hasSize(2 + 4096 + 2)
                .startsWith(0x80, 0x40);
    }

    private static byte[] blocks(BlockFormat.Content content) throws IOException {
        Output output = new Output(64, -1);
        BlockFormat.write(output, content);
        return output.toBytes();
    }

    @Test
    void aPairOfSurrogatesInSixBytesIsRefused() {
        Schemas schemas = new Schemas();
        byte[] four = schemas.encode(Codecs.STRING, "\uD83D\uDE00");
        byte[] six = HexFormat.of().parseHex(HexFormat.of().formatHex(four, 0, HEADER) + "07" + "eda0bd" + "edb880");

        assertThatThrownBy(() -> schemas.decode(Codecs.STRING, six))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("a string is not UTF-8");
        assertThat(schemas.decode(Codecs.STRING, schemas.encode(Codecs.STRING, "\uDE00\uD83D")))
                .isEqualTo("\uDE00\uD83D");
    }

    @Test
    void whatALaterVersionMayAddToObjectsAndCollectionsIsNamed() {
        Schemas schemas = new Schemas();
        byte[] object = schemas.encode(Codecs.any(), 1);
        object[HEADER] = 127;
        assertThatThrownBy(() -> schemas.decode(Codecs.any(), object))
                .hasMessage("type 127 of an Object is not supported by this version; upgrade Cairn");
        byte[] set = schemas.encode(Codecs.set(Codecs.INT), Set.of());
        set[HEADER] = 6;
        assertThatThrownBy(() -> schemas.decode(Codecs.set(Codecs.INT), set))
                .hasMessage("kind 6 of collections is not supported by this version; upgrade Cairn");
    }
}
