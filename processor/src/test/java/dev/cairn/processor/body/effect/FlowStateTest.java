package dev.cairn.processor.body.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds where paths meet, and after code that runs before a place or at any time. */
class FlowStateTest {
    private static FlowState state(Consumer<FlowState> what) {
        FlowState state = FlowState.start();
        what.accept(state);
        return state;
    }

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    private static String text(FlowState state) {
        return "assigned " + state.assigned() + " of " + state.maybeAssigned() + ", merged " + state.merged() + " of "
                + state.maybeMerged() + ", unread " + state.unread() + ", kept " + state.kept() + ", changed "
                + state.changed() + (state.reachable() ? ", reachable" : "")
                + (state.impossible() ? ", impossible" : "");
    }

    private static FlowState one() {
        return state(one -> {
            one.assign(set(1, 2));
            one.maybeAssign(3);
            one.merge(set(1, 2));
            one.maybeMerge(set(3));
            one.unread().set(1);
            one.change(1);
            one.keep(set(2, 3));
        });
    }

    private static FlowState other() {
        return state(other -> {
            other.assign(2);
            other.maybeAssign(set(4));
            other.merge(set(2, 4));
            other.unread().set(2);
            other.change(4);
            other.keep(set(3, 5));
        });
    }

    @Test
    void aMethodStartsWithNothing() {
        assertThat(text(FlowState.start()))
                .isEqualTo("assigned {} of {}, merged {} of {}, unread {}, kept {}, changed {}, reachable");
    }

    @Test
    void wherePathsMeetWhatIsSureIsSoOnBothAndWhatIsPossibleOnOne() {
        assertThat(text(one()))
                .isEqualTo("assigned {1, 2} of {1, 2, 3}, merged {1, 2} of {1, 2, 3}, unread {1}, kept {2, 3},"
                        + " changed {1}, reachable");
        assertThat(text(other()))
                .isEqualTo("assigned {2} of {2, 4}, merged {2, 4} of {2, 4}, unread {2}, kept {3, 5}, changed {4},"
                        + " reachable");

        String met = "assigned {2} of {1, 2, 3, 4}, merged {2} of {1, 2, 3, 4}, unread {1, 2}, kept {3},"
                + " changed {1, 4}, reachable";
        assertThat(text(FlowState.meet(one(), other()))).isEqualTo(met);
        assertThat(text(FlowState.meet(other(), one()))).isEqualTo(met);
    }

    @Test
    void whatNoPathLeadsToSaysNothingButWhetherTheRulesReachIt() {
        for (boolean reachable : new boolean[] {false, true}) {
            FlowState none = other().impossibleCopy();
            FlowState left = one();
            left.unreachable();
            if (!reachable) {
                none.unreachable();
            }

            assertThat(text(FlowState.meet(none.copy(), left.copy())))
                    .isEqualTo(text(reachable ? one() : left))
                    .isEqualTo(text(FlowState.meet(left.copy(), none.copy())));
        }
    }

    @Test
    void onePathMeetsNothing() {
        FlowState one = one();
        assertThat(FlowState.meet(one, null)).isSameAs(one);
        assertThat(FlowState.meet(null, one)).isSameAs(one);
        assertThat(text(FlowState.meet(null, null)))
                .isEqualTo("assigned {} of {}, merged {} of {}, unread {}, kept {}, changed {}, impossible");
    }

    @Test
    void aFieldIsFoundWhereEachPathHasComparedOrAssignedIt() {
        FlowState compared = state(state -> {
            state.find(1);
            state.find(2);
            state.find(3);
        });
        FlowState assigned = state(state -> {
            state.assign(1);
            state.find(2);
            state.maybeAssign(3);
        });

        FlowState met = FlowState.meet(compared.copy(), assigned.copy());
        FlowState turned = FlowState.meet(assigned, compared);
        for (FlowState state : new FlowState[] {met, turned}) {
            assertThat(new boolean[] {state.isFound(1), state.isFound(2), state.isFound(3)})
                    .containsExactly(true, true, false);
        }
    }

    @Test
    void whereNoPathLeadsEverythingIsAssigned() {
        FlowState state = one();
        assertThat(new boolean[] {state.isAssigned(1), state.isAssigned(3), state.isAssigned(9)})
                .containsExactly(true, false, false);
        assertThat(new boolean[] {state.maybeAssigned(3), state.maybeAssigned(4)})
                .containsExactly(true, false);
        assertThat(new boolean[] {state.isMerged(2), state.isMerged(3)}).containsExactly(true, false);
        assertThat(new boolean[] {state.maybeMerged(3), state.maybeMerged(4)}).containsExactly(true, false);

        state.stop();
        assertThat(state.isAssigned(9)).isTrue();
        assertThat(state.maybeAssigned(9)).isFalse();
    }

    @Test
    void aJumpIsNeitherReachedNorPossibleAHandlerIsReached() {
        FlowState state = one();
        state.leave();
        assertThat(text(state)).doesNotContain("reachable").endsWith(", impossible");
        state.enter();
        assertThat(text(state)).endsWith(", reachable, impossible");
    }

    @Test
    void aCopyIsChangedOnItsOwn() {
        FlowState one = one();
        FlowState copy = one.copy();
        assertThat(text(copy)).isEqualTo(text(one()));

        copy.assign(7);
        copy.merge(set(7));
        copy.unread().set(7);
        copy.keep(set(7));
        copy.change(8);
        copy.find(7);
        copy.leave();
        assertThat(text(one)).isEqualTo(text(one()));
        assertThat(one.isFound(7)).isFalse();
        assertThat(copy.copy().isFound(7)).isTrue();
    }

    @Test
    void whatSomebodyTookOverIsNoLongerLostWhenItChanges() {
        FlowState state = FlowState.start();
        state.change(1);
        state.keep(set(2));
        state.change(2);
        assertThat(state.changed()).isEqualTo(set(1));

        state.keep(set(1));
        assertThat(state.changed()).isEqualTo(set());
        assertThat(state.kept()).isEqualTo(set(1, 2));
    }

    @Test
    void afterOtherCodeItsChangesAreThereAndWhatItTookOver() {
        FlowState state = state(before -> before.change(5));
        state.after(other());
        assertThat(text(state))
                .isEqualTo("assigned {} of {}, merged {} of {}, unread {}, kept {3, 5}, changed {4}, reachable");

        FlowState untouched = one();
        untouched.after(other().impossibleCopy());
        assertThat(text(untouched)).isEqualTo(text(one()));
    }

    @Test
    void roundsOfALoopMayHaveChangedWhatNobodyTookOver() {
        FlowState state = one();
        assertThat(state.afterRounds(state(round -> {
                    round.change(2);
                    round.change(6);
                })))
                .isSameAs(state);
        assertThat(state.changed()).isEqualTo(set(1, 6));

        FlowState round = state(never -> never.change(7)).impossibleCopy();
        assertThat(one().afterRounds(round).changed()).isEqualTo(set(1));
    }

    @Test
    void allThatAnotherStateHasIsAdded() {
        FlowState state = state(before -> before.assign(8));
        state.add(one());
        assertThat(text(state))
                .isEqualTo("assigned {1, 2, 8} of {1, 2, 3, 8}, merged {1, 2} of {1, 2, 3}, unread {}, kept {2, 3},"
                        + " changed {1}, reachable");
    }
}
