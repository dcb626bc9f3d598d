package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final List<Integer> asked = new ArrayList<>();

    /** Rows from 1 to 5, two at a time. */
    private List<Integer> after(int row) {
        asked.add(row);
        return IntStream.rangeClosed(row + 1, 5).limit(2).boxed().toList();
    }

    private Stream<Integer> rows() {
        return Pages.stream(this::after, 0, row -> row);
    }

    @Test
    void eachPageFollowsTheLastRowOfTheOneBefore() {
        assertThat(rows()).containsExactly(1, 2, 3, 4, 5);
        assertThat(asked).containsExactly(0, 2, 4, 5);
    }

    @Test
    void aPageIsReadWhenItIsWanted() {
        Stream<Integer> rows = rows();
        assertThat(asked).isEmpty();
        Iterator<Integer> iterator = rows.iterator();
        iterator.next();
        iterator.next();
        assertThat(asked).containsExactly(0);
        assertThat(iterator.next()).isEqualTo(3);
        assertThat(asked).containsExactly(0, 2);
    }

    @Test
    void atTheEndNobodyIsAskedAgain() {
        Spliterator<Integer> rows = rows().spliterator();
        rows.forEachRemaining(row -> {});

        assertThat(rows.tryAdvance(row -> {})).isFalse();
        assertThat(asked).containsExactly(0, 2, 4, 5);
    }

    @Test
    void whatIsShownOfARowNeedNotBeItsKey() {
        assertThat(Pages.stream(this::after, 3, row -> row, row -> "row " + row))
                .containsExactly("row 4", "row 5");
    }
}
