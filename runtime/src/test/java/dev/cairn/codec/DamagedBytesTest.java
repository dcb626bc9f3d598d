package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.Samples.Circle;
import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.Samples.Node;
import dev.cairn.codec.Samples.Optimizer;
import dev.cairn.codec.Samples.Square;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, decoding gives a value or a {@link CodecException}, in memory in proportion to the bytes. */
final class DamagedBytesTest {
    private static final int HEADER = 36;

    static Stream<Arguments> artifacts() {
        Map<String, Object> anything = new LinkedHashMap<>();
        anything.put("numbers", Arrays.asList(1, 2.5, null, new double[] {1, 2}));
        anything.put("shape", new Circle(3));
        anything.put("when", Instant.EPOCH);
        anything.put("set", Set.of("x", "y"));
        return Stream.of(
                artifact(Samples.CONFIG, new Config(0.5, 300, "grüße \uD800", Optimizer.ADAM)),
                artifact(
                        Codecs.list(Samples.CONFIG),
                        List.of(new Config(1, 2, "a", null), new Config(3, 4, null, null))),
                artifact(Samples.NODE, new Node(1, Node.leaf(2), null, List.of(Node.leaf(3)))),
                artifact(Codecs.list(Samples.SHAPE), List.of(new Circle(1), new Square(2), Samples.Marker.ORIGIN)),
                artifact(Codecs.any(Samples.SHAPE), anything),
                artifact(
                        Codecs.map(Codecs.STRING, Codecs.INT_ARRAY), Map.of("a", new int[] {1, 2, 3}, "b", new int[0])),
                artifact(Codecs.set(Samples.OPTIMIZER), EnumSet.allOf(Optimizer.class)),
                artifact(Codecs.collection(Codecs.STRING), new TreeSet<>(Set.of("a", "b"))),
                artifact(Codecs.list(Codecs.BIG_DECIMAL), List.of(new BigDecimal("1234.56789"))),
                artifact(
                        Codecs.list(Codecs.ZONED_DATE_TIME),
                        List.of(ZonedDateTime.parse("2026-01-01T00:00:00+01:00[Europe/Berlin]"))),
                artifact(Codecs.list(Codecs.BIT_SET), List.of(BitSet.valueOf(new byte[] {1, 2}))),
                artifact(Codecs.list(Codecs.optional(Codecs.STRING)), List.of(Optional.of("a"), Optional.empty())),
                artifact(
                        Codecs.array(String[].class, Codecs.array(String.class, Codecs.STRING)),
                        new String[][] {{"a"}, null}),
                artifact(Codecs.entry(Codecs.STRING, Codecs.BOOLEAN_ARRAY), Map.entry("a", new boolean[] {true})),
                artifact(
                        Codecs.custom(new CustomCodecTest.LinesCodec()), new CustomCodecTest.Lines(List.of("a", "b"))));
    }

