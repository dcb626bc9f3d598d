package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Final fields that a class makes itself get the content that was stored, or it is said why not. */
final class FinalFieldsTest {
    private static final String FIX = "; remove `final` from the field, or add a constructor that takes it";

    @Test
    void arraysOfTheSameLength() {
        int[] made = new int[3];
        FinalFields.fill("x", made, new int[] {1, 2, 3});
        assertThat(made).containsExactly(1, 2, 3);

        double[][] rows = {{0, 0}, {0, 0}};
        FinalFields.fill("x", rows, new double[][] {{1}, null});
        assertThat(rows).isDeepEqualTo(new double[][] {{1}, null});
    }

    @Test
    void collectionsMapsAndBitSetsWhateverTheyHeld() {
        List<String> list = new ArrayList<>(List.of("old"));
        FinalFields.fill("x", list, List.of("a", "b"));
        assertThat(list).containsExactly("a", "b");

        Collection<Integer> set = new TreeSet<>(Collections.reverseOrder());
        FinalFields.fill("x", set, List.of(1, 2));
        assertThat(set).containsExactly(2, 1);

        Map<String, Integer> map = new LinkedHashMap<>(Map.of("old", 1));
        FinalFields.fill("x", map, new TreeMap<>(Map.of("a", 1, "b", 2)));
        assertThat(map).containsExactly(Map.entry("a", 1), Map.entry("b", 2));

        BitSet bits = BitSet.valueOf(new long[] {1});
        FinalFields.fill("x", bits, BitSet.valueOf(new long[] {6}));
        assertThat(bits).isEqualTo(BitSet.valueOf(new long[] {6}));
    }

    @Test
    void listsOfFixedSizeAndConstantOnes() {
        List<String> fixed = Arrays.asList("x", "y");
        FinalFields.fill("x", fixed, List.of("a", "b"));
        assertThat(fixed).containsExactly("a", "b");

        assertThatCode(() -> FinalFields.fill("x", List.of("a"), List.of("a"))).doesNotThrowAnyException();
        assertThatCode(() -> FinalFields.fill("x", Map.of("a", 1), Map.of("a", 1)))
                .doesNotThrowAnyException();
        assertThatCode(() -> FinalFields.fill("x", null, null)).doesNotThrowAnyException();
    }

    @Test
    void whatWasStoredDoesNotFit() {
        assertUnread(
                new int[2],
                new int[3],
                "was stored with 3 elements, but the constructor of its class makes an array of 2");
        assertUnread(
                new int[2],
                new int[1],
                "was stored with 1 element, but the constructor of its class makes an array of 2");
        assertUnread(null, new int[1], "was stored as not null, but the constructor of its class makes it null");
        assertUnread(new int[1], null, "was stored as null, but the constructor of its class makes it another value");
        assertUnread(
                new String[1],
                new Object[] {1},
                "was stored with an element that the String[] that the constructor of its class makes does not take");
        assertUnread(
                List.of("a"),
                List.of("b"),
                "was stored with other elements than the collection that the constructor of its class makes, which cannot be"
                        + " changed");
        assertUnread(
                Arrays.asList("a"),
                List.of("b", "c"),
                "was stored with other elements than the collection that the constructor of its class makes, which cannot be"
                        + " changed");
        assertUnread(
                Map.of(),
                Map.of("b", 1),
                "was stored with other elements than the map that the constructor of its class makes, which cannot be changed");
        assertUnread(
                new TreeSet<>(String.CASE_INSENSITIVE_ORDER),
                List.of("a", "A"),
                "was stored with 2 elements, of which what the constructor of its class makes keeps 1");
        assertUnread(
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                Map.of("a", 1, "A", 2),
                "was stored with 2 elements, of which what the constructor of its class makes keeps 1");
    }

    private static void assertUnread(@Nullable Object made, @Nullable Object stored, String problem) {
        assertThatThrownBy(() -> FinalFields.fill("x", made, stored))
                .isInstanceOf(FinalFieldException.class)
                .hasMessage(problem + FIX);
    }

    @Test
    void whatIsToBeStoredHasRoomInANewObject() {
        List<String> held = new ArrayList<>(List.of("a"));
        Map<String, Integer> made = new HashMap<>(Map.of("old", 1));

        FinalFields.requireRoom("x", new int[3], new int[] {1, 2, 3});
        FinalFields.requireRoom("x", new ArrayList<>(), held);
        FinalFields.requireRoom("x", made, new HashMap<>(Map.of("a", 1)));
        FinalFields.requireRoom("x", Arrays.asList("x"), held);
        FinalFields.requireRoom("x", List.of("a"), List.of("a"));
        FinalFields.requireRoom("x", new BitSet(), new BitSet());
        FinalFields.requireRoom("x", Collections.emptyList(), Collections.emptyList());
        FinalFields.requireRoom("x", null, null);

        assertThat(made).isEqualTo(Map.of("old", 1));
    }

    @Test
    void whatIsToBeStoredHasNoRoom() {
        assertUnstored(
                new int[2], new int[3], "holds 3 elements, but the constructor of its class makes an array of 2");
        assertUnstored(null, new int[1], "is not null, but the constructor of its class makes it null");
        assertUnstored(new int[1], null, "is null, but the constructor of its class makes it another value");
        String other =
                "holds other elements than the %s that the constructor of its class makes, which cannot be changed";
        assertUnstored(List.of("a"), List.of("b"), other.formatted("collection"));
        assertUnstored(Arrays.asList("a"), List.of("b", "c"), other.formatted("collection"));
        assertUnstored(Map.of(), Map.of("b", 1), other.formatted("map"));
    }

    private static void assertUnstored(@Nullable Object made, @Nullable Object value, String problem) {
        assertThatThrownBy(() -> FinalFields.requireRoom("x", made, value))
                .isInstanceOf(FinalFieldException.class)
                .hasMessage(problem + FIX);
    }

    @Test
    void whatAllInstancesShareWouldBeChangedByReadingOne() {
        for (Object shared : List.of(
                new int[1], new ArrayList<>(List.of("a")), new HashMap<>(Map.of("a", 1)), BitSet.valueOf(new long[] {1
                }))) {
            assertThatThrownBy(() -> FinalFields.requireRoom("x", shared, shared))
                    .isInstanceOf(FinalFieldException.class)
                    .hasMessage(
                            "is one object that all instances of its class share, so that it would be changed where another"
                                    + " instance is read; make the field `static`, or give each instance a copy");
        }
    }

    @Test
    void whatNobodyCanChangeMayBeShared() {
        for (Object constant :
                List.of(List.of("a"), Map.of("a", 1), Collections.unmodifiableSet(new TreeSet<>(Set.of("a"))))) {
            assertThatCode(() -> FinalFields.requireRoom("x", constant, constant))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void constantsHaveToBeWhatTheyWere() {
        FinalFields.requireSame("x", 256, 256);
        FinalFields.requireSame("x", Double.NaN, Double.NaN);
        assertThatThrownBy(() -> FinalFields.requireSame("x", 0.02, 0.01))
                .isInstanceOf(FinalFieldException.class)
                .hasMessage("was stored as 0.01, but its class gives it the constant 0.02" + FIX);
    }
}
