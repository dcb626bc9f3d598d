package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Priority queues by the natural order come back as they were, also where elements are equal in that order. */
final class PriorityQueueTest {
    private static final ArtifactCodec<PriorityQueue<String>> QUEUE = Codecs.priorityQueue(Codecs.STRING);

    @Test
    void givesTheElementsInTheSameOrder() {
        assertThat(polled(roundTrip(QUEUE, new PriorityQueue<>(List.of("c", "a", "b")))))
                .containsExactly("a", "b", "c");
        assertThat(roundTrip(QUEUE, new PriorityQueue<>())).isEmpty();
        assertThat(Schemas.roundTrip(QUEUE, null)).isNull();
    }

    @Test
    void ofEqualElementsTheSameComesFirst() {
        ArtifactCodec<PriorityQueue<BigDecimal>> codec = Codecs.priorityQueue(Codecs.BIG_DECIMAL);
        long seed = 20261129;
        Random random = new Random(seed);
        for (int size = 0; size < 60; size++) {
            PriorityQueue<BigDecimal> queue = new PriorityQueue<>();
            for (int i = 0; i < size; i++) {
                queue.add(new BigDecimal(random.nextInt(5)).setScale(random.nextInt(8)));
                if (random.nextInt(4) == 0) {
                    queue.poll();
                }
            }
            PriorityQueue<BigDecimal> read = roundTrip(codec, queue);

            assertThat(read.toArray()).as("seed %d, size %d", seed, size).isEqualTo(queue.toArray());
            assertThat(polled(read)).as("seed %d, size %d", seed, size).isEqualTo(polled(queue));
        }
    }

    @Test
    void aComparatorIsRefusedUnlessItIsTheNaturalOrder() {
        assertThat(polled(roundTrip(QUEUE, filled(new PriorityQueue<>(Comparator.naturalOrder())))))
                .containsExactly("a", "b");
        assertThatThrownBy(() -> Schemas.roundTrip(QUEUE, filled(new PriorityQueue<>(Collections.reverseOrder()))))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(
                        "a PriorityQueue with a comparator cannot be stored, because the comparator is code; let its"
                                + " elements be Comparable, or store them in a list, and create the queue in the step that needs it");
    }

    @Test
    void isRefusedWhereItIsDeclaredAsAnotherCollection() {
        ArtifactCodec<Queue<String>> queue = Codecs.queue(Codecs.STRING);
        ArtifactCodec<Collection<String>> collection = Codecs.collection(Codecs.STRING);
        assertThatThrownBy(() -> Schemas.roundTrip(queue, new PriorityQueue<>(List.of("b", "a"))))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(
                        "a PriorityQueue cannot be stored as the Queue that is declared, because the order of its elements"
                                + " would be lost; declare it as PriorityQueue");
        assertThatThrownBy(() -> Schemas.roundTrip(collection, new PriorityQueue<>()))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(
                        "a PriorityQueue cannot be stored as the Collection that is declared, because the order of its"
                                + " elements would be lost; declare it as PriorityQueue");
    }

    @Test
    void aListThatBecameAQueueIsReadAndTheOtherWayRound() {
        Schemas schemas = new Schemas();
        byte[] list = schemas.encode(Codecs.list(Codecs.STRING), List.of("c", "b", "a"));
        byte[] queue = schemas.encode(QUEUE, new PriorityQueue<>(List.of("c", "b", "a")));

        assertThat(polled(Objects.requireNonNull(schemas.read(QUEUE, list)))).containsExactly("a", "b", "c");
        assertThat(schemas.read(Codecs.list(Codecs.STRING), queue)).containsExactly("a", "b", "c");
    }

    @Test
    void elementsThatCannotBeComparedAreRefused() {
        ArtifactCodec<PriorityQueue<List<String>>> codec = Codecs.priorityQueue(Codecs.list(Codecs.STRING));
        Schemas schemas = new Schemas();
        byte[] list = schemas.encode(Codecs.list(Codecs.list(Codecs.STRING)), List.of(List.of("a")));

        assertThatThrownBy(() -> schemas.read(codec, list))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("[0]: ArrayList cannot be an element of a PriorityQueue");
    }

    private static PriorityQueue<String> filled(PriorityQueue<String> queue) {
        queue.addAll(List.of("b", "a"));
        return queue;
    }

    private static <E> PriorityQueue<E> roundTrip(ArtifactCodec<PriorityQueue<E>> codec, PriorityQueue<E> queue) {
        return Objects.requireNonNull(Schemas.roundTrip(codec, queue));
    }

    /** Empties a queue. */
    private static <E> List<E> polled(PriorityQueue<E> queue) {
        List<E> elements = new ArrayList<>();
        while (!queue.isEmpty()) {
            elements.add(queue.remove());
        }
        return elements;
    }
}
