package dev.cairn.processor.write.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sets inherit from sets that they contain, each member is inherited or its own, and nothing is deep. */
class AccessorGroupsTest {
    private final Map<String, BitSet> sets = new LinkedHashMap<>();

    @Test
    void aSetInheritsFromTheLargestThatItContains() {
        add("start", 0);
        add("left", 0, 1);
        add("right", 0, 2, 3);
        add("join", 0, 1, 2, 3);

        AccessorGroups scopes = AccessorGroups.of(sets);

        assertThat(scopes.of("start").parent()).isEmpty();
        assertThat(scopes.of("left").parent()).contains(scopes.of("start"));
        assertThat(scopes.of("join").parent()).contains(scopes.of("right"));
        assertThat(scopes.of("join").own()).isEqualTo(set(1));
    }

    @Test
    void equalSetsAreOneScopeNamedAfterTheFirst() {
        add("join", 0, 1);
        add("end", 0, 1);

        AccessorGroups scopes = AccessorGroups.of(sets);

        assertThat(scopes.of("end")).isSameAs(scopes.of("join"));
        assertThat(scopes.of("end").first()).isEqualTo("join");
        assertThat(scopes.of("end").isShared()).isTrue();
    }

    @Test
    void aScopeWithOneHeirIsNotShared() {
        add("start", 0);
        add("left", 0, 1);

        AccessorGroups scopes = AccessorGroups.of(sets);

        assertThat(scopes.of("left").isShared()).isFalse();
        assertThat(scopes.of("start").isShared()).isTrue();
    }

    @Test
    void aLongRowIsNeitherDeepNorWrittenOutOverAndOver() {
        for (int i = 0; i < 1000; i++) {
            BitSet set = new BitSet();
            set.set(0, i + 1);
            sets.put("step" + i, set);
        }

        AccessorGroups scopes = AccessorGroups.of(sets);

        assertThat(sets.keySet().stream().mapToInt(step -> ancestors(scopes.of(step))))
                .allSatisfy(ancestors -> assertThat(ancestors).isLessThanOrEqualTo(16 + 6));
        assertThat(sets.keySet().stream()
                        .mapToInt(step -> scopes.of(step).own().cardinality())
                        .sum())
                .isLessThan(5 * 1000);
    }

    @Test
    void whatIsInheritedAndWhatIsOwnMakeTheSet() {
        long seed = Long.getLong("cairn.seed", 20261125);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            BitSet set = new BitSet();
            random.ints(random.nextInt(1 + i / 10), 0, 20).forEach(set::set);
            sets.put("step" + i, set);
        }

        AccessorGroups scopes = AccessorGroups.of(sets);

        sets.forEach((step, set) ->
                assertThat(members(scopes.of(step))).as("seed %d", seed).isEqualTo(set));
    }

    private void add(String name, int... members) {
        sets.put(name, set(members));
    }

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    private static int ancestors(AccessorGroup scope) {
        return scope.parent().map(parent -> 1 + ancestors(parent)).orElse(0);
    }

    private static BitSet members(AccessorGroup scope) {
        BitSet members = scope.own();
        scope.parent().ifPresent(parent -> {
            assertThat(parent.all().intersects(members)).isFalse();
            members.or(members(parent));
        });
        return members;
    }
}
