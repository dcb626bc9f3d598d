package dev.cairn.codec;

import dev.cairn.codec.collection.ArrayCodec;
import dev.cairn.codec.collection.CollectionCodec;
import dev.cairn.codec.collection.CollectionKind;
import dev.cairn.codec.collection.CollectionTypes;
import dev.cairn.codec.collection.EntryCodec;
import dev.cairn.codec.collection.MapCodec;
import dev.cairn.codec.collection.MapType;
import dev.cairn.codec.collection.OptionalCodec;
import dev.cairn.codec.internal.OpaqueFormat;
import dev.cairn.codec.opaque.AllowedClasses;
import dev.cairn.codec.opaque.JavaSerialization;
import dev.cairn.codec.opaque.KryoReflection;
import dev.cairn.codec.opaque.OpaqueCodec;
import dev.cairn.codec.union.AnyCodec;
import dev.cairn.codec.union.SealedCodec;
import dev.cairn.codec.value.PrimitiveArrays;
import dev.cairn.codec.value.PrimitiveCodecs;
import dev.cairn.codec.value.Scalars;
import dev.cairn.codec.value.TimeCodecs;
import dev.cairn.codec.value.ValueCodecs;
import java.io.File;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
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
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The codecs of the JDK's types, and methods that combine codecs. Generated code combines these into the codec of each artifact.
 *
 * <p>A stored collection has a kind, not a class. Lists are read as {@link ArrayList}; sets and maps without order as {@link HashSet}
 * and {@link HashMap}; those in insertion order as {@link LinkedHashSet} and {@link LinkedHashMap}; sorted ones as {@link TreeSet} and
 * {@link TreeMap}; those of enum constants as {@link EnumSet} and {@link EnumMap}. If a field is declared with an interface, each value
 * has its own kind; if it is declared with a class, the class determines the kind.
 */
public final class Codecs {
    /** {@code boolean}; refuses null. */
    public static final ArtifactCodec<Boolean> BOOLEAN = PrimitiveCodecs.BOOLEAN;

    /** {@code byte}; refuses null. */
    public static final ArtifactCodec<Byte> BYTE = PrimitiveCodecs.BYTE;

    /** {@code short}; refuses null. */
    public static final ArtifactCodec<Short> SHORT = PrimitiveCodecs.SHORT;

    /** {@code char}; refuses null. */
    public static final ArtifactCodec<Character> CHAR = PrimitiveCodecs.CHAR;

    /** {@code int}; refuses null. */
    public static final ArtifactCodec<Integer> INT = PrimitiveCodecs.INT;

    /** {@code long}; refuses null. */
    public static final ArtifactCodec<Long> LONG = PrimitiveCodecs.LONG;

    /** {@code float}; refuses null. */
    public static final ArtifactCodec<Float> FLOAT = PrimitiveCodecs.FLOAT;

    /** {@code double}; refuses null. */
    public static final ArtifactCodec<Double> DOUBLE = PrimitiveCodecs.DOUBLE;

    /** {@link Boolean}. */
    public static final ArtifactCodec<Boolean> BOXED_BOOLEAN = PrimitiveCodecs.BOOLEAN.boxed();

    /** {@link Byte}. */
    public static final ArtifactCodec<Byte> BOXED_BYTE = PrimitiveCodecs.BYTE.boxed();

    /** {@link Short}. */
    public static final ArtifactCodec<Short> BOXED_SHORT = PrimitiveCodecs.SHORT.boxed();

    /** {@link Character}. */
    public static final ArtifactCodec<Character> BOXED_CHAR = PrimitiveCodecs.CHAR.boxed();

    /** {@link Integer}. */
    public static final ArtifactCodec<Integer> BOXED_INT = PrimitiveCodecs.INT.boxed();

    /** {@link Long}. */
    public static final ArtifactCodec<Long> BOXED_LONG = PrimitiveCodecs.LONG.boxed();

    /** {@link Float}. */
    public static final ArtifactCodec<Float> BOXED_FLOAT = PrimitiveCodecs.FLOAT.boxed();

