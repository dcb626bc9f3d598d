package dev.cairn.codec;

import static dev.cairn.codec.Schemas.roundTrip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Samples.Circle;
import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.Samples.Marker;
import dev.cairn.codec.Samples.Node;
import dev.cairn.codec.Samples.Optimizer;
import dev.cairn.codec.Samples.Settings;
import dev.cairn.codec.Samples.Shape;
import dev.cairn.codec.Samples.Square;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every codec gives back what it was given. */
final class RoundTripTest {
    static Stream<Arguments> values() {
        return Stream.of(
                values(Codecs.BOOLEAN, true, false),
                values(Codecs.BYTE, (byte) 0, Byte.MIN_VALUE, Byte.MAX_VALUE),
                values(Codecs.SHORT, (short) 0, Short.MIN_VALUE, Short.MAX_VALUE),
                values(Codecs.CHAR, 'a', Character.MIN_VALUE, Character.MAX_VALUE),
                values(Codecs.INT, 0, 1, -1, 300, Integer.MIN_VALUE, Integer.MAX_VALUE),
                values(Codecs.LONG, 0L, 1L, -1L, 1L << 40, Long.MIN_VALUE, Long.MAX_VALUE),
                values(Codecs.FLOAT, 0f, -0f, 1.5f, Float.NaN, Float.MIN_VALUE, Float.NEGATIVE_INFINITY),
                values(Codecs.DOUBLE, 0d, -0d, 1.5, Double.NaN, Double.MIN_VALUE, Double.POSITIVE_INFINITY),
                values(Codecs.BOXED_BOOLEAN, true, false, null),
                values(Codecs.BOXED_BYTE, (byte) 7, null),
                values(Codecs.BOXED_SHORT, (short) 7, null),
                values(Codecs.BOXED_CHAR, 'x', null),
                values(Codecs.BOXED_INT, 7, null),
                values(Codecs.BOXED_LONG, 7L, null),
                values(Codecs.BOXED_FLOAT, 7f, null),
                values(Codecs.BOXED_DOUBLE, 7d, null),
                values(Codecs.STRING, "", "abc", "Grüße", "日本語", "a\uD83D\uDE00b", "\uFFFD", "x".repeat(200_000), null),
                values(Codecs.STRING, "ü".repeat(100_000), "\uD83D\uDE00".repeat(50_000)),
                values(Codecs.STRING, "\uD800", "a\uDC00", "\uDC00\uD800", "\uD800\uD800\uDC00", "\uD800x\uFFFD"),
                values(Codecs.BIG_DECIMAL, new BigDecimal("1.50"), new BigDecimal("-1E+30"), BigDecimal.ZERO, null),
                values(Codecs.BIG_INTEGER, BigInteger.ONE.shiftLeft(300).negate(), BigInteger.ZERO, null),
                values(Codecs.UUID, new UUID(1, -2), null),
                values(Codecs.URI, URI.create("http://a/b?c=d#e"), null),
                values(Codecs.PATH, Path.of("/tmp/x"), Path.of(""), Path.of("a", "ü"), null),
                values(Codecs.FILE, new File("a/b"), null),
                values(Codecs.LOCALE, Locale.GERMANY, Locale.ROOT, null),
                values(Codecs.CURRENCY, Currency.getInstance("EUR"), null),
                values(Codecs.CHARSET, StandardCharsets.UTF_16BE, null),
                values(Codecs.DATE, new Date(1234567890123L), null),
                values(Codecs.BIT_SET, BitSet.valueOf(new long[] {5, 0, 1}), new BitSet(), null),
                values(Codecs.OPTIONAL_INT, OptionalInt.of(3), OptionalInt.empty(), null),
                values(Codecs.OPTIONAL_LONG, OptionalLong.of(3), OptionalLong.empty(), null),
                values(Codecs.OPTIONAL_DOUBLE, OptionalDouble.of(3), OptionalDouble.empty(), null),
                values(Codecs.INSTANT, Instant.EPOCH, Instant.MIN, Instant.MAX, Instant.ofEpochSecond(-1, 1), null),
                values(Codecs.DURATION, Duration.ofMillis(-1), Duration.ofSeconds(Long.MAX_VALUE), null),
                values(Codecs.PERIOD, Period.of(1, -2, 3), null),
                values(Codecs.LOCAL_DATE, LocalDate.MIN, LocalDate.of(2026, 2, 28), LocalDate.MAX, null),
                values(Codecs.LOCAL_TIME, LocalTime.MIDNIGHT, LocalTime.MAX, null),
                values(Codecs.LOCAL_DATE_TIME, LocalDateTime.MIN, LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6), null),
                values(Codecs.OFFSET_TIME, OffsetTime.MAX, null),
                values(Codecs.OFFSET_DATE_TIME, OffsetDateTime.MIN, null),
                values(Codecs.ZONED_DATE_TIME, bothHoursWhenClocksGoBack()),
                values(Codecs.YEAR, Year.of(-5), null),
                values(Codecs.YEAR_MONTH, YearMonth.of(2026, 12), null),
                values(Codecs.MONTH_DAY, MonthDay.of(2, 29), null),
                values(Codecs.ZONE_ID, ZoneId.of("Europe/Berlin"), ZoneOffset.UTC, null),
                values(Codecs.ZONE_OFFSET, ZoneOffset.ofHoursMinutes(-3, -30), null),
                values(Codecs.list(Codecs.BOXED_INT), List.of(), List.of(1, 2), Arrays.asList(1, null), null),
                values(Codecs.optional(Codecs.STRING), Optional.of("a"), Optional.empty(), null),
                values(Codecs.entry(Codecs.STRING, Codecs.INT), Map.entry("a", 1), null),
                values(
                        Codecs.map(Codecs.STRING, Codecs.list(Codecs.INT)),
                        Map.of("a", List.of(1), "b", List.of()),
                        null),
                values(Samples.OPTIMIZER, Optimizer.SGD, Optimizer.ADAM, null),
                values(Samples.CONFIG, new Config(0.01, 32, "x", Optimizer.ADAM), new Config(0, 0, null, null), null),
                values(Samples.SETTINGS, new Settings(), null),
                values(Samples.NODE, new Node(1, Node.leaf(2), null, List.of(Node.leaf(3), Node.leaf(4))), null),
                values(Samples.SHAPE, new Circle(2), new Square(3), Marker.ORIGIN, null),
                values(Codecs.list(Samples.SHAPE), List.<Shape>of(new Square(1), new Circle(1))));
    }

    private static ZonedDateTime[] bothHoursWhenClocksGoBack() {
        ZonedDateTime first = ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneId.of("Europe/Berlin"));
        return new ZonedDateTime[] {first, first.withLaterOffsetAtOverlap()};
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> Arguments values(ArtifactCodec<T> codec, T... values) {
        return Arguments.of(codec.type().toString(), codec, Arrays.asList(values));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    <T> void givesBackWhatWasStored(String type, ArtifactCodec<T> codec, List<T> values) {
        for (T value : values) {
            assertThat(roundTrip(codec, value)).isEqualTo(value);
        }
    }

    @Test
    void arraysComeBackWithTheirElements() {
        assertThat(roundTrip(Codecs.BOOLEAN_ARRAY, new boolean[] {true, false})).containsExactly(true, false);
        assertThat(roundTrip(Codecs.BYTE_ARRAY, new byte[] {1, -1})).containsExactly(1, -1);
        assertThat(roundTrip(Codecs.SHORT_ARRAY, new short[] {1, -1})).containsExactly((short) 1, (short) -1);
        assertThat(roundTrip(Codecs.CHAR_ARRAY, new char[] {'a', '\uD800'})).containsExactly('a', '\uD800');
        assertThat(roundTrip(Codecs.INT_ARRAY, new int[] {1, -1})).containsExactly(1, -1);
        assertThat(roundTrip(Codecs.LONG_ARRAY, new long[] {1, -1})).containsExactly(1, -1);
        assertThat(roundTrip(Codecs.FLOAT_ARRAY, new float[] {1, Float.NaN, -0f}))
                .containsExactly(1, Float.NaN, -0f);
        assertThat(roundTrip(Codecs.DOUBLE_ARRAY, new double[] {1, Double.NaN, -0d}))
                .containsExactly(1, Double.NaN, -0d);
        assertThat(roundTrip(Codecs.INT_ARRAY, null)).isNull();
        assertThat(roundTrip(Codecs.INT_ARRAY, new int[0])).isEmpty();
        assertThat(roundTrip(Codecs.array(String.class, Codecs.STRING), new String[] {"a", null}))
                .containsExactly("a", null);
        int[][] matrix = roundTrip(Codecs.array(int[][]::new, Codecs.INT_ARRAY), new int[][] {{1}, {2, 3}});
        assertThat(matrix).isDeepEqualTo(new int[][] {{1}, {2, 3}});
    }

    @Test
    void longArraysComeBackWhole() {
        double[] doubles = new double[1_000_003];
        Arrays.setAll(doubles, i -> i % 1000 == 7 ? Double.NaN : i * 0.5);
        assertThat(roundTrip(Codecs.DOUBLE_ARRAY, doubles)).isEqualTo(doubles);
    }

    @Test
    void aDeclaredClassIsWhatComesBack() {
        assertThat(roundTrip(Codecs.arrayList(Codecs.INT), new ArrayList<>(List.of(1))))
                .isExactlyInstanceOf(ArrayList.class);
        assertThat(roundTrip(Codecs.linkedList(Codecs.INT), new LinkedList<>(List.of(1))))
                .isExactlyInstanceOf(LinkedList.class)
                .containsExactly(1);
        assertThat(roundTrip(Codecs.arrayDeque(Codecs.INT), new ArrayDeque<>(List.of(1, 2))))
                .isExactlyInstanceOf(ArrayDeque.class)
                .containsExactly(1, 2);
        assertThat(roundTrip(
                        Codecs.concurrentHashMap(Codecs.STRING, Codecs.INT), new ConcurrentHashMap<>(Map.of("a", 1))))
                .isExactlyInstanceOf(ConcurrentHashMap.class)
                .containsExactly(Map.entry("a", 1));
        assertThat(roundTrip(Codecs.enumSet(Samples.OPTIMIZER), EnumSet.noneOf(Optimizer.class)))
                .isEqualTo(EnumSet.noneOf(Optimizer.class));
        assertThat(roundTrip(Codecs.enumMap(Samples.OPTIMIZER, Codecs.INT), new EnumMap<>(Map.of(Optimizer.ADAM, 1))))
                .isExactlyInstanceOf(EnumMap.class)
                .containsExactly(Map.entry(Optimizer.ADAM, 1));
    }

    @Test
    void primitivesRefuseNull() {
        assertThat(Assertions.catchThrowable(() -> ArtifactFormat.encode(Codecs.INT, null)))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("null cannot be stored as int");
    }
}
