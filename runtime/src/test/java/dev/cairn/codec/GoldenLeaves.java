package dev.cairn.codec;

import dev.cairn.runtime.IncludedFile;
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
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;

/** The values of the golden artifacts without parts: usual ones, extreme ones, and null. */
final class GoldenLeaves extends GoldenCases {
    private GoldenLeaves() {}

    static List<Golden<?>> all() {
        GoldenLeaves leaves = new GoldenLeaves();
        leaves.primitives();
        leaves.arrays();
        leaves.values();
        leaves.times();
        return leaves.cases;
    }

    private void primitives() {
        add("root-i32", Codecs.INT, 300);
        add("root-null", Codecs.STRING, null);
        addAll(
                "f32-shortest",
                Codecs.FLOAT,
                0x1p-96f, // of these three, no decimal of eight digits is closer, but another one is read as them
                0x1p87f,
                -0x1p90f,
                2.0E-3f,
                Float.MIN_NORMAL,
                9.999999E-4f,
                9999999f,
                1.0E7f,
                3.3554432E7f,
                2e-45f);
        addAll(
                "f64-shortest",
                Codecs.DOUBLE,
                2.2E-322,
                2.0E23,
                -1.0E23,
                0x1p-44,
                2.0E-3,
                9.999E-4,
                9999999.5,
                1.0E7,
                9007199254740993.0,
                Double.MIN_NORMAL);
        addAll("bool", Codecs.BOOLEAN, false, true);
        addAll("bool-boxed", Codecs.BOXED_BOOLEAN, false, true, null);
        addAll("i8", Codecs.BYTE, (byte) 0, (byte) -1, Byte.MIN_VALUE, Byte.MAX_VALUE);
        addAll("i8-boxed", Codecs.BOXED_BYTE, (byte) -1, null);
        addAll("i16", Codecs.SHORT, (short) 0, (short) 0x1234, (short) -1, Short.MIN_VALUE, Short.MAX_VALUE);
        addAll("i16-boxed", Codecs.BOXED_SHORT, (short) 0x1234, null);
        addAll("char", Codecs.CHAR, '\0', 'a', '\u20ac', '\ud800', '\uffff');
        addAll("char-boxed", Codecs.BOXED_CHAR, 'a', null);
        addAll("i32", Codecs.INT, 0, 1, -1, 63, 64, -64, -65, 8191, 8192, Integer.MAX_VALUE, Integer.MIN_VALUE);
        addAll("i32-boxed", Codecs.BOXED_INT, -2, null);
        addAll("i64", Codecs.LONG, 0L, 1L, -1L, 1L << 31, 1L << 55, (1L << 55) - 1, Long.MAX_VALUE, Long.MIN_VALUE);
        addAll("i64-boxed", Codecs.BOXED_LONG, -2L, null);
        addAll(
                "f32",
                Codecs.FLOAT,
                0f,
                -0f,
                1.5f,
                0.1f,
                -123456.79f,
                Float.MAX_VALUE,
                Float.MIN_VALUE,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Float.intBitsToFloat(0xFFC0_0001));
        addAll("f32-boxed", Codecs.BOXED_FLOAT, 2.5f, null);
        addAll(
                "f64",
                Codecs.DOUBLE,
                0d,
                -0d,
                1.5,
                0.1,
                -1e300,
                Math.PI,
                Double.MAX_VALUE,
                Double.MIN_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.longBitsToDouble(0xFFF8_0000_0000_0001L));
        addAll("f64-boxed", Codecs.BOXED_DOUBLE, 2.5, null);
    }