    /** {@link Double}. */
    public static final ArtifactCodec<Double> BOXED_DOUBLE = PrimitiveCodecs.DOUBLE.boxed();

    /** {@link String}. */
    public static final ArtifactCodec<String> STRING = Scalars.STRING;

    /** {@link BigDecimal}; the scale is kept. */
    public static final ArtifactCodec<BigDecimal> BIG_DECIMAL = ValueCodecs.BIG_DECIMAL;

    /** {@link BigInteger}. */
    public static final ArtifactCodec<BigInteger> BIG_INTEGER = ValueCodecs.BIG_INTEGER;

    /** {@link UUID}. */
    public static final ArtifactCodec<UUID> UUID = ValueCodecs.UUID;

    /** {@link URI}. */
    public static final ArtifactCodec<URI> URI = ValueCodecs.URI;

    /** {@link Path} of the default file system. */
    public static final ArtifactCodec<Path> PATH = ValueCodecs.PATH;

    /** {@link File}. */
    public static final ArtifactCodec<File> FILE = ValueCodecs.FILE;

    /** {@link Locale}. */
    public static final ArtifactCodec<Locale> LOCALE = ValueCodecs.LOCALE;

    /** {@link Currency}. */
    public static final ArtifactCodec<Currency> CURRENCY = ValueCodecs.CURRENCY;

    /** {@link Charset}. */
    public static final ArtifactCodec<Charset> CHARSET = ValueCodecs.CHARSET;

    /** {@link Date}, but none of its subclasses. */
    public static final ArtifactCodec<Date> DATE = ValueCodecs.DATE;

    /** {@link BitSet}. */
    public static final ArtifactCodec<BitSet> BIT_SET = ValueCodecs.BIT_SET;

    /** {@link Random}, with all that it has drawn; not its subclasses. */
    public static final ArtifactCodec<Random> RANDOM = ValueCodecs.RANDOM;

    /** {@link OptionalInt}. */
    public static final ArtifactCodec<OptionalInt> OPTIONAL_INT = ValueCodecs.OPTIONAL_INT;

    /** {@link OptionalLong}. */
    public static final ArtifactCodec<OptionalLong> OPTIONAL_LONG = ValueCodecs.OPTIONAL_LONG;

    /** {@link OptionalDouble}. */
    public static final ArtifactCodec<OptionalDouble> OPTIONAL_DOUBLE = ValueCodecs.OPTIONAL_DOUBLE;

    /** {@link Instant}. */
    public static final ArtifactCodec<Instant> INSTANT = TimeCodecs.INSTANT;

    /** {@link Duration}. */
    public static final ArtifactCodec<Duration> DURATION = TimeCodecs.DURATION;

    /** {@link Period}. */
    public static final ArtifactCodec<Period> PERIOD = TimeCodecs.PERIOD;

    /** {@link LocalDate}. */
    public static final ArtifactCodec<LocalDate> LOCAL_DATE = TimeCodecs.LOCAL_DATE;

    /** {@link LocalTime}. */
    public static final ArtifactCodec<LocalTime> LOCAL_TIME = TimeCodecs.LOCAL_TIME;

    /** {@link LocalDateTime}. */
    public static final ArtifactCodec<LocalDateTime> LOCAL_DATE_TIME = TimeCodecs.LOCAL_DATE_TIME;

    /** {@link OffsetTime}. */
    public static final ArtifactCodec<OffsetTime> OFFSET_TIME = TimeCodecs.OFFSET_TIME;

    /** {@link OffsetDateTime}. */
    public static final ArtifactCodec<OffsetDateTime> OFFSET_DATE_TIME = TimeCodecs.OFFSET_DATE_TIME;

    /** {@link ZonedDateTime}. */
    public static final ArtifactCodec<ZonedDateTime> ZONED_DATE_TIME = TimeCodecs.ZONED_DATE_TIME;

    /** {@link Year}. */
    public static final ArtifactCodec<Year> YEAR = TimeCodecs.YEAR;

