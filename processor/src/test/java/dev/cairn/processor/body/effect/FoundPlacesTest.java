package dev.cairn.processor.body.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.Tree;
import dev.cairn.processor.model.FieldAccess.Before;
import dev.cairn.processor.model.FieldAccess.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which reads and assignments of fields are the same. */
class FoundPlacesTest {
    private static final Tree METHOD = new Piece();
    private static final Place HERE = new Place(new Piece(), METHOD);
    private static final Place THERE = new Place(new Piece(), METHOD);
    private static final Place IN_ANOTHER_METHOD = new Place(HERE.tree(), new Piece());

    private static FieldAssignment assignment(String through, Place place) {
        return new FieldAssignment(1, Kind.ASSIGNMENT, true, Before.NEVER, Before.NEVER, through, place);
    }

    private static FieldRead read(Before assigned, Before merged, int places) {
        return new FieldRead(1, Kind.READ, true, false, assigned, merged, "help", places, HERE);
    }

    @Test
    void assignmentsAreTheSameOnlyIfAllOfThemIs() {
        List<FieldAssignment> different = List.of(
                assignment("", HERE),
                assignment("help", HERE),
                assignment("", THERE),
                assignment("", IN_ANOTHER_METHOD),
                new FieldAssignment(2, Kind.ASSIGNMENT, true, Before.NEVER, Before.NEVER, "", HERE),
                new FieldAssignment(1, Kind.UPDATE, true, Before.NEVER, Before.NEVER, "", HERE),
                new FieldAssignment(1, Kind.ASSIGNMENT, false, Before.NEVER, Before.NEVER, "", HERE),
                new FieldAssignment(1, Kind.ASSIGNMENT, true, Before.MAYBE, Before.NEVER, "", HERE),
                new FieldAssignment(1, Kind.ASSIGNMENT, true, Before.NEVER, Before.MAYBE, "", HERE));
        assertThat(new HashSet<>(different)).hasSameSizeAs(different);

        FieldAssignment again = assignment("help", HERE).through("");
        assertThat(again).isEqualTo(different.get(0)).hasSameHashCodeAs(different.get(0));
        assertThat(again.equals(null)).isFalse();
    }

    @Test
    void readsAreOfOneSortIfTheyDifferInPlaceOnly() {
        List<FieldRead> different = List.of(
                read(Before.NEVER, Before.NEVER, 1),
                read(Before.MAYBE, Before.NEVER, 1),
                read(Before.NEVER, Before.MAYBE, 1),
                new FieldRead(2, Kind.READ, true, false, Before.NEVER, Before.NEVER, "help", 1, HERE),
                new FieldRead(1, Kind.UPDATE, true, false, Before.NEVER, Before.NEVER, "help", 1, HERE),
                new FieldRead(1, Kind.READ, false, false, Before.NEVER, Before.NEVER, "help", 1, HERE),
                new FieldRead(1, Kind.READ, true, true, Before.NEVER, Before.NEVER, "help", 1, HERE));
        List<FieldRead.Sort> sorts = new ArrayList<>();
        different.forEach(read -> sorts.add(read.sort()));
        assertThat(new HashSet<>(sorts)).hasSameSizeAs(different);

        FieldRead elsewhere = new FieldRead(1, Kind.READ, true, false, Before.NEVER, Before.NEVER, "", 7, THERE);
        assertThat(elsewhere.sort()).isEqualTo(sorts.get(0)).hasSameHashCodeAs(sorts.get(0));
    }

    @Test
    void aReadStandsForMorePlaces() {
        assertThat(read(Before.NEVER, Before.NEVER, 2).and(3)).isEqualTo(read(Before.NEVER, Before.NEVER, 5));
    }

    @Test
    void anotherPathBeforeAReadOnlyMakesNeverMaybe() {
        FieldRead never = read(Before.NEVER, Before.NEVER, 1);
        assertThat(never.after(false, false)).isSameAs(never);
        assertThat(never.after(true, false)).isEqualTo(read(Before.MAYBE, Before.NEVER, 1));
        assertThat(never.after(false, true)).isEqualTo(read(Before.NEVER, Before.MAYBE, 1));

        FieldRead known = read(Before.MAYBE, Before.ALWAYS, 1);
        assertThat(known.after(true, true)).isSameAs(known);
    }
}
