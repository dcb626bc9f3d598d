package dev.cairn.codec.value;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.PrimitiveFormat;
import dev.cairn.codec.TreeConversionException;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.internal.BytesFormat;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** The codecs of the JDK's value types, those of {@code java.time} aside. The comments say what follows the presence byte. */
public final class ValueCodecs {
    /** The scale as an int, then the unscaled value as {@link #BIG_INTEGER}. */
    public static final LeafCodec<BigDecimal> BIG_DECIMAL = LeafCodec.value(
            "bigdecimal",
            BigDecimal.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        PrimitiveFormat.writeInt(output, value.scale());
                        BytesFormat.write(output, value.unscaledValue().toByteArray());
                    },
                    input -> {
                        int scale = PrimitiveFormat.readInt(input);
                        return new BigDecimal(new BigInteger(BytesFormat.read(input)), scale);
                    },
                    Numbers::number));

    /** A length and the bytes of the two's complement, highest first, as few as possible. */
    public static final LeafCodec<BigInteger> BIG_INTEGER = LeafCodec.value(
            "biginteger",
            BigInteger.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> BytesFormat.write(output, value.toByteArray()),
                    input -> new BigInteger(BytesFormat.read(input)),
                    ValueCodecs::parseBigInteger));

    /** Sixteen bytes: the less significant half, little-endian, then the more significant one. */
    public static final LeafCodec<UUID> UUID = LeafCodec.value(
            "uuid",
            UUID.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        output.writeLong(value.getLeastSignificantBits());
                        output.writeLong(value.getMostSignificantBits());
                    },
                    input -> {
                        long least = input.readLong();
                        return new UUID(input.readLong(), least);
                    },
                    scalar -> java.util.UUID.fromString((String) scalar)));

    /** Text. */
    public static final LeafCodec<URI> URI =
            LeafCodec.value("uri", URI.class, () -> text(java.net.URI::toString, java.net.URI::create));

    /** Text, of a path in the default file system. */
    public static final LeafCodec<Path> PATH =
            LeafCodec.value("path", Path.class, () -> text(ValueCodecs::text, Path::of));

    /** Text. */
    public static final LeafCodec<File> FILE =
            LeafCodec.value("file", File.class, () -> text(File::getPath, File::new));

    /** Text: the language tag. */
    public static final LeafCodec<Locale> LOCALE = LeafCodec.value(
            "locale",
            Locale.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> BytesFormat.writeText(output, text(value)),
                    input -> Locale.forLanguageTag(BytesFormat.readText(input)),
                    ValueCodecs::parseLocale));

    /** Text: the ISO 4217 code. */
    public static final LeafCodec<Currency> CURRENCY =
            LeafCodec.value("currency", Currency.class, () -> text(Currency::getCurrencyCode, Currency::getInstance));

    /** Text: the name. */
    public static final LeafCodec<Charset> CHARSET =
            LeafCodec.value("charset", Charset.class, () -> text(Charset::name, Charset::forName));

    /** The milliseconds since 1970 as a long. */
    public static final LeafCodec<Date> DATE = LeafCodec.value(
            "date",
            Date.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> PrimitiveFormat.writeLong(output, milliseconds(value)),
                    input -> new Date(PrimitiveFormat.readLong(input)),
                    scalar -> Date.from(Instant.parse((String) scalar))));

    /** A length and bytes, of which the lowest bit of the first is bit 0; the last is not zero. */
    public static final LeafCodec<BitSet> BIT_SET = LeafCodec.value(
            "bitset",
            BitSet.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> BytesFormat.write(output, value.toByteArray()),
                    input -> BitSet.valueOf(BytesFormat.read(input)),
                    scalar -> {
                        throw new IllegalArgumentException("a bit set has no text form");
                    }));

    /** The seed as a long, a boolean, whether a gaussian number waits, and that as a double. */
    public static final LeafCodec<Random> RANDOM = LeafCodec.value(
            "random",
            Random.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        RandomState state = state(value);
                        PrimitiveFormat.writeLong(output, state.seed());
                        PrimitiveFormat.writeBoolean(output, state.waits());
                        if (state.waits()) {
                            PrimitiveFormat.writeDouble(output, state.gaussian());
                        }
                    },
                    input -> {
                        long seed = PrimitiveFormat.readLong(input);
                        boolean waits = PrimitiveFormat.readBoolean(input);
                        return new RandomState(seed, waits, waits ? PrimitiveFormat.readDouble(input) : 0).random();
                    },
                    scalar -> RandomState.parse((String) scalar).random()));

    /** A boolean, whether there is a value, and the value. */
    public static final LeafCodec<OptionalInt> OPTIONAL_INT = LeafCodec.value(
            "optionalint",
            OptionalInt.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        PrimitiveFormat.writeBoolean(output, value.isPresent());
                        value.ifPresent(number -> PrimitiveFormat.writeInt(output, number));
                    },
                    input -> PrimitiveFormat.readBoolean(input)
                            ? OptionalInt.of(PrimitiveFormat.readInt(input))
                            : OptionalInt.empty(),
                    scalar -> OptionalInt.of(
                            (int) Numbers.integer(scalar, "int", Integer.MIN_VALUE, Integer.MAX_VALUE))));

    /** A boolean, whether there is a value, and the value. */
    public static final LeafCodec<OptionalLong> OPTIONAL_LONG = LeafCodec.value(
            "optionallong",
            OptionalLong.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        PrimitiveFormat.writeBoolean(output, value.isPresent());
                        value.ifPresent(number -> PrimitiveFormat.writeLong(output, number));
                    },
                    input -> PrimitiveFormat.readBoolean(input)
                            ? OptionalLong.of(PrimitiveFormat.readLong(input))
                            : OptionalLong.empty(),
                    scalar -> OptionalLong.of(Numbers.integer(scalar, "long", Long.MIN_VALUE, Long.MAX_VALUE))));

    /** A boolean, whether there is a value, and the value. */
    public static final LeafCodec<OptionalDouble> OPTIONAL_DOUBLE = LeafCodec.value(
            "optionaldouble",
            OptionalDouble.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        PrimitiveFormat.writeBoolean(output, value.isPresent());
                        value.ifPresent(number -> PrimitiveFormat.writeDouble(output, number));
                    },
                    input -> PrimitiveFormat.readBoolean(input)
                            ? OptionalDouble.of(PrimitiveFormat.readDouble(input))
                            : OptionalDouble.empty(),
                    scalar -> OptionalDouble.of(Numbers.floating(scalar))));

    private ValueCodecs() {}

    /** A value as a tree has it: itself, or a text where its class has no equality and says nothing of its content. */
    public static Object shown(Object value) {
        return value instanceof Random random ? RandomState.of(random).toString() : value;
    }

    /** How a type is stored as text. */
    static <T> LeafCodec.Body<T> text(Function<T, String> toText, Function<String, T> fromText) {
        return new LeafCodec.Body<>(
                (Output output, T value) -> BytesFormat.writeText(output, toText.apply(value)),
                (Input input) -> fromText.apply(BytesFormat.readText(input)),
                scalar -> fromText.apply((String) scalar));
    }

    private static BigInteger parseBigInteger(Object scalar) {
        BigDecimal number = Numbers.number(scalar);
        if (number.scale() < -100_000) {
            throw new TreeConversionException(scalar + " is too large to be written out");
        }
        return number.toBigIntegerExact();
    }

    private static String text(Path path) {
        if (path.getFileSystem() != FileSystems.getDefault()) {
            throw new UnsupportedValueException(
                    "a path that is not in the default file system cannot be stored: " + path.toUri());
        }
        return path.toString();
    }

    private static String text(Locale locale) {
        String tag = locale.toLanguageTag();
        if (!Locale.forLanguageTag(tag).equals(locale)) {
            throw new UnsupportedValueException(
                    "the locale " + locale + " cannot be stored, because it has no language tag");
        }
        return tag;
    }

    /** Refuses what is no language tag, such as {@code de_DE}: {@link Locale#forLanguageTag} makes the empty locale of it. */
    private static Locale parseLocale(Object scalar) {
        return new Locale.Builder().setLanguageTag((String) scalar).build();
    }

    private static RandomState state(Random random) {
        if (random.getClass() != Random.class) {
            throw new UnsupportedValueException(random.getClass().getName()
                    + " cannot be stored as a java.util.Random, because it is more than that; use a java.util.Random, or keep"
                    + " the seed in a field and the generator in a `transient` one");
        }
        return RandomState.of(random);
    }

    private static long milliseconds(Date date) {
        if (date.getClass() != Date.class) {
            throw new UnsupportedValueException(date.getClass().getName()
                    + " cannot be stored as a java.util.Date, because it has more content than a Date; use java.time");
        }
        return date.getTime();
    }
}