    /** {@link YearMonth}. */
    public static final ArtifactCodec<YearMonth> YEAR_MONTH = TimeCodecs.YEAR_MONTH;

    /** {@link MonthDay}. */
    public static final ArtifactCodec<MonthDay> MONTH_DAY = TimeCodecs.MONTH_DAY;

    /** {@link ZoneId}. */
    public static final ArtifactCodec<ZoneId> ZONE_ID = TimeCodecs.ZONE_ID;

    /** {@link ZoneOffset}. */
    public static final ArtifactCodec<ZoneOffset> ZONE_OFFSET = TimeCodecs.ZONE_OFFSET;

    /** {@code boolean[]}. */
    public static final ArtifactCodec<boolean[]> BOOLEAN_ARRAY = PrimitiveArrays.BOOLEANS;

    /** {@code byte[]}. */
    public static final ArtifactCodec<byte[]> BYTE_ARRAY = PrimitiveArrays.BYTES;

    /** {@code short[]}. */
    public static final ArtifactCodec<short[]> SHORT_ARRAY = PrimitiveArrays.SHORTS;

    /** {@code char[]}. */
    public static final ArtifactCodec<char[]> CHAR_ARRAY = PrimitiveArrays.CHARS;

    /** {@code int[]}. */
    public static final ArtifactCodec<int[]> INT_ARRAY = PrimitiveArrays.INTS;

    /** {@code long[]}. */
    public static final ArtifactCodec<long[]> LONG_ARRAY = PrimitiveArrays.LONGS;

    /** {@code float[]}. */
    public static final ArtifactCodec<float[]> FLOAT_ARRAY = PrimitiveArrays.FLOATS;

    /** {@code double[]}. */
    public static final ArtifactCodec<double[]> DOUBLE_ARRAY = PrimitiveArrays.DOUBLES;

    private Codecs() {}

    /**
     * {@return the codec of {@link List}}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<List<E>> list(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.list(), element);
    }

    /**
     * {@return the codec of {@link ArrayList}}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<ArrayList<E>> arrayList(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.list("ArrayList", ArrayList::new), element);
    }

    /**
     * {@return the codec of {@link LinkedList}}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<LinkedList<E>> linkedList(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.list("LinkedList", capacity -> new LinkedList<>()), element);
    }

    /**
     * {@return the codec of {@link ArrayDeque}}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<ArrayDeque<E>> arrayDeque(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.list("ArrayDeque", ArrayDeque::new), element);
    }

    /**
     * {@return the codec of {@link PriorityQueue} by the natural order of its elements}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<PriorityQueue<E>> priorityQueue(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.priorityQueue(), element);
    }

    /**
     * {@return the codec of {@link Deque}; values are read as a {@link LinkedList}, which also accepts null}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<Deque<E>> deque(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.list("Deque", capacity -> new LinkedList<>()), element);
    }

    /**
     * {@return the codec of {@link Queue}; values are read as a {@link LinkedList}, which also accepts null}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<Queue<E>> queue(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.list("Queue", capacity -> new LinkedList<>()), element);
    }

    /**
     * {@return the codec of {@link Collection}; each value has its own kind}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<Collection<E>> collection(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.of("collection", "Collection"), element);
    }

    /**
     * {@return the codec of {@link Iterable}; each value has its own kind} A value that is not a collection is iterated once, and read as a
     * list.
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<Iterable<E>> iterable(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.of("collection", "Iterable"), element);
    }

    /**
     * {@return the codec of {@link Set}; each value has its own kind}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<Set<E>> set(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.of("set", "Set"), element);
    }

    /**
     * {@return the codec of {@link HashSet}}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<HashSet<E>> hashSet(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.of("hashset", "HashSet"), element);
    }

    /**
     * {@return the codec of {@link LinkedHashSet}}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<LinkedHashSet<E>> linkedHashSet(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.of("linkedhashset", "LinkedHashSet"), element);
    }

    /**
     * {@return the codec of {@link SortedSet} in natural order}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<SortedSet<E>> sortedSet(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.of("treeset", "SortedSet"), element);
    }

    /**
     * {@return the codec of {@link NavigableSet} in natural order}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<NavigableSet<E>> navigableSet(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.of("treeset", "NavigableSet"), element);
    }

    /**
     * {@return the codec of {@link TreeSet} in natural order}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<TreeSet<E>> treeSet(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.of("treeset", "TreeSet"), element);
    }

    /**
     * {@return the codec of {@link EnumSet}}
     *
     * @param <E> the type of the elements
     * @param element the codec of the elements
     */
    public static <E extends Enum<E>> ArtifactCodec<EnumSet<E>> enumSet(ArtifactCodec<E> element) {
        return new CollectionCodec<>(CollectionTypes.of("enumset", "EnumSet"), element);
    }

