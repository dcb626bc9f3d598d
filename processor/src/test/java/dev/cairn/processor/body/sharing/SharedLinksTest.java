package dev.cairn.processor.body.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.body.effect.Place;
import dev.cairn.processor.body.sharing.SharedLinks.Origin;
import dev.cairn.processor.model.SharedValue.Relation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What follows for variables that have something in common from what is assigned and put where. */
class SharedLinksTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int X = 3;
    private static final Place HERE = new Place(null, null);

    private final SharedLinks links = SharedLinks.start();

    private void assign(int variable, Origin... origins) {
        links.assign(variable, List.of(origins), false, HERE);
    }

    private void assignFrozen(int variable, Origin... origins) {
        links.assign(variable, List.of(origins), true, HERE);
    }

    private void put(int collection, Origin... values) {
        links.put(collection, List.of(values), HERE);
    }

    private static Origin same(int variable) {
        return new Origin(variable, Relation.SAME);
    }

    private static Origin view(int variable) {
        return new Origin(variable, Relation.VIEW);
    }

    private static Origin element(int variable) {
        return new Origin(variable, Relation.ELEMENT);
    }

    /** That what holds an element cannot be changed says nothing of the element. */
    private static List<String> texts(SharedLinks links) {
        return links.links().stream()
                .map(link -> "abcx".charAt(link.one()) + " "
                        + link.relation().name().toLowerCase(Locale.ROOT) + " " + "abcx".charAt(link.other())
                        + (link.frozen() && link.relation() != Relation.ELEMENT ? " frozen" : ""))
                .toList();
    }

    private void holds(String... expected) {
        assertThat(texts(links)).containsExactlyInAnyOrder(expected);
    }

    @Test
    void oneObjectHasAllItsNames() {
        assign(B, same(A));
        assign(C, same(B));
        holds("b same a", "c same b", "c same a");
    }

    @Test
    void theOtherNameOfWhatAValueComesFromIsOneToo() {
        assign(B, same(A));
        assign(C, same(A));
        holds("b same a", "c same a", "c same b");
    }

    @Test
    void anotherNameOfAViewIsAView() {
        assign(B, view(A));
        assign(C, same(B));
        holds("b view a", "c same b", "c view a");
    }

    @Test
    void aViewShowsAllNamesOfWhatItShows() {
        assign(B, same(A));
        assign(C, view(A));
        assign(X, view(B));
        holds("b same a", "c view a", "c view b", "x view b", "x view a");
    }

    @Test
    void anotherNameOfWhatIsViewedIsViewed() {
        assign(B, view(A));
        assign(C, same(A));
        holds("b view a", "c same a", "b view c");
    }

    @Test
    void twoViewsOfOneCollectionNeedHaveNothingInCommon() {
        assign(B, view(A));
        assign(C, view(A));
        holds("b view a", "c view a");
    }

    @Test
    void aViewOfAViewIsOneOfBoth() {
        assign(B, view(A));
        assign(C, view(B));
        holds("b view a", "c view b", "c view a");
    }

    @Test
    void anElementIsOneOfAllNamesOfItsCollection() {
        assign(X, element(A));
        assign(B, same(A));
        assign(C, same(X));
        holds("x element a", "b same a", "x element b", "c same x", "c element a", "c element b");
    }

    @Test
    void twoElementsOrAnElementAndAViewNeedHaveNothingInCommon() {
        assign(X, element(A));
        assign(B, element(A));
        assign(C, view(A));
        holds("x element a", "b element a", "c view a");
    }

    @Test
    void anElementOfAnElementIsInBoth() {
        assign(B, element(A));
        assign(C, element(B));
        holds("b element a", "c element b", "c element a");
    }

    @Test
    void whatIsPutIntoTwoCollectionsIsCommonToThem() {
        put(A, same(X));
        put(B, same(X));
        holds("x element a", "x element b", "b common_element a");
    }

    @Test
    void anElementThatIsPutElsewhereIsCommon() {
        put(B, element(A));
        holds("b common_element a");
    }

    @Test
    void whatIsPutIsHeldUnderAllItsNames() {
        assign(X, same(A));
        put(C, same(A));
        put(B, same(X));
        holds("x same a", "a element c", "x element c", "x element b", "a element b", "b common_element c");
    }

    @Test
    void theElementOfAnotherNameIsCommonToAllOfThem() {
        assign(B, same(A));
        put(C, element(B));
        holds("b same a", "c common_element b", "c common_element a");
    }

    @Test
    void ofAnElementOnlyItselfIsCommonToItsCollection() {
        assign(X, element(A));
        put(B, element(X));
        holds("x element a", "b common_element x");
    }

    @Test
    void whatHoldsWhatIsPutIsNotPutItself() {
        put(X, same(A));
        put(B, same(X));
        holds("a element x", "x element b");
    }

    @Test
    void whatIsInACollectionAlreadySaysNothingNew() {
        put(A, same(X));
        put(A, same(X));
        holds("x element a");
    }

    @Test
    void nothingIsInItself() {
        put(A, element(A));
        holds();
    }

    @Test
    void anotherNameOfACollectionHasItsElementsInCommonToo() {
        put(B, element(A));
        assign(C, same(A));
        assign(X, view(B));
        holds(
                "b common_element a",
                "c same a",
                "c common_element b",
                "x view b",
                "x common_element a",
                "x common_element c");
    }

    @Test
    void anElementNeedNotBeTheOneInCommon() {
        put(B, element(A));
        assign(C, element(A));
        assign(X, element(B));
        holds("b common_element a", "c element a", "x element b");
    }

    @Test
    void anotherValueHasNothingInCommonWithWhatWasThere() {
        assign(B, same(A));
        assign(C, same(B));
        assign(B, element(X));
        holds("c same a", "b element x");
    }

    @Test
    void aValueOfItsOwnIsNoLink() {
        assign(A, same(A));
        assign(B, view(A));
        assign(A, same(B));
        holds("a same b");
    }

    @Test
    void whatIsForgottenHasNothingInCommon() {
        assign(B, same(A));
        assign(C, same(A));
        assignFrozen(A);
        assign(B, same(A));
        links.forget(A);
        links.forget(C);
        holds();
        assertThat(links.isFrozen(A)).isFalse();
        assertThat(links.isFrozen(B)).isTrue();
    }

    @Test
    void aRelationIsSaidOnce() {
        assign(B, same(A));
        assign(A, same(B));
        holds("a same b");

        links.meet(linked(B, same(A)));
        holds("a same b");

        links.meet(linked(A, element(B)));
        links.meet(linked(B, element(A)));
        links.meet(linked(B, element(A)));
        holds("a same b", "a element b", "b element a");
    }

    @Test
    void anElementInCommonIsMutual() {
        put(A, element(B));
        put(B, element(A));
        holds("a common_element b");
    }

    private static SharedLinks linked(int variable, Origin... origins) {
        SharedLinks other = SharedLinks.start();
        other.assign(variable, List.of(origins), false, HERE);
        return other;
    }

    @Test
    void anotherNameOfAFrozenCollectionIsFrozen() {
        assignFrozen(A);
        assign(B, same(A));
        assign(C, view(A));

        holds("b same a frozen", "c view a frozen", "c view b frozen");
        assertThat(links.isFrozen(A)).isTrue();
        assertThat(links.isFrozen(B)).isTrue();
        assertThat(links.isFrozen(C)).isFalse();
    }

    @Test
    void aLinkToAFrozenViewStaysFrozen() {
        assignFrozen(B, view(A));
        assign(C, same(B));
        assign(X, same(A));
        holds(
                "b view a frozen",
                "c same b frozen",
                "c view a frozen",
                "x same a",
                "b view x frozen",
                "c view x frozen");
        assertThat(links.isFrozen(X)).isFalse();
    }

    @Test
    void anotherNameOfBothSidesOfAFrozenLinkIsFrozen() {
        assignFrozen(B, same(A));
        assign(C, same(A));
        holds("b same a frozen", "c same a", "c same b frozen");
    }

    @Test
    void anElementOfAFrozenCollectionIsNotFrozen() {
        assignFrozen(A);
        assign(X, element(A));
        assign(B, same(A));
        holds("x element a", "b same a frozen", "x element b");
        assertThat(links.isFrozen(X)).isFalse();
    }

    @Test
    void oneOfTwoValuesIsFrozenOnlyIfBothAre() {
        assignFrozen(A);
        assign(C, same(A), same(B));
        assertThat(links.isFrozen(C)).isFalse();

        assignFrozen(B);
        assign(C, same(A), same(B));
        assertThat(links.isFrozen(C)).isTrue();

        assign(C);
        assertThat(links.isFrozen(C)).isFalse();
    }

    @Test
    void wherePathsMeetAllLinksHoldAndFrozenIsWhatIsSoOnBoth() {
        assign(B, same(A));
        assignFrozen(A);
        assignFrozen(X);
        SharedLinks other = linked(C, view(A));
        other.assign(A, List.of(), true, HERE);
        other.assign(B, List.of(), true, HERE);
        other.put(B, List.of(same(C)), HERE);

        links.meet(other);
        holds("c element b");
        assertThat(List.of(links.isFrozen(A), links.isFrozen(B), links.isFrozen(X)))
                .containsExactly(true, false, false);

        links.meet(linked(C, view(A)));
        holds("c element b", "c view a");
        assertThat(links.isFrozen(A)).isFalse();
    }

    @Test
    void fromWhereNoPathLeadsNothingIsAdded() {
        assignFrozen(A);
        SharedLinks left = linked(B, same(A));
        left.leave();
        assertThat(texts(left)).isEmpty();

        links.meet(left);
        links.meet(SharedLinks.nowhere());
        holds();
        assertThat(links.isFrozen(A)).isTrue();
    }

    @Test
    void whereNoPathLedAllIsAsTheFirstThatArrivesHasIt() {
        SharedLinks nowhere = SharedLinks.nowhere();
        nowhere.assign(C, List.of(same(X)), true, HERE);
        SharedLinks first = linked(B, same(A));
        first.assign(X, List.of(), true, HERE);

        nowhere.meet(first);
        assertThat(texts(nowhere)).containsExactly("b same a");
        assertThat(Arrays.asList(nowhere.isFrozen(C), nowhere.isFrozen(X))).containsExactly(false, true);

        nowhere.meet(linked(C, same(A)));
        assertThat(texts(nowhere)).containsExactly("b same a", "c same a");
        assertThat(nowhere.isFrozen(X)).isFalse();
    }

    @Test
    void aCopyIsChangedOnItsOwn() {
        assignFrozen(A);
        assign(B, same(A));
        SharedLinks copy = links.copy();
        assertThat(texts(copy)).containsExactly("b same a frozen");
        assertThat(copy.isFrozen(A)).isTrue();

        copy.forget(A);
        holds("b same a frozen");
        assertThat(links.isFrozen(A)).isTrue();

        SharedLinks left = SharedLinks.nowhere().copy();
        links.meet(left);
        assertThat(links.isFrozen(A)).isTrue();
    }

    @Test
    void moreThanAnyoneReadsIsNotSaid() {
        for (int i = 1; i <= 300; i++) {
            links.assign(i, List.of(element(0)), false, HERE);
        }
        assertThat(links.links()).hasSize(256);
    }

    @Test
    void aPartOfAPartIsWhatTheOuterOneIs() {
        assertThat(same(A).as(Relation.VIEW)).isEqualTo(view(A));
        assertThat(view(A).as(Relation.ELEMENT)).isEqualTo(element(A));
        assertThat(element(A).as(Relation.SAME)).isEqualTo(element(A));
    }
}
