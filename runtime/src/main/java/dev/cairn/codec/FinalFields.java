package dev.cairn.codec;

import dev.cairn.codec.FinalFieldException.Verb;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives final fields their content that no constructor takes: an array, collection, map or bit set that the class makes itself is
 * filled, anything else has to be what was stored. Called by generated codecs, which say where it was that something did not fit.
 * Thread-safe.
 *
 * <p>A value that could not be read back is refused as it is stored: it is compared with what the constructor makes.
 */
public final class FinalFields {
    private static final Class<?> FIXED_SIZE = Arrays.asList().getClass();

    private FinalFields() {}

    /**
     * Makes what a class has made itself equal to what was stored. The elements of an array of arrays are replaced, whatever their
     * length.
     *
     * @param field the name of the field, for the message
     * @param made what the constructor gave the field
     * @param stored what the field was when it was stored
     */
    public static void fill(String field, @Nullable Object made, @Nullable Object stored) {
        if (made == null || stored == null) {
            requireBothNull(field, Verb.STORED, made, stored);
        } else if (made.getClass().isArray()) {
            fillArray(field, made, stored);
        } else if (made instanceof Map<?, ?> map) {
            fillMap(field, cast(map), (Map<?, ?>) stored);
        } else if (made instanceof Collection<?> collection) {
            fillCollection(field, cast(collection), (Collection<?>) stored);
        } else {
            BitSet bits = (BitSet) made;
            bits.clear();
            bits.or((BitSet) stored);
        }
    }

    private static void fillArray(String field, Object made, Object stored) {
        requireLength(field, Verb.STORED, made, stored);
        try {
            System.arraycopy(stored, 0, made, 0, Array.getLength(made));
        } catch (ArrayStoreException e) {
            throw FinalFieldException.ofElement(field, made);
        }
    }

    private static void fillCollection(String field, Collection<Object> made, Collection<?> stored) {
        try {
            made.clear();
            made.addAll(stored);
        } catch (UnsupportedOperationException e) {
            if (!replaceElements(made, stored) && !isEqual(made, stored)) {
                throw FinalFieldException.ofUnchangeable(field, Verb.STORED, made);
            }
        }
        requireAll(field, made.size(), stored.size());
    }

    /** Whether they are equal as lists or sets; of other collections each is equal to itself only. */
    private static boolean isEqual(Object made, Object stored) {
        return made.equals(stored);
    }

    /** A list of fixed size takes other elements, as many as it has. */
    private static boolean replaceElements(Collection<Object> made, Collection<?> stored) {
        if (made.getClass() != FIXED_SIZE || made.size() != stored.size()) {
            return false;
        }
        List<Object> list = (List<Object>) made;
        int index = 0;
        for (Object element : stored) {
            list.set(index++, element);
        }
        return true;
    }

    private static void fillMap(String field, Map<Object, Object> made, Map<?, ?> stored) {
        try {
            made.clear();
            made.putAll(stored);
        } catch (UnsupportedOperationException e) {
            if (!made.equals(stored)) {
                throw FinalFieldException.ofUnchangeable(field, Verb.STORED, made);
            }
        }
        requireAll(field, made.size(), stored.size());
    }

    /**
     * Refuses to store a value that {@link #fill} could not give back.
     *
     * @param field the name of the field, for the message
     * @param made what the constructor gives the field in a new object
     * @param value what the field is
     */
    public static void requireRoom(String field, @Nullable Object made, @Nullable Object value) {
        if (made == null || value == null) {
            requireBothNull(field, Verb.VALUE, made, value);
        } else if (made.getClass().isArray()) {
            requireLength(field, Verb.VALUE, made, value);
            requireOwn(field, made, value, Array.getLength(made) == 0);
        } else if (made instanceof Map<?, ?> map) {
            if (requireChangeable(field, map, value, () -> cast(map).putAll(Map.of()))) {
                requireOwn(field, map, value, map.isEmpty());
            }
        } else if (made instanceof Collection<?> collection) {
            if (requireChangeable(
                    field, collection, value, () -> cast(collection).addAll(List.of()))) {
                requireOwn(field, collection, value, collection.isEmpty());
            }
        } else {
            requireOwn(field, made, value, ((BitSet) made).isEmpty());
        }
    }

    /** Adds nothing, which the collections that cannot be changed do not allow either; false of one that need not be. */
    private static boolean requireChangeable(String field, Object made, Object value, Runnable addNothing) {
        boolean takesAll = made.getClass() != FIXED_SIZE || ((List<?>) made).size() == ((Collection<?>) value).size();
        try {
            addNothing.run();
            if (takesAll) {
                return true;
            }
        } catch (UnsupportedOperationException e) {
            if (made.equals(value)) {
                return false;
            }
        }
        throw FinalFieldException.ofUnchangeable(field, Verb.VALUE, made);
    }

    /** Filling what all instances share would change the others too. */
    private static void requireOwn(String field, Object made, Object value, boolean isEmpty) {
        if (made == value && !isEmpty) {
            throw FinalFieldException.ofSharing(field);
        }
    }

    /**
     * Refuses a stored value of a final field to which the class gives a constant.
     *
     * @param field the name of the field, for the message
     * @param made what the class says that the field is
     * @param stored what the field was when it was stored
     */
    public static void requireSame(String field, @Nullable Object made, @Nullable Object stored) {
        if (!Objects.equals(made, stored)) {
            throw FinalFieldException.ofConstant(field, made, stored);
        }
    }

    private static void requireBothNull(String field, Verb verb, @Nullable Object made, @Nullable Object other) {
        if (made != other) {
            throw FinalFieldException.ofNull(field, verb, made);
        }
    }

    private static void requireLength(String field, Verb verb, Object made, Object other) {
        if (Array.getLength(made) != Array.getLength(other)) {
            throw FinalFieldException.ofLength(field, verb, Array.getLength(made), Array.getLength(other));
        }
    }

    private static void requireAll(String field, int made, int stored) {
        if (made != stored) {
            throw FinalFieldException.ofSize(field, made, stored);
        }
    }

    @SuppressWarnings("unchecked") // what goes in came out of the same field
    private static Collection<Object> cast(Collection<?> collection) {
        return (Collection<Object>) collection;
    }

    @SuppressWarnings("unchecked") // what goes in came out of the same field
    private static Map<Object, Object> cast(Map<?, ?> map) {
        return (Map<Object, Object>) map;
    }
}