    /**
     * {@return the codec of {@link Map}; each value has its own kind}
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the codec of the keys
     * @param value the codec of the values
     */
    public static <K, V> ArtifactCodec<Map<K, V>> map(ArtifactCodec<K> key, ArtifactCodec<V> value) {
        return new MapCodec<>(MapType.of("map", "Map"), key, value);
    }

    /**
     * {@return the codec of {@link HashMap}}
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the codec of the keys
     * @param value the codec of the values
     */
    public static <K, V> ArtifactCodec<HashMap<K, V>> hashMap(ArtifactCodec<K> key, ArtifactCodec<V> value) {
        return new MapCodec<>(MapType.of("hashmap", "HashMap"), key, value);
    }

    /**
     * {@return the codec of {@link ConcurrentHashMap}}
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the codec of the keys
     * @param value the codec of the values
     */
    public static <K, V> ArtifactCodec<ConcurrentHashMap<K, V>> concurrentHashMap(
            ArtifactCodec<K> key, ArtifactCodec<V> value) {
        return new MapCodec<>(
                new MapType<>("hashmap", "ConcurrentHashMap", CollectionKind.UNORDERED, ConcurrentHashMap::new),
                key,
                value);
    }

    /**
     * {@return the codec of {@link ConcurrentMap}; values are read as a {@link ConcurrentHashMap}}
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the codec of the keys
     * @param value the codec of the values
     */
    public static <K, V> ArtifactCodec<ConcurrentMap<K, V>> concurrentMap(
            ArtifactCodec<K> key, ArtifactCodec<V> value) {
        return new MapCodec<>(
                new MapType<>("hashmap", "ConcurrentMap", CollectionKind.UNORDERED, ConcurrentHashMap::new),
                key,
                value);
    }

    /**
     * {@return the codec of {@link LinkedHashMap}, in insertion order}
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the codec of the keys
     * @param value the codec of the values
     */
    public static <K, V> ArtifactCodec<LinkedHashMap<K, V>> linkedHashMap(
            ArtifactCodec<K> key, ArtifactCodec<V> value) {
        return new MapCodec<>(MapType.of("linkedhashmap", "LinkedHashMap"), key, value);
    }

    /**
     * {@return the codec of {@link SortedMap} in natural order}
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the codec of the keys
     * @param value the codec of the values
     */
    public static <K, V> ArtifactCodec<SortedMap<K, V>> sortedMap(ArtifactCodec<K> key, ArtifactCodec<V> value) {
        return new MapCodec<>(MapType.of("treemap", "SortedMap"), key, value);
    }

    /**
     * {@return the codec of {@link NavigableMap} in natural order}
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the codec of the keys
     * @param value the codec of the values
     */
    public static <K, V> ArtifactCodec<NavigableMap<K, V>> navigableMap(ArtifactCodec<K> key, ArtifactCodec<V> value) {
        return new MapCodec<>(MapType.of("treemap", "NavigableMap"), key, value);
    }

    /**
     * {@return the codec of {@link TreeMap} in natural order}
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the codec of the keys
     * @param value the codec of the values
     */
    public static <K, V> ArtifactCodec<TreeMap<K, V>> treeMap(ArtifactCodec<K> key, ArtifactCodec<V> value) {
        return new MapCodec<>(MapType.of("treemap", "TreeMap"), key, value);
    }

