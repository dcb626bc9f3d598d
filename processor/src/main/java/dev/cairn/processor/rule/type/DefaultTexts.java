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
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells of which types {@code @Default} can give a value, and whether a text is one: as the runtime reads parameters. */
final class DefaultTexts {
    /** What reads a text, by the constant of the codec; an exception, or a null, means that it is none. */
    private static final Map<String, Function<String, @Nullable Object>> READERS = Map.ofEntries(
            Map.entry("STRING", text -> text),
            Map.entry("BOOLEAN", text -> text.equals("true") || text.equals("false") ? text : null),
            Map.entry("CHAR", text -> text.length() == 1 ? text : null),
            Map.entry("BYTE", text -> integer(text, Byte.MIN_VALUE, Byte.MAX_VALUE)),
            Map.entry("SHORT", text -> integer(text, Short.MIN_VALUE, Short.MAX_VALUE)),
            Map.entry("INT", text -> integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry("LONG", text -> integer(text, Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry("FLOAT", text -> floating(text, Float.parseFloat(text))),
            Map.entry("DOUBLE", text -> floating(text, Double.parseDouble(text))),
            Map.entry("BIG_DECIMAL", BigDecimal::new),
            Map.entry("BIG_INTEGER", BigInteger::new),
            Map.entry("UUID", text -> UUID.fromString(text).toString().equalsIgnoreCase(text) ? text : null),
            Map.entry("INSTANT", Instant::parse),
            Map.entry("DURATION", Duration::parse),
            Map.entry("PERIOD", Period::parse),
            Map.entry("LOCAL_DATE", LocalDate::parse),
            Map.entry("LOCAL_TIME", LocalTime::parse),
            Map.entry("LOCAL_DATE_TIME", LocalDateTime::parse),
            Map.entry("OFFSET_TIME", OffsetTime::parse),
            Map.entry("OFFSET_DATE_TIME", OffsetDateTime::parse),
            Map.entry("ZONED_DATE_TIME", ZonedDateTime::parse),
            Map.entry("YEAR", Year::parse),
            Map.entry("YEAR_MONTH", YearMonth::parse),
            Map.entry("MONTH_DAY", MonthDay::parse),
            Map.entry("ZONE_ID", ZoneId::of),
            Map.entry("ZONE_OFFSET", ZoneOffset::of));

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
            return Optional.ofNullable(READERS.get(builtIn.constant().replaceFirst("^BOXED_", "")));
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
