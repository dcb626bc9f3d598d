package dev.cairn.codec;

import static dev.cairn.codec.VariedType.leaf;

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
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types without parts: each of the format's. */
final class VariedLeaves {
    static final VariedType<String> STRING = leaf(Codecs.STRING, true, VariedLeaves::string);
    static final VariedType<Samples.Optimizer> ENUM =
            leaf(Samples.OPTIMIZER, true, random -> random.nextInt(5) == 0 ? null : constant(random));

    /** Primitives, boxes and value types. */
    static final List<VariedType<?>> ALL = List.of(
            STRING,
            ENUM,
            leaf(Codecs.BOOLEAN, true, Random::nextBoolean),
            leaf(Codecs.BYTE, true, random -> (byte) random.nextInt()),
            leaf(Codecs.SHORT, true, random -> (short) random.nextInt()),
            leaf(Codecs.CHAR, true, random -> (char) random.nextInt()),
            leaf(Codecs.INT, true, VariedLeaves::integer),
            leaf(Codecs.LONG, true, Random::nextLong),
            leaf(Codecs.FLOAT, true, random -> Float.intBitsToFloat(random.nextInt())),
            leaf(Codecs.DOUBLE, true, random -> Double.longBitsToDouble(random.nextLong())),
            leaf(Codecs.BOXED_BOOLEAN, true, random -> random.nextInt(3) == 0 ? null : random.nextBoolean()),
            leaf(Codecs.BOXED_CHAR, true, random -> random.nextInt(3) == 0 ? null : (char) random.nextInt()),
            leaf(Codecs.BOXED_INT, true, random -> random.nextInt(3) == 0 ? null : integer(random)),
            leaf(Codecs.BOXED_LONG, true, random -> random.nextInt(3) == 0 ? null : random.nextLong()),
            leaf(Codecs.BOXED_DOUBLE, true, random -> random.nextInt(3) == 0 ? null : random.nextInt(3) * -0.0),
            leaf(Codecs.BIG_DECIMAL, true, random -> new BigDecimal(bigInteger(random), random.nextInt(9) - 3)),
            leaf(Codecs.BIG_INTEGER, true, VariedLeaves::bigInteger),
            leaf(Codecs.UUID, true, random -> new UUID(random.nextLong(), random.nextLong())),
            leaf(Codecs.URI, true, random -> URI.create("cairn:/" + random.nextInt(99))),
            leaf(Codecs.PATH, true, random -> Path.of("data", "part-" + random.nextInt(99))),
            leaf(Codecs.FILE, true, random -> new File("data/part-" + random.nextInt(99))),
            leaf(
                    Codecs.LOCALE,
                    true,
                    random -> Locale.forLanguageTag(
                            List.of("de", "tr-TR", "sr-Latn").get(random.nextInt(3)))),
            leaf(
                    Codecs.CURRENCY,
                    true,
                    random -> Currency.getInstance(List.of("EUR", "JPY").get(random.nextInt(2)))),
            leaf(
                    Codecs.CHARSET,
                    true,
                    random -> List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)
                            .get(random.nextInt(2))),
            leaf(Codecs.DATE, true, random -> new Date(random.nextInt())),
            leaf(Codecs.BIT_SET, true, VariedLeaves::bits),
            leaf(Codecs.RANDOM, false, VariedLeaves::generator),
            leaf(
                    Codecs.OPTIONAL_INT,
                    true,
                    random -> random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt())),
            leaf(
                    Codecs.OPTIONAL_LONG,
                    true,
                    random -> random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong())),
            leaf(
                    Codecs.OPTIONAL_DOUBLE,
                    true,
                    random -> random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble())),
            leaf(Codecs.INSTANT, true, VariedLeaves::instant),
            leaf(Codecs.DURATION, true, random -> Duration.ofMillis(random.nextLong())),
            leaf(Codecs.PERIOD, true, random -> Period.of(random.nextInt(), random.nextInt(9), random.nextInt(40))),
            leaf(Codecs.LOCAL_DATE, true, random -> LocalDate.ofEpochDay(random.nextInt(1 << 20))),
            leaf(Codecs.LOCAL_TIME, true, VariedLeaves::time),
            leaf(
                    Codecs.LOCAL_DATE_TIME,
                    true,
                    random -> LocalDate.ofEpochDay(random.nextInt(1 << 15)).atTime(time(random))),
            leaf(Codecs.OFFSET_TIME, true, random -> OffsetTime.of(time(random), offset(random))),
            leaf(Codecs.OFFSET_DATE_TIME, true, random -> OffsetDateTime.ofInstant(instant(random), offset(random))),
            leaf(
                    Codecs.ZONED_DATE_TIME,
                    true,
                    random -> ZonedDateTime.of(LocalDateTime.of(2026, 1, 2, 3, random.nextInt(60)), zone(random))),
            leaf(Codecs.YEAR, true, random -> Year.of(random.nextInt(9999))),
            leaf(Codecs.YEAR_MONTH, true, random -> YearMonth.of(random.nextInt(9999), 1 + random.nextInt(12))),
            leaf(Codecs.MONTH_DAY, true, random -> MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28))),
            leaf(Codecs.ZONE_ID, true, VariedLeaves::zone),
            leaf(Codecs.ZONE_OFFSET, true, VariedLeaves::offset));

    /** Arrays of primitives. */
    static final List<VariedType<?>> ARRAYS = List.of(
            leaf(Codecs.BOOLEAN_ARRAY, false, random -> new boolean[random.nextInt(4)]),
            leaf(Codecs.BYTE_ARRAY, false, VariedLeaves::bytes),
            leaf(Codecs.SHORT_ARRAY, false, random -> new short[] {(short) random.nextInt()}),
            leaf(
                    Codecs.CHAR_ARRAY,
                    false,
                    random -> "characters".substring(random.nextInt(10)).toCharArray()),
            leaf(
                    Codecs.INT_ARRAY,
                    false,
                    random -> random.ints(random.nextInt(4)).toArray()),
            leaf(
                    Codecs.LONG_ARRAY,
                    false,
                    random -> random.longs(random.nextInt(4)).toArray()),
            leaf(Codecs.FLOAT_ARRAY, false, random -> new float[] {random.nextFloat(), -0f, Float.NaN}),
            leaf(
                    Codecs.DOUBLE_ARRAY,
                    false,
                    random -> random.doubles(random.nextInt(4)).toArray()));

    private VariedLeaves() {}

    static @Nullable String string(Random random) {
        if (random.nextInt(6) == 0) {
            return null;
        }
        char[] characters = new char[random.nextInt(6)];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) (random.nextBoolean() ? 'a' + random.nextInt(26) : random.nextInt(1 << 16));
        }
        return new String(characters);
    }

    static int integer(Random random) {
        return random.nextBoolean() ? random.nextInt(200) - 100 : random.nextInt();
    }

    private static Samples.Optimizer constant(Random random) {
        return Samples.Optimizer.values()[random.nextInt(2)];
    }

    private static BigInteger bigInteger(Random random) {
        return new BigInteger(random.nextInt(90), random).subtract(BigInteger.TEN);
    }

    private static BitSet bits(Random random) {
        BitSet bits = new BitSet(random.nextInt(200));
        bits.set(150);
        bits.set(random.nextInt(100));
        bits.clear(150); // so that there is room that nothing is in
        return bits;
    }

    private static Random generator(Random random) {
        Random generator = new Random(random.nextLong());
        if (random.nextBoolean()) {
            generator.nextGaussian();
        }
        return generator;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(9)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private static LocalTime time(Random random) {
        return LocalTime.ofNanoOfDay(random.nextInt() & Integer.MAX_VALUE);
    }

    private static ZoneOffset offset(Random random) {
        return ZoneOffset.ofTotalSeconds(random.nextInt(64_800));
    }

    private static ZoneId zone(Random random) {
        return ZoneId.of(
                List.of("Europe/Berlin", "Asia/Kathmandu", "+02:00", "Z").get(random.nextInt(4)));
    }
}