    /**
     * {@return the codec of {@link EnumMap}}
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the codec of the keys
     * @param value the codec of the values
     */
    public static <K extends Enum<K>, V> ArtifactCodec<EnumMap<K, V>> enumMap(
            ArtifactCodec<K> key, ArtifactCodec<V> value) {
        return new MapCodec<>(MapType.of("enummap", "EnumMap"), key, value);
    }

    /**
     * {@return the codec of a single {@link Map.Entry}; values are read as immutable entries}
     *
     * @param <K> the type of the key
     * @param <V> the type of the value
     * @param key the codec of the key
     * @param value the codec of the value
     */
    public static <K, V> ArtifactCodec<Map.Entry<K, V>> entry(ArtifactCodec<K> key, ArtifactCodec<V> value) {
        return new EntryCodec<>(key, value);
    }

    /**
     * {@return the codec of an array of references}
     *
     * @param <E> the type of the elements
     * @param component the erased type of the elements, of which arrays are created when values are read
     * @param element the codec of the elements
     */
    @SuppressWarnings("unchecked") // an array of the component type is one of E
    public static <E> ArtifactCodec<E[]> array(Class<? super E> component, ArtifactCodec<E> element) {
        return new ArrayCodec<>(length -> (E[]) Array.newInstance(component, length), element);
    }

    /**
     * {@return the codec of an array of references, such as {@code array(int[][]::new, INT_ARRAY)}}
     *
     * @param <E> the type of the elements
     * @param factory creates an array of a given length when a value is read
     * @param element the codec of the elements
     */
    public static <E> ArtifactCodec<E[]> array(IntFunction<E[]> factory, ArtifactCodec<E> element) {
        return new ArrayCodec<>(factory, element);
    }

    /**
     * {@return the codec of {@link Optional}}
     *
     * @param <E> the type of the content
     * @param element the codec of the content
     */
    public static <E> ArtifactCodec<Optional<E>> optional(ArtifactCodec<E> element) {
        return new OptionalCodec<>(element);
    }

    /**
     * {@return the codec of an enum, from its {@code values()}}
     *
     * @param <E> the enum
     * @param type the class of the enum
     * @param values all of its constants, in order; the array is copied
     */
    public static <E extends Enum<E>> EnumCodec<E> enumeration(Class<E> type, E[] values) {
        return new EnumCodec<>(type, values);
    }

    /**
     * {@return the codec of a sealed interface or class, from the codecs of its subtypes}
     *
     * @param <T> the sealed type
     * @param type its class, which is not generic
     * @param permitted the codecs of all its subtypes, which may be sealed types themselves
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> NamedCodec<T> sealed(Class<? super T> type, NamedCodec<? extends T>... permitted) {
        return new SealedCodec<>(type, type.getName(), List.of(), Arrays.asList(permitted));
    }

    /**
     * {@return the codec of a sealed interface or class that is generic or has former names}
     *
     * @param <T> the sealed type
     * @param type its class
     * @param typeName the binary name, with type arguments: see {@link StructCodec#typeName}
     * @param formerTypeNames binary names in older versions, without type arguments
     * @param permitted the codecs of all its subtypes, which may be sealed types themselves
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> NamedCodec<T> sealed(
            Class<? super T> type,
            String typeName,
            List<String> formerTypeNames,
            NamedCodec<? extends T>... permitted) {
        return new SealedCodec<>(type, typeName, formerTypeNames, Arrays.asList(permitted));
    }

    /**
     * {@return a codec that stands in for one that does not exist yet, because it refers to itself} The supplier is called whenever the
     * codec is used.
     *
     * @param <T> the type of the values
     * @param codec returns the codec, the same one each time, once it exists
     */
    public static <T> ArtifactCodec<T> lazy(Supplier<ArtifactCodec<T>> codec) {
        return new LazyCodec<>(codec);
    }

