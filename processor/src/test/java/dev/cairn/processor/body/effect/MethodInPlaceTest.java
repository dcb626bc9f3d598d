package dev.cairn.processor.body.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.body.effect.Root.Kind;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of a call that may be one of two methods, and of a method that may come back to itself. */
class MethodInPlaceTest {
    private static final Place HERE = Piece.place();
    private static final Root FIELD = new Root(Kind.FIELD, 1, "a");
    private static final Root FIRST = new Root(Kind.PARAMETER, 0, "first");
    private static final Root SECOND = new Root(Kind.PARAMETER, 1, "second");
    private static final Root ITEM = new Root(Kind.ITEM, 0, "each");
    private static final Root INPUTS = new Root(Kind.INPUT, 0, "");
    private static final Root INPUT = new Root(Kind.INPUT, 0, "total");

    private static final InPlace ONE = new InPlace(
            set(1), set(0), Set.of(FIRST, ITEM), Set.of(FIRST, ITEM), Set.of(SECOND), Set.of(sure(FIELD), sure(FIRST)));
    private static final InPlace OTHER = new InPlace(
            set(2), set(1), Set.of(SECOND, INPUT), Set.of(FIRST), Set.of(INPUT), Set.of(sure(FIRST), sure(INPUT)));

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    private static ChangeFound sure(Root root) {
        return new ChangeFound(root, true, "help", HERE);
    }

    private static ChangeFound perhaps(Root root) {
        return new ChangeFound(root, false, "help", HERE);
    }

    @Test
    void oneOfTwoMethodsMayDoWhatBothMayAndSurelyDoesWhatBothDo() {
        InPlace either = ONE.or(OTHER);

        assertThat(either.mayChange()).isEqualTo(set(1, 2));
        assertThat(either.mayChangeParameters()).isEqualTo(set(0, 1));
        assertThat(either.mayKeep()).isEqualTo(Set.of(FIRST, SECOND, ITEM, INPUT));
        assertThat(either.kept()).isEqualTo(Set.of(FIRST));
        assertThat(either.lost()).isEqualTo(Set.of(SECOND, INPUT));
        assertThat(either.changes()).isEqualTo(Set.of(perhaps(FIELD), perhaps(FIRST), perhaps(INPUT)));
        assertThat(ONE.mayChange()).isEqualTo(set(1));
    }

    @Test
    void aMethodThatComesBackToItselfDoesWhatTheMethodsAroundItDoButNotToTheirParameters() {
        ChangeFound known = new ChangeFound(FIELD, false, "", HERE);
        ChangeFound elsewhere = new ChangeFound(FIELD, false, "", Piece.place());
        ChangeFound item = new ChangeFound(ITEM, true, "", HERE);
        InPlace around = new InPlace(
                set(1, 3),
                set(1),
                Set.of(SECOND, ITEM),
                Set.of(SECOND),
                Set.of(FIRST, INPUT),
                new LinkedHashSet<>(List.of(sure(SECOND), known, elsewhere, item)));

        InPlace within = ONE.within(around);
        assertThat(within.mayChange()).isEqualTo(set(1, 3));
        assertThat(within.mayChangeParameters()).isEqualTo(set(0));
        assertThat(within.mayKeep()).isEqualTo(Set.of(FIRST, ITEM));
        assertThat(within.kept()).isEqualTo(Set.of(FIRST, ITEM));
        assertThat(within.lost()).isEqualTo(Set.of(SECOND, INPUT));
        assertThat(within.changes()).isEqualTo(Set.of(sure(FIELD), sure(FIRST), elsewhere, item));
    }

    @Test
    void parametersAreKeptByPosition() {
        assertThat(new boolean[] {OTHER.keeps(0), OTHER.keeps(1), OTHER.mayKeep(0), OTHER.mayKeep(1)})
                .containsExactly(true, false, false, true);
        assertThat(new boolean[] {ONE.keeps(0), ONE.mayKeep(0)}).containsExactly(true, true);
        InPlace item = new InPlace(set(), set(), Set.of(ITEM), Set.of(ITEM), Set.of(), Set.of());
        assertThat(new boolean[] {item.keeps(0), item.mayKeep(0)}).containsExactly(false, false);
    }

    @Test
    void onlyCopiesThatNobodyTakesOverAreLost() {
        assertThat(new boolean[] {OTHER.isLost(sure(INPUT)), OTHER.isLost(sure(ITEM)), ONE.isLost(sure(SECOND))})
                .containsExactly(true, false, false);
    }

    @Test
    void aCopyIsSometimesKeptWhereItOrWhatItIsAPartOfMayBe() {
        InPlace keepingAll = new InPlace(set(), set(), Set.of(INPUTS), Set.of(), Set.of(), Set.of());
        assertThat(new boolean[] {
                    OTHER.isSometimesKept(sure(INPUT)),
                    OTHER.isSometimesKept(sure(ITEM)),
                    keepingAll.isSometimesKept(sure(INPUT)),
                    keepingAll.isSometimesKept(sure(ITEM))
                })
                .containsExactly(true, false, true, false);
    }

    @Test
    void nothingIsNothing() {
        assertThat(InPlace.none()).isEqualTo(new InPlace(set(), set(), Set.of(), Set.of(), Set.of(), Set.of()));
    }
}