    private void arrays() {
        add("bool-array", Codecs.BOOLEAN_ARRAY, new boolean[] {true, false});
        add("i8-array", Codecs.BYTE_ARRAY, new byte[] {1, -1, 0});
        add("i16-array", Codecs.SHORT_ARRAY, new short[] {0x1234, -1});
        add("char-array", Codecs.CHAR_ARRAY, new char[] {'a', '\ud800'});
        add("i32-array", Codecs.INT_ARRAY, new int[] {1, -1, Integer.MIN_VALUE});
        add("i64-array", Codecs.LONG_ARRAY, new long[] {1, -1, Long.MIN_VALUE});
        add("f32-array", Codecs.FLOAT_ARRAY, new float[] {1.5f, -0f, Float.intBitsToFloat(0xFFC0_0001)});
        add("f64-array", Codecs.DOUBLE_ARRAY, new double[] {1.5, -0d, Double.longBitsToDouble(0xFFF8_0000_0000_0001L)});
        add("i32-array-empty", Codecs.INT_ARRAY, new int[0]);
        add("i32-array-null", Codecs.INT_ARRAY, null);
        double[] ramp = new double[3000];
        Arrays.setAll(ramp, i -> i / 2.0);
        add("f64-array-long", Codecs.DOUBLE_ARRAY, ramp);
    }

