package dev.cairn.processor.body.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the methods of the JDK's types are known to do. */
class FamilyTest {
    private static final List<Class<?>> COLLECTIONS = List.of(ArrayList.class, ArrayDeque.class, TreeSet.class);

    /** The names of the methods of types for which this holds, in the order of the alphabet. */
    private static List<String> names(Collection<Class<?>> types, BiPredicate<Family, String> holds, Family family) {
        return types.stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method ->
                        !Modifier.isStatic(method.getModifiers()) && method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .filter(name -> holds.test(family, name))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isUnknown(Family family, String method) {
        return !family.looks(method) && !family.handsOut(method) && !family.changes(method);
    }

    private static boolean isTwice(Family family, String method) {
        return family.looks(method) && (family.handsOut(method) || family.changes(method))
                || family.handsOut(method) && family.changes(method);
    }

    @Test
    void whatDoesEachThing() {
        List<Class<?>> optional = List.of(Optional.class);
        assertThat(names(optional, Family::looks, Family.OPTIONAL))
                .containsExactly("equals", "hashCode", "isEmpty", "isPresent", "toString");
        assertThat(names(optional, Family::handsOut, Family.OPTIONAL))
                .containsExactly("get", "ifPresent", "orElse", "orElseThrow", "stream");
        assertThat(names(optional, Family::changes, Family.OPTIONAL)).isEmpty();

        List<Class<?>> iterator = List.of(ListIterator.class);
        assertThat(names(iterator, Family::looks, Family.ITERATOR))
                .containsExactly("hasNext", "hasPrevious", "nextIndex", "previousIndex");
        assertThat(names(iterator, Family::handsOut, Family.ITERATOR))
                .containsExactly("forEachRemaining", "next", "previous");
        assertThat(names(iterator, Family::changes, Family.ITERATOR)).containsExactly("add", "remove", "set");
    }

    @Test
    void whatIsNotKnownMayDoAnything() {
        assertThat(names(List.of(Optional.class), FamilyTest::isUnknown, Family.OPTIONAL))
                .containsExactly("filter", "flatMap", "ifPresentOrElse", "map", "or", "orElseGet");
        assertThat(names(List.of(ListIterator.class), FamilyTest::isUnknown, Family.ITERATOR))
                .isEmpty();
        assertThat(names(List.of(Map.Entry.class), FamilyTest::isUnknown, Family.ENTRY))
                .isEmpty();
        assertThat(names(List.of(ArrayList.class), Family::changes, Family.NONE))
                .isEmpty();
        assertThat(names(List.of(BitSet.class), FamilyTest::isUnknown, Family.BITS))
                .isEmpty();
    }

    @Test
    void noMethodDoesTwoThings() {
        assertThat(names(COLLECTIONS, FamilyTest::isTwice, Family.COLLECTION)).isEmpty();
        assertThat(names(List.of(TreeMap.class), FamilyTest::isTwice, Family.MAP))
                .isEmpty();
        assertThat(names(List.of(Stream.class), FamilyTest::isTwice, Family.STREAM))
                .isEmpty();
        assertThat(names(List.of(BitSet.class), FamilyTest::isTwice, Family.BITS))
                .isEmpty();
        assertThat(names(List.of(Date.class), FamilyTest::isTwice, Family.DATE)).isEmpty();
    }

    @Test
    void collectionsAndMapsAreChangedByWhatIsNamedSo() {
        assertThat(names(List.of(ArrayList.class), Family::changes, Family.COLLECTION))
                .contains("add", "addAll", "clear", "remove", "removeAll", "removeIf", "replaceAll", "retainAll", "set")
                .doesNotContain("get", "size", "iterator", "stream");
        assertThat(names(List.of(TreeMap.class), Family::changes, Family.MAP))
                .contains("put", "putAll", "putIfAbsent", "compute", "merge", "remove", "pollFirstEntry")
                .doesNotContain("get", "keySet", "size");
    }
}