    /**
     * {@return the codec of {@link Object}: null, boxes, strings, the JDK's value types, arrays of primitives, collections and maps of such
     * values, and values of the named types}
     *
     * @param named the codecs of the named types, which may be {@link #lazy}
     */
    public static ArtifactCodec<Object> any(ArtifactCodec<?>... named) {
        return new AnyCodec(List.of(named));
    }

    /**
     * {@return the codec of a type whose values are stored as values of another type}
     *
     * @param <S> the type as which they are stored
     * @param <T> the type of the values
     * @param converter converts between the two types
     * @param form the codec of that type, or of one that has other type arguments in the place of wildcards: it writes what it is given,
     *     and what it reads fits the wildcards
     */
    @SuppressWarnings("unchecked")
    public static <T, S> ArtifactCodec<T> converter(ConverterCodec<T, S> converter, ArtifactCodec<? extends S> form) {
        return new ConvertedCodec<>(converter, (ArtifactCodec<S>) form);
    }

    /**
     * {@return the codec of a type with the user's own codec}
     *
     * @param <T> the type of the values
     * @param codec writes and reads the values
     */
    public static <T> NamedCodec<T> custom(CustomCodec<T> codec) {
        return new CustomValueCodec<>(codec, List.of());
    }

    /**
     * {@return the codec of a type with the user's own codec, and with binary names that it had in older versions}
     *
     * @param <T> the type of the values
     * @param codec writes and reads the values
     * @param formerTypeNames binary names of the class in older versions
     */
    public static <T> NamedCodec<T> custom(CustomCodec<T> codec, List<String> formerTypeNames) {
        return new CustomValueCodec<>(codec, formerTypeNames);
    }

    /**
     * {@return the codec of a type that is stored with reflection: with the JDK's serialization if it is {@link Serializable}, otherwise
     * field by field} Only instances of the allowed classes, and of the JDK's value types and collections, are written and read.
     *
     * @param <T> the type of the values
     * @param type the type, which is also allowed
     * @param allow the other allowed classes
     */
    public static <T> NamedCodec<T> opaque(Class<? super T> type, Class<?>... allow) {
        return opaque(type, AllowedClasses.of(type, List.of(allow)));
    }

    /**
     * {@return the same as {@link #opaque(Class, Class...)}, with classes that cannot be named in source, because they are not public}
     *
     * @param <T> the type of the values
     * @param type the type, which is also allowed
     * @param from a class whose class loader finds the classes that are allowed by name
     * @param allowNames the binary names of other allowed classes, which need not exist
     * @param allow the other allowed classes
     */
    public static <T> NamedCodec<T> opaque(
            Class<? super T> type, Class<?> from, List<String> allowNames, Class<?>... allow) {
        return opaque(type, AllowedClasses.of(type, List.of(allow)).andNamed(allowNames, from));
    }

    private static <T> NamedCodec<T> opaque(Class<? super T> type, AllowedClasses allowed) {
        OpaqueFormat format = Serializable.class.isAssignableFrom(type)
                ? new JavaSerialization(allowed)
                : new KryoReflection(allowed);
        return new OpaqueCodec<>(type, List.of(), format);
    }

    /**
     * {@return the codec of a class that consists of a name and bytes, such as a file}
     *
     * @param <T> the type of the values
     * @param type the class of the values, which has its own name in schemas
     * @param name returns the name of a value
     * @param bytes returns the bytes of a value, which are not modified
     * @param create creates a value from a name and bytes
     * @param parse creates a value from text, when a parameter is set as text; if the text is not valid, it throws an {@link
     *     IllegalArgumentException} or {@link dev.cairn.CairnException}, whose message says why
     */
    public static <T> ArtifactCodec<T> namedBytes(
            Class<T> type,
            Function<T, String> name,
            Function<T, byte[]> bytes,
            BiFunction<String, byte[], T> create,
            Function<String, T> parse) {
        return new NamedBytesCodec<>(type, name, bytes, create, parse);
    }
}