    private static <T> Arguments artifact(ArtifactCodec<T> codec, T value) {
        return Arguments.of(codec.type().toString(), codec, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("artifacts")
    <T> void everyFlippedBitGivesAValueOrACodecException(String type, ArtifactCodec<T> codec, T value) {
        Schemas schemas = new Schemas();
        byte[] bytes = schemas.encode(codec, value);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            decodeAnything(codec, schemas, damaged);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("artifacts")
    <T> void everyTruncatedArtifactIsRefused(String type, ArtifactCodec<T> codec, T value) throws IOException {
        Schemas schemas = new Schemas();
        byte[] bytes = schemas.encode(codec, value);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> schemas.decode(codec, cut)).isInstanceOf(MalformedArtifactException.class);
            assertThatThrownBy(() -> schemas.tree(cut)).isInstanceOf(MalformedArtifactException.class);
            assertThatThrownBy(() -> ArtifactFormat.decode(codec, new ByteArrayInputStream(cut), bytes.length, schemas))
                    .isInstanceOf(MalformedArtifactException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("artifacts")
    <T> void oneByteTooManyIsRefused(String type, ArtifactCodec<T> codec, T value) {
        Schemas schemas = new Schemas();
        byte[] bytes = schemas.encode(codec, value);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> schemas.decode(codec, longer))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("the value ends before the bytes do: 1 byte is left");
        assertThatThrownBy(() -> ArtifactFormat.decode(codec, new ByteArrayInputStream(longer), longer.length, schemas))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("the value ends before the bytes do: 1 byte is left");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("artifacts")
    <T> void randomBytesGiveAValueOrACodecException(String type, ArtifactCodec<T> codec, T value) {
        long seed = Long.getLong("cairn.seed", 20261125);
        System.out.println("seed of randomBytesGiveAValueOrACodecException(" + type + "): " + seed);
        Random random = new Random(seed);
        Schemas schemas = new Schemas();
        byte[] header = Arrays.copyOf(schemas.encode(codec, value), HEADER);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[HEADER + random.nextInt(40)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                for (int k = HEADER; k < bytes.length; k++) {
                    bytes[k] &= 7; // small numbers go deeper
                }
            }
            System.arraycopy(header, 0, bytes, 0, HEADER);
            decodeAnything(codec, schemas, bytes);
        }
    }

    private static <T> void decodeAnything(ArtifactCodec<T> codec, Schemas schemas, byte[] bytes) {
        try {
            schemas.decode(codec, bytes);
        } catch (CodecException expected) {
            assertThat(expected).hasMessageNotContaining("NullPointerException");
        } catch (IllegalArgumentException noSuchSchema) {
            assertThat(noSuchSchema).hasMessageStartingWith("no schema ");
        }
        try {
            assertThat(schemas.tree(bytes)).hasToString(schemas.tree(bytes).toString()); // which may be empty
        } catch (CodecException expected) {
            assertThat(expected).hasMessageNotContaining("NullPointerException");
        } catch (IllegalArgumentException noSuchSchema) {
            assertThat(noSuchSchema).hasMessageStartingWith("no schema ");
        }
    }

    @Test
    void aLengthIsNotBelievedBeforeItIsCompared() {
        for (ArtifactCodec<?> codec : List.of(
                Codecs.INT_ARRAY,
                Codecs.BYTE_ARRAY,
                Codecs.STRING,
                Codecs.list(Codecs.INT),
                Codecs.hashSet(Codecs.INT),
                Codecs.hashMap(Codecs.INT, Codecs.INT),
                Codecs.array(String.class, Codecs.STRING))) {
            Output output = new Output(64, -1);
            Header.write(output, codec.schema());
            output.writeVarInt(Integer.MAX_VALUE - 8, true);
            output.writeByte(0);
            assertThat(output.position()).isEqualTo(HEADER + 6);
            byte[] bomb = output.toBytes();
            Schemas schemas = new Schemas();
            assertThatThrownBy(() -> schemas.decode(codec, bomb))
                    .isInstanceOf(MalformedArtifactException.class)
                    .hasMessage("a length is 2147483638, but only 1 bytes are left");
            InputStream stream = new ByteArrayInputStream(bomb);
            assertThatThrownBy(() -> ArtifactFormat.decode(codec, stream, bomb.length, schemas))
                    .isInstanceOf(MalformedArtifactException.class)
                    .hasMessage("a length is 2147483638, but only 1 bytes are left");
        }
    }

    @Test
    void whatIsNoArtifactIsRefused() {
        Schemas schemas = new Schemas();
        byte[] bytes = schemas.encode(Codecs.INT, 1);
        assertThatThrownBy(() -> schemas.decode(Codecs.INT, new byte[0]))
                .hasMessage("not a Cairn artifact: wrong magic bytes");
        assertThatThrownBy(() -> schemas.decode(Codecs.INT, new byte[100]))
                .hasMessage("not a Cairn artifact: wrong magic bytes");
        bytes[2] = 2;
        assertThatThrownBy(() -> schemas.decode(Codecs.INT, bytes))
                .hasMessage("format version 2 is not supported by this version; upgrade Cairn");
        bytes[2] = 1;
        bytes[3] = 9;
        assertThatThrownBy(() -> schemas.decode(Codecs.INT, bytes))
                .hasMessage("codec 9 is not supported by this version; upgrade Cairn");
    }

    @Test
    void aSchemaOfAnotherHashIsRefused() {
        byte[] bytes = ArtifactFormat.encode(Codecs.INT, 1).bytes();
        byte[] other = Codecs.LONG.schema().bytes();
        assertThatThrownBy(() -> ArtifactFormat.decode(Codecs.LONG, bytes, hash -> other))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageMatching("the schema [0-9a-f]{64} is damaged: its content has another hash");
    }

    @Test
    void aConstructorThatRefusesTheValuesIsReported() {
        record Positive(int value) {
            Positive {
                if (value <= 0) {
                    throw new IllegalArgumentException("not positive");
                }
            }
        }
        Versioned zero = Versioned.of(Versioned.with("value", Codecs.INT));
        byte[] bytes = ArtifactFormat.encode(zero, Versioned.Row.of("value", 0)).bytes();
        StructCodec<Positive> codec =
                new StructCodec<>(Positive.class, "com.acme.Row", Versioned.with("value", Codecs.INT)) {
                    @Override
                    protected void writeFields(Kryo kryo, Output output, Positive value) {
                        PrimitiveFormat.writeInt(output, value.value());
                    }

                    @Override
                    protected Positive readFields(Kryo kryo, Input input) {
                        return new Positive(PrimitiveFormat.readInt(input));
                    }

                    @Override
                    protected Positive create(FieldValues values) {
                        return new Positive(values.intAt(0));
                    }
                };
        assertThatThrownBy(() -> ArtifactFormat.decode(codec, bytes, new Schemas()))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("Row: its class refuses what was stored: java.lang.IllegalArgumentException: not positive")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }
}
