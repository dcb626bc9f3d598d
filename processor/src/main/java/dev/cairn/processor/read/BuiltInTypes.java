package dev.cairn.processor.read;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.name.GeneratedNames;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeKind;

/** The types that the runtime has codecs for, and where: nearly all are in {@code dev.cairn.codec.Codecs}. */
final class BuiltInTypes {
    /** Cairn's own, which keeps its codec itself: codecs do not know of flows. */
    private static final ClassRef INCLUDED_FILE = ClassRef.of("dev.cairn.runtime", "IncludedFile");

    /** Classes whose codec is a constant with their simple name: {@code LOCAL_DATE} for {@code LocalDate}. */
    private static final Set<String> NAMED = Set.of(
            "java.lang.String",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.util.UUID",
            "java.util.Date",
            "java.util.Locale",
            "java.util.Currency",
            "java.util.BitSet",
            "java.util.Random",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.OptionalDouble",
            "java.net.URI",
            "java.io.File",
            "java.nio.file.Path",
            "java.nio.charset.Charset",
            "java.time.Instant",
            "java.time.Duration",
            "java.time.Period",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.MonthDay",
            "java.time.ZoneId",
            "java.time.ZoneOffset");

    private static final Map<String, String> BOXES = Map.of(
            "java.lang.Boolean", "BOXED_BOOLEAN",
            "java.lang.Byte", "BOXED_BYTE",
            "java.lang.Short", "BOXED_SHORT",
            "java.lang.Character", "BOXED_CHAR",
            "java.lang.Integer", "BOXED_INT",
            "java.lang.Long", "BOXED_LONG",
            "java.lang.Float", "BOXED_FLOAT",
            "java.lang.Double", "BOXED_DOUBLE");

    /** Generic classes whose codec a method makes from the codecs of their type arguments, by canonical name. */
    private static final Map<String, String> FACTORIES = Map.ofEntries(
            Map.entry("java.lang.Iterable", "iterable"),
            Map.entry("java.util.Collection", "collection"),
            Map.entry("java.util.List", "list"),
            Map.entry("java.util.ArrayList", "arrayList"),
            Map.entry("java.util.LinkedList", "linkedList"),
            Map.entry("java.util.Queue", "queue"),
            Map.entry("java.util.Deque", "deque"),
            Map.entry("java.util.ArrayDeque", "arrayDeque"),
            Map.entry("java.util.PriorityQueue", "priorityQueue"),
            Map.entry("java.util.Set", "set"),
            Map.entry("java.util.HashSet", "hashSet"),
            Map.entry("java.util.LinkedHashSet", "linkedHashSet"),
            Map.entry("java.util.SortedSet", "sortedSet"),
            Map.entry("java.util.NavigableSet", "navigableSet"),
            Map.entry("java.util.TreeSet", "treeSet"),
            Map.entry("java.util.Map", "map"),
            Map.entry("java.util.HashMap", "hashMap"),
            Map.entry("java.util.LinkedHashMap", "linkedHashMap"),
            Map.entry("java.util.SortedMap", "sortedMap"),
            Map.entry("java.util.NavigableMap", "navigableMap"),
            Map.entry("java.util.TreeMap", "treeMap"),
            Map.entry("java.util.concurrent.ConcurrentMap", "concurrentMap"),
            Map.entry("java.util.concurrent.ConcurrentHashMap", "concurrentHashMap"),
            Map.entry("java.util.EnumSet", "enumSet"),
            Map.entry("java.util.EnumMap", "enumMap"),
            Map.entry("java.util.Optional", "optional"));

    private static final Set<String> WITHOUT_CONTENT = Set.of("iterable", "optional");

    private BuiltInTypes() {}

    /** How a class is stored that is not generic. */
    static Optional<StoredType> find(String canonicalName, JavaType type) {
        if (canonicalName.equals(INCLUDED_FILE.canonicalName())) {
            return Optional.of(new StoredType.BuiltIn(INCLUDED_FILE, "CODEC", type));
        }
        String constant = NAMED.contains(canonicalName)
                ? GeneratedNames.constant(canonicalName.substring(canonicalName.lastIndexOf('.') + 1))
                : BOXES.get(canonicalName);
        return Optional.ofNullable(constant).map(found -> new StoredType.BuiltIn(found, type));
    }

    /** The method that makes the codec of a generic class. */
    static Optional<String> factory(String canonicalName) {
        return Optional.ofNullable(FACTORIES.get(canonicalName));
    }

    /** Whether the content of a value can be replaced: that of an array, a collection, a map or a bit set. */
    static boolean hasContent(StoredType stored) {
        if (stored instanceof StoredType.Container container) {
            return !WITHOUT_CONTENT.contains(container.factory());
        }
        return stored instanceof StoredType.ReferenceArray
                || stored instanceof StoredType.BuiltIn builtIn
                        && (builtIn.type() instanceof JavaType.Array
                                || builtIn.constant().equals("BIT_SET"));
    }

    /** The constant that stores a primitive type. */
    static String constant(TypeKind primitive) {
        return primitive.name();
    }

    /** The constant that stores an array of a primitive type. */
    static String arrayConstant(TypeKind primitive) {
        return primitive.name() + "_ARRAY";
    }
}
