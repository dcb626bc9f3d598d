package dev.cairn.codec.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Tree;
import dev.cairn.codec.TreeConversionException;
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
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type without parts, made of its text as a parameter is, and of the tree of a stored value. */
final class ValuesOfTextTest {
    static Stream<Arguments> texts() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ZoneOffset offset = ZoneOffset.ofHours(1);
        LocalDateTime dateTime = LocalDateTime.of(2026, 2, 28, 10, 15, 30);
        return Stream.of(
                text(PrimitiveCodecs.BOOLEAN, "true", true),
                text(PrimitiveCodecs.BOOLEAN, "false", false),
                text(PrimitiveCodecs.BYTE, "-128", (byte) -128),
                text(PrimitiveCodecs.SHORT, "300", (short) 300),
                text(PrimitiveCodecs.CHAR, "x", 'x'),
                text(PrimitiveCodecs.INT, "7", 7),
                text(PrimitiveCodecs.LONG, "-7", -7L),
                text(PrimitiveCodecs.FLOAT, "0.5", 0.5f),
                text(PrimitiveCodecs.DOUBLE, "0.5", 0.5),
                text(ValueCodecs.BIG_DECIMAL, "1.50", new BigDecimal("1.50")),
                text(ValueCodecs.BIG_INTEGER, "15", BigInteger.valueOf(15)),
                text(ValueCodecs.UUID, "00000000-0000-0001-0000-000000000002", new UUID(1, 2)),
                text(ValueCodecs.URI, "http://a/b?c#d", URI.create("http://a/b?c#d")),
                text(ValueCodecs.PATH, "a/b", Path.of("a", "b")),
                text(ValueCodecs.FILE, "a/b", new File("a/b")),
                text(ValueCodecs.LOCALE, "de-DE", Locale.GERMANY),
                text(ValueCodecs.CURRENCY, "EUR", Currency.getInstance("EUR")),
                text(ValueCodecs.CHARSET, "UTF-8", StandardCharsets.UTF_8),
                text(ValueCodecs.DATE, "1970-01-01T00:00:01Z", new Date(1000)),
                text(ValueCodecs.OPTIONAL_INT, "3", OptionalInt.of(3)),
                text(ValueCodecs.OPTIONAL_LONG, "3000000000", OptionalLong.of(3_000_000_000L)),
                text(ValueCodecs.OPTIONAL_DOUBLE, "0.25", OptionalDouble.of(0.25)),
                text(TimeCodecs.INSTANT, "1970-01-01T00:00:01Z", Instant.ofEpochSecond(1)),
                text(TimeCodecs.DURATION, "PT5M", Duration.ofMinutes(5)),
                text(TimeCodecs.PERIOD, "P1Y2M3D", Period.of(1, 2, 3)),
                text(TimeCodecs.LOCAL_DATE, "2026-02-28", LocalDate.of(2026, 2, 28)),
                text(TimeCodecs.LOCAL_TIME, "10:15:30", LocalTime.of(10, 15, 30)),
                text(TimeCodecs.LOCAL_DATE_TIME, "2026-02-28T10:15:30", dateTime),
                text(TimeCodecs.OFFSET_TIME, "10:15:30+01:00", OffsetTime.of(10, 15, 30, 0, offset)),
                text(TimeCodecs.OFFSET_DATE_TIME, "2026-02-28T10:15:30+01:00", OffsetDateTime.of(dateTime, offset)),
                text(
                        TimeCodecs.ZONED_DATE_TIME,
                        "2026-02-28T10:15:30+01:00[Europe/Berlin]",
                        ZonedDateTime.of(dateTime, berlin)),
                text(TimeCodecs.YEAR, "2026", Year.of(2026)),
                text(TimeCodecs.YEAR_MONTH, "2026-02", YearMonth.of(2026, 2)),
                text(TimeCodecs.MONTH_DAY, "--02-28", MonthDay.of(2, 28)),
                text(TimeCodecs.ZONE_ID, "Europe/Berlin", berlin),
                text(TimeCodecs.ZONE_OFFSET, "+01:00", offset));
    }

    private static <T> Arguments text(LeafCodec<T> codec, String text, T value) {
        return Arguments.of(codec, text, value);
    }

    @ParameterizedTest(name = "{1} is {2}")
    @MethodSource("texts")
    <T> void aValueIsMadeOfItsText(LeafCodec<T> codec, String text, T value) {
        assertThat(of(codec, text)).isEqualTo(value);
        assertThat(of(codec.boxed(), text)).isEqualTo(value);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("texts")
    <T> void aValueInATreeIsThatValue(LeafCodec<T> codec, String text, T value) {
        Tree.Scalar scalar = new Tree.Scalar(codec.type().name(), value);
        assertThat(ArtifactFormat.fromTree(codec, scalar)).isSameAs(value);
    }

    private static <T> @Nullable T of(ArtifactCodec<T> codec, @Nullable Object json) {
        return ArtifactFormat.fromTree(codec, Tree.of(json));
    }

    private static void assertRefused(ArtifactCodec<?> codec, @Nullable Object json, String message) {
        assertThatThrownBy(() -> of(codec, json))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage(message);
    }

    @Test
    void nullIsNothing() {
        assertThat(of(PrimitiveCodecs.INT.boxed(), null)).isNull();
        assertThat(of(TimeCodecs.INSTANT, null)).isNull();
        assertThat(of(ValueCodecs.OPTIONAL_INT, null)).isEmpty();
        assertThat(of(ValueCodecs.OPTIONAL_LONG, null)).isEmpty();
        assertThat(of(ValueCodecs.OPTIONAL_DOUBLE, null)).isEmpty();
        assertRefused(PrimitiveCodecs.CHAR, null, "null is not a char");
    }

    @Test
    void aNumberThatJsonHasIsTheYear() {
        assertThat(of(TimeCodecs.YEAR, 2026)).isEqualTo(Year.of(2026));
    }

    @Test
    void whatHasNoTextHasOnlyItself() {
        assertRefused(ValueCodecs.BIT_SET, "1", "\"1\" is not a BitSet");
        BitSet bits = BitSet.valueOf(new long[] {5});
        assertThat(ArtifactFormat.fromTree(ValueCodecs.BIT_SET, new Tree.Scalar("bitset", bits)))
                .isEqualTo(bits);
    }

    @Test
    void aLocaleIsALanguageTag() {
        assertThat(of(ValueCodecs.LOCALE, "und")).isEqualTo(Locale.ROOT);
        Locale imperial = Locale.forLanguageTag("ja-JP-u-ca-japanese-x-lvariant-JP");
        assertThat(of(ValueCodecs.LOCALE, imperial.toLanguageTag())).isEqualTo(imperial);
        assertRefused(ValueCodecs.LOCALE, "", "\"\" is not a Locale");
        assertRefused(ValueCodecs.LOCALE, "de_DE", "\"de_DE\" is not a Locale");
        assertRefused(ValueCodecs.LOCALE, "de-DE_x", "\"de-DE_x\" is not a Locale");
    }

    @Test
    void integersAreWithinTheirType() {
        assertBounds(PrimitiveCodecs.BYTE, "byte", Byte.MIN_VALUE, Byte.MAX_VALUE);
        assertBounds(PrimitiveCodecs.SHORT, "short", Short.MIN_VALUE, Short.MAX_VALUE);
        assertBounds(PrimitiveCodecs.INT, "int", Integer.MIN_VALUE, Integer.MAX_VALUE);
        assertBounds(PrimitiveCodecs.LONG, "long", Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(of(ValueCodecs.OPTIONAL_INT, Integer.MIN_VALUE)).hasValue(Integer.MIN_VALUE);
        assertThat(of(ValueCodecs.OPTIONAL_LONG, Long.MAX_VALUE)).hasValue(Long.MAX_VALUE);
        assertRefused(
                ValueCodecs.OPTIONAL_INT,
                1L << 31,
                "2147483648 is not an int: it must be from -2147483648 to 2147483647");
    }

    private static void assertBounds(LeafCodec<? extends Number> codec, String type, long least, long most) {
        assertThat(of(codec, least)).hasToString("" + least);
        assertThat(of(codec, most)).hasToString("" + most);
        String noun = (type.equals("int") ? "an " : "a ") + type;
        for (BigInteger beyond : new BigInteger[] {
            BigInteger.valueOf(least).subtract(BigInteger.ONE),
            BigInteger.valueOf(most).add(BigInteger.ONE)
        }) {
            assertRefused(codec, beyond, beyond + " is not " + noun + ": it must be from " + least + " to " + most);
        }
    }

    @Test
    void floatingPointNumbersAreWithinTheirType() {
        assertThat(of(PrimitiveCodecs.FLOAT, "3.4028235E38")).isEqualTo(Float.MAX_VALUE);
        assertThat(of(PrimitiveCodecs.FLOAT, "-3.4028235E38")).isEqualTo(-Float.MAX_VALUE);
        assertThat(of(PrimitiveCodecs.FLOAT, Float.MAX_VALUE)).isEqualTo(Float.MAX_VALUE);
        assertThat(of(PrimitiveCodecs.FLOAT, "Infinity")).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(of(PrimitiveCodecs.FLOAT, "-Infinity")).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(of(PrimitiveCodecs.FLOAT, "NaN")).isNaN();
        assertThat(of(PrimitiveCodecs.DOUBLE, "Infinity")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(of(ValueCodecs.OPTIONAL_DOUBLE, "NaN")).hasValue(Double.NaN);
        assertRefused(PrimitiveCodecs.FLOAT, "-1e39", "-1e39 is too large for a float");
        assertRefused(PrimitiveCodecs.FLOAT, "3.4028236E38", "3.4028236E38 is too large for a float");
        assertRefused(PrimitiveCodecs.DOUBLE, "-1e309", "-1e309 is too large for a double");
        assertRefused(PrimitiveCodecs.DOUBLE, true, "true is not a double");
    }

    @Test
    void zeroHasASign() {
        assertThat(of(PrimitiveCodecs.DOUBLE, "0")).hasToString("0.0");
        assertThat(of(PrimitiveCodecs.DOUBLE, "-0")).hasToString("-0.0");
        assertThat(of(PrimitiveCodecs.DOUBLE, "-1e-400")).hasToString("-0.0");
        assertThat(of(PrimitiveCodecs.DOUBLE, "-2")).isEqualTo(-2.0);
        assertThat(of(PrimitiveCodecs.FLOAT, "-0")).hasToString("-0.0");
    }

    /** A float or double of a stored value is that number, not the nearest to its digits. */
    @Test
    void aNumberOfOneFloatingPointTypeIsThatOfTheOther() {
        assertThat(ArtifactFormat.fromTree(PrimitiveCodecs.DOUBLE, new Tree.Scalar("f32", 0.1f)))
                .isEqualTo((double) 0.1f);
        assertThat(ArtifactFormat.fromTree(PrimitiveCodecs.FLOAT, new Tree.Scalar("f64", 0.1)))
                .isEqualTo(0.1f);
        assertThat(ArtifactFormat.fromTree(PrimitiveCodecs.FLOAT, new Tree.Scalar("f64", Double.NaN)))
                .isNaN();
    }

    @Test
    void anIntegerThatWouldTakeMuchMemoryIsRefused() {
        assertThat(of(ValueCodecs.BIG_INTEGER, "1e100000")).isEqualTo(BigInteger.TEN.pow(100_000));
        assertRefused(ValueCodecs.BIG_INTEGER, "1e100001", "1e100001 is too large to be written out");
        assertRefused(ValueCodecs.BIG_INTEGER, "1.5", "\"1.5\" is not a BigInteger");
    }
}
