package dev.cairn.processor.rule.type;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.math.BigDecimal;
import java.math.BigInteger;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells of which types {@code @Default} can give a value, and whether a text is one: as the runtime reads parameters. */
final class DefaultTexts {
    /** The constants of the codecs whose values have a text. */
    private static final Set<String> READABLE = Set.of(
            "STRING",
            "BOOLEAN",
            "CHAR",
            "BYTE",
            "SHORT",
            "INT",
            "LONG",
            "FLOAT",
            "DOUBLE",
            "BIG_DECIMAL",
            "BIG_INTEGER",
            "UUID",
            "INSTANT",
            "DURATION",
            "PERIOD",
            "LOCAL_DATE",
            "LOCAL_TIME",
            "LOCAL_DATE_TIME",
            "OFFSET_TIME",
            "OFFSET_DATE_TIME",
            "ZONED_DATE_TIME",
            "YEAR",
            "YEAR_MONTH",
            "MONTH_DAY",
            "ZONE_ID",
            "ZONE_OFFSET");

    private final Map<JavaType, StoredDefinition> definitions = new HashMap<>();

    DefaultTexts(List<StoredDefinition> definitions) {
        definitions.forEach(definition -> this.definitions.put(definition.type(), definition));
    }

    /** Whether values of a type have a text. */
    boolean has(StoredType type) {
        return reader(type).isPresent();
    }

    /** Whether a text is a value of a type that has one. */
    boolean isReadable(StoredType type, String text) {
        try {
            return reader(type).orElseThrow().apply(text) != null;
        } catch (RuntimeException e) {
            return false; // whatever the JDK throws, it is none
        }
    }

    private Optional<Function<String, @Nullable Object>> reader(StoredType type) {
        if (type instanceof StoredType.BuiltIn builtIn) {
            String constant = builtIn.constant().replace("BOXED_", "");
            return READABLE.contains(constant) ? Optional.of(text -> read(constant, text)) : Optional.empty();
        } else if (type instanceof StoredType.Container container
                && container.factory().equals("optional")) {
            return reader(container.arguments().get(0));
        } else if (type instanceof StoredType.Converted converted) {
            return reader(converted.form());
        } else if (definitions.get(type.type()) instanceof StoredDefinition.Enumeration enumeration) {
            return Optional.of(text -> enumeration.constants().stream()
                    .filter(constant -> constant.name().equals(text))
                    .findFirst()
                    .orElse(null));
        }
        return Optional.empty();
    }

    /** Reads a text; an exception, or a null, means that it is not a value. */
    private static @Nullable Object read(String constant, String text) {
        return switch (constant) {
            case "STRING" -> text;
            case "BOOLEAN" -> text.equals("true") || text.equals("false") ? text : null;
            case "CHAR" -> text.length() == 1 ? text : null;
            case "BYTE" -> integer(text, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "SHORT" -> integer(text, Short.MIN_VALUE, Short.MAX_VALUE);
            case "INT" -> integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "LONG" -> integer(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case "FLOAT" -> floating(text, Float.parseFloat(text));
            case "DOUBLE" -> floating(text, Double.parseDouble(text));
            case "BIG_DECIMAL" -> new BigDecimal(text);
            case "BIG_INTEGER" -> new BigInteger(text);
            case "UUID" -> UUID.fromString(text).toString().equalsIgnoreCase(text) ? text : null;
            case "INSTANT" -> Instant.parse(text);
            case "DURATION" -> Duration.parse(text);
            case "PERIOD" -> Period.parse(text);
            case "LOCAL_DATE" -> LocalDate.parse(text);
            case "LOCAL_TIME" -> LocalTime.parse(text);
            case "LOCAL_DATE_TIME" -> LocalDateTime.parse(text);
            case "OFFSET_TIME" -> OffsetTime.parse(text);
            case "OFFSET_DATE_TIME" -> OffsetDateTime.parse(text);
            case "ZONED_DATE_TIME" -> ZonedDateTime.parse(text);
            case "YEAR" -> Year.parse(text);
            case "YEAR_MONTH" -> YearMonth.parse(text);
            case "MONTH_DAY" -> MonthDay.parse(text);
            case "ZONE_ID" -> ZoneId.of(text);
            case "ZONE_OFFSET" -> ZoneOffset.of(text);
            default -> throw new IllegalArgumentException(constant);
        };
    }

    private static @Nullable Object integer(String text, long smallest, long largest) {
        BigDecimal number = new BigDecimal(text);
        if (number.precision() - number.scale() > 20) {
            return null; // far too large, and slow to write out
        }
        long value = number.longValueExact();
        return value >= smallest && value <= largest ? value : null;
    }

    /** The digits, {@code NaN} or an infinity that is written out; the suffixes and hexadecimal digits of Java are none. */
    private static @Nullable Object floating(String text, double value) {
        boolean named = List.of("NaN", "Infinity", "-Infinity").contains(text);
        return named || new BigDecimal(text).signum() == 0 || !Double.isInfinite(value) ? text : null;
    }
}
