package dev.cairn.processor.lock;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of types in the lock file, and in messages. */
final class TypeNames {
    static final String OBJECT = "Object";
    static final String ENTRY = "Map.Entry";
    static final String OPTIONAL = "Optional";

    /** In front of a field that is gone. */
    static final String REMOVED = "removed";

    /** In front of a type that an {@code Object} of the flow may hold. */
    static final String HOLDS = "holds";

    private static final Map<String, String> BOXES = Map.of(
            "Boolean", "boolean",
            "Byte", "byte",
            "Short", "short",
            "Character", "char",
            "Integer", "int",
            "Long", "long",
            "Float", "float",
            "Double", "double");

    private static final Set<String> PRIMITIVES = Set.copyOf(BOXES.values());

    private static final Set<String> VALUES = Set.of(
            ("String BigDecimal BigInteger UUID URI Path File Locale Currency Charset Date BitSet Random OptionalInt OptionalLong"
                            + " OptionalDouble Instant Duration Period LocalDate LocalTime LocalDateTime OffsetTime OffsetDateTime"
                            + " ZonedDateTime Year YearMonth MonthDay ZoneId ZoneOffset IncludedFile")
                    .split(" "));

    private static final Pattern QUALIFIED = Pattern.compile("(?:[\\p{javaJavaIdentifierPart}]+\\.)+(?!Entry<)");
    private static final Pattern NESTED =
            Pattern.compile("(?<=[\\p{javaJavaIdentifierPart}&&[^$]])\\$(?=\\p{javaJavaIdentifierStart})");

    private TypeNames() {}

    /** Whether it names a type without parts that the runtime has a codec for. */
    static boolean isValue(String name) {
        return isPrimitive(name)
                || BOXES.containsKey(name)
                || VALUES.contains(name)
                || name.endsWith("[]") && isPrimitive(name.substring(0, name.length() - 2));
    }

    static boolean isPrimitive(String name) {
        return PRIMITIVES.contains(name);
    }

    /** The primitive of a box; of all else the name itself. */
    static String unboxed(String name) {
        return BOXES.getOrDefault(name, name);
    }

    /** Whether the lock file means something else by a name, so that a class of that name is written in quotes. */
    static boolean isTaken(String name) {
        String raw = raw(name);
        return isValue(raw)
                || ContainerKind.of(raw).isPresent()
                || Set.of(OBJECT, ENTRY, OPTIONAL, REMOVED, HOLDS).contains(raw);
    }

    /** A type's name without type arguments. */
    static String raw(String name) {
        int arguments = name.indexOf('<');
        return arguments < 0 ? name : name.substring(0, arguments);
    }

    /** Types as messages show them: without packages, and with nested classes as in source. */
    static String simple(String text) {
        return NESTED.matcher(QUALIFIED.matcher(text).replaceAll("")).replaceAll(".");
    }
}