    private void values() {
        addAll(
                "string",
                Codecs.STRING,
                "",
                "a",
                "gr\u00fc\u00dfe",
                "\u20ac",
                "\ud83d\ude00",
                "\ud83d",
                "\ude00\ud83d",
                "\0",
                "\ufffd",
                "x".repeat(200),
                null);
        addAll(
                "bigdecimal",
                Codecs.BIG_DECIMAL,
                BigDecimal.ZERO,
                new BigDecimal("2.00"),
                new BigDecimal("2.0"),
                new BigDecimal("-1E+3"),
                new BigDecimal("1E-7"),
                new BigDecimal("12345678901234567890.00"),
                new BigDecimal("-0.000000000000000000000123"),
                null);
        addAll(
                "biginteger",
                Codecs.BIG_INTEGER,
                BigInteger.ZERO,
                BigInteger.ONE.negate(),
                BigInteger.valueOf(127),
                BigInteger.valueOf(128),
                BigInteger.valueOf(-128),
                BigInteger.ONE.shiftLeft(64),
                BigInteger.ONE.shiftLeft(64).negate(),
                null);
        addAll("uuid", Codecs.UUID, new UUID(0, 0), UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"), null);
        addAll("uri", Codecs.URI, URI.create("https://example.org/a?b=%20c#d"), URI.create(""), null);
        addAll("path", Codecs.PATH, Path.of("data", "a b.csv"), Path.of(""), null);
        addAll("file", Codecs.FILE, new File("data.csv"), null);
        addAll(
                "locale",
                Codecs.LOCALE,
                Locale.ROOT,
                Locale.GERMANY,
                Locale.forLanguageTag("zh-Hant-TW"),
                Locale.forLanguageTag("th-TH-u-nu-thai"),
                null);
        addAll(
                "bigdecimal-extreme",
                Codecs.BIG_DECIMAL,
                new BigDecimal(BigInteger.valueOf(15), Integer.MIN_VALUE),
                new BigDecimal(BigInteger.valueOf(-15), Integer.MAX_VALUE),
                new BigDecimal(BigInteger.ZERO, -3),
                new BigDecimal(BigInteger.ZERO, 7),
                new BigDecimal("0.000001"),
                new BigDecimal("1E+400"),
                new BigDecimal("2E+400"));
        addAll("currency", Codecs.CURRENCY, Currency.getInstance("EUR"), null);
        addAll("charset", Codecs.CHARSET, StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, null);
        addAll(
                "date",
                Codecs.DATE,
                new Date(0),
                new Date(-1),
                new Date(1_700_000_000_123L),
                new Date(Long.MAX_VALUE),
                null);
        addAll("bitset", Codecs.BIT_SET, new BitSet(), BitSet.valueOf(new long[] {1, 0, 1L << 63}), null);
        addAll("random", Codecs.RANDOM, new Random(0), afterOneGaussian(), null);
        addAll("optionalint", Codecs.OPTIONAL_INT, OptionalInt.of(-5), OptionalInt.empty(), null);
        addAll("optionallong", Codecs.OPTIONAL_LONG, OptionalLong.of(1L << 40), OptionalLong.empty(), null);
        addAll("optionaldouble", Codecs.OPTIONAL_DOUBLE, OptionalDouble.of(0.5), OptionalDouble.empty(), null);
        add("included-file", IncludedFile.CODEC, IncludedFile.ofText("a.txt", "content\n"));
    }

    private void times() {
        addAll(
                "instant",
                Codecs.INSTANT,
                Instant.EPOCH,
                Instant.ofEpochSecond(-1, 1),
                Instant.parse("2026-01-02T03:04:05.006Z"),
                Instant.parse("2026-01-02T03:04:00.000007Z"),
                Instant.MIN,
                Instant.MAX,
                null);
        addAll(
                "duration",
                Codecs.DURATION,
                Duration.ZERO,
                Duration.ofSeconds(3723, 4_500_000),
                Duration.ofMillis(-1500),
                Duration.ofNanos(-1),
                Duration.ofHours(-25),
                Duration.ofSeconds(60),
                Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
                Duration.ofSeconds(Long.MIN_VALUE),
                null);
        addAll(
                "duration-negative",
                Codecs.DURATION,
                Duration.ofSeconds(-3723, -500_000_000),
                Duration.ofSeconds(-60, -1),
                Duration.ofHours(-1).minusNanos(10),
                Duration.ofHours(-1).plusNanos(1));
        addAll(
                "zoneddatetime-offset",
                Codecs.ZONED_DATE_TIME,
                ZonedDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(2)),
                ZonedDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneId.of("UTC+02:00")),
                LocalDateTime.MIN.atZone(ZoneOffset.MAX),
                LocalDateTime.MAX.atZone(ZoneOffset.MIN));
        addAll("date-extreme", Codecs.DATE, new Date(Long.MIN_VALUE), new Date(-62_135_596_800_001L));
        addAll("offsetdatetime-extreme", Codecs.OFFSET_DATE_TIME, OffsetDateTime.MIN, OffsetDateTime.MAX);
        addAll(
                "year-extreme",
                Codecs.YEAR,
                Year.of(Year.MIN_VALUE),
                Year.of(Year.MAX_VALUE),
                Year.of(0),
                Year.of(-12345));
        addAll(
                "yearmonth-extreme",
                Codecs.YEAR_MONTH,
                YearMonth.of(Year.MIN_VALUE, 1),
                YearMonth.of(Year.MAX_VALUE, 12),
                YearMonth.of(0, 1),
                YearMonth.of(-12345, 1));
        addAll("monthday-extreme", Codecs.MONTH_DAY, MonthDay.of(1, 1), MonthDay.of(12, 31));
        addAll(
                "period",
                Codecs.PERIOD,
                Period.ZERO,
                Period.of(1, -2, 3),
                Period.ofDays(-400),
                Period.of(Integer.MIN_VALUE, 0, 0),
                null);
        addAll(
                "localdate",
                Codecs.LOCAL_DATE,
                LocalDate.EPOCH,
                LocalDate.of(2026, 2, 28),
                LocalDate.of(0, 2, 29),
                LocalDate.of(-44, 3, 15),
                LocalDate.of(10000, 1, 1),
                LocalDate.MIN,
                LocalDate.MAX,
                null);
        addAll(
                "localtime",
                Codecs.LOCAL_TIME,
                LocalTime.MIDNIGHT,
                LocalTime.of(12, 30),
                LocalTime.of(1, 2, 3),
                LocalTime.of(1, 2, 0, 4_000_000),
                LocalTime.of(1, 2, 3, 4_000),
                LocalTime.MAX,
                null);
        addAll(
                "localdatetime",
                Codecs.LOCAL_DATE_TIME,
                LocalDateTime.of(2026, 1, 2, 3, 4),
                LocalDateTime.MIN,
                LocalDateTime.MAX,
                null);
        addAll(
                "offsettime",
                Codecs.OFFSET_TIME,
                OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHoursMinutes(-3, -30)),
                OffsetTime.MIN,
                OffsetTime.MAX,
                null);
        addAll(
                "offsetdatetime",
                Codecs.OFFSET_DATE_TIME,
                OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 600_000_000, ZoneOffset.ofHours(1)),
                OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.ofTotalSeconds(3208)),
                null);
        addAll(
                "zoneddatetime",
                Codecs.ZONED_DATE_TIME,
                ZonedDateTime.ofLocal(
                        LocalDateTime.of(2025, 10, 26, 2, 30), ZoneId.of("Europe/Berlin"), ZoneOffset.ofHours(1)),
                ZonedDateTime.ofLocal(
                        LocalDateTime.of(2025, 10, 26, 2, 30), ZoneId.of("Europe/Berlin"), ZoneOffset.ofHours(2)),
                ZonedDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneId.of("UTC")),
                ZonedDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                null);
        addAll("year", Codecs.YEAR, Year.of(2026), Year.of(-1), Year.of(10000), null);
        addAll(
                "yearmonth",
                Codecs.YEAR_MONTH,
                YearMonth.of(2026, 2),
                YearMonth.of(-1, 12),
                YearMonth.of(10000, 1),
                null);
        addAll("monthday", Codecs.MONTH_DAY, MonthDay.of(2, 29), null);
        addAll("zoneid", Codecs.ZONE_ID, ZoneId.of("Europe/Berlin"), ZoneId.of("UTC+1"), ZoneOffset.ofHours(2), null);
        addAll(
                "zoneoffset",
                Codecs.ZONE_OFFSET,
                ZoneOffset.UTC,
                ZoneOffset.ofHours(2),
                ZoneOffset.ofHoursMinutes(-3, -30),
                ZoneOffset.ofTotalSeconds(3208),
                null);
    }

    /** A value of each type that an {@code Object} may be since those of {@link #oneOfEach} were frozen, in the order of their numbers. */
    static List<Object> oneOfEachAdded() {
        return List.of(new Random(0));
    }

    private static Random afterOneGaussian() {
        Random random = new Random(0);
        random.nextGaussian();
        return random;
    }

    /** A value of each type without parts that an {@code Object} may be, in the order of their numbers; frozen in a golden file. */
    static List<Object> oneOfEach() {
        return List.of(
                "text",
                true,
                (byte) -1,
                (short) 2,
                'c',
                4,
                5L,
                6.5f,
                7.5,
                new boolean[] {true},
                new byte[] {1},
                new short[] {2},
                new char[] {'c'},
                new int[] {4},
                new long[] {5},
                new float[] {6.5f},
                new double[] {7.5},
                new BigDecimal("1.50"),
                BigInteger.TEN,
                new UUID(1, 2),
                URI.create("a:b"),
                Path.of("p"),
                new File("f"),
                Locale.GERMANY,
                Currency.getInstance("EUR"),
                StandardCharsets.UTF_8,
                new Date(0),
                BitSet.valueOf(new byte[] {5}),
                OptionalInt.of(1),
                OptionalLong.of(2),
                OptionalDouble.of(3),
                Instant.EPOCH,
                Duration.ofSeconds(1),
                Period.ofDays(1),
                LocalDate.EPOCH,
                LocalTime.NOON,
                LocalDateTime.of(2026, 1, 2, 3, 4),
                OffsetTime.of(1, 2, 3, 0, ZoneOffset.UTC),
                OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC),
                ZonedDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneId.of("UTC")),
                Year.of(2026),
                YearMonth.of(2026, 2),
                MonthDay.of(2, 29),
                ZoneId.of("Europe/Berlin"),
                ZoneOffset.ofHours(2));
    }
}
