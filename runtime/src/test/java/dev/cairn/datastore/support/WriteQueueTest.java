package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.support.WriteQueue.Queued;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who adds waits for room, who takes waits for work, and who settles waits for what was added before. */
@Timeout(60)
class WriteQueueTest {
    private static final long PATIENCE = 1_000_000;

    /** More than the queue may hold, whatever the heap. */
    private static final long HUGE = (64L << 20) + 1;

    private final WriteQueue queue = new WriteQueue();
    private final List<String> places = new ArrayList<>();

    @AfterEach
    void close() {
        queue.close();
    }

    /** A write that notes when it takes its place. */
    private record Named(String name, List<String> places) implements Write<String> {
        @Override
        public Entry entry() {
            return new Entry.Rebuild();
        }

        @Override
        public String result(CommitResult answer) {
            return name;
        }

        @Override
        public void queued() {
            places.add(name);
        }

        @Override
        public long weight() {
            throw new UnsupportedOperationException("it is said by who adds it");
        }
    }

    private Queued<?> write(String name, long weight) {
        return new Queued<>(new Named(name, places), new CompletableFuture<>(), weight);
    }

    private List<Queued<?>> writes(int count) {
        List<Queued<?>> writes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            writes.add(write("write" + i, 1));
        }
        return writes;
    }

    private static List<String> names(List<Queued<?>> writes) {
        return writes.stream().map(queued -> ((Named) queued.write()).name()).toList();
    }

    /** A thread that does this, once it waits. */
    private static Thread waiting(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void whatIsAddedIsTakenInOrder() {
        assertThat(queue.add(write("first", 1))).isTrue();
        assertThat(queue.addAll(List.of(write("second", 1), write("third", 1)))).isTrue();
        assertThat(places).containsExactly("first", "second", "third");

        assertThat(names(queue.take(PATIENCE))).containsExactly("first", "second", "third");
        assertThat(queue.take(0)).isEmpty();
    }

    @Test
    void aBatchHasAtMostTwoThousand() {
        queue.addAll(writes(4000));

        assertThat(names(queue.take(PATIENCE)))
                .containsExactlyElementsOf(
                        IntStream.range(0, 2000).mapToObj(i -> "write" + i).toList());
        assertThat(queue.take(PATIENCE)).hasSize(2000);
        assertThat(queue.take(0)).isEmpty();
    }

    @Test
    void whoAddsMoreThanTwoBatchesWaits() throws InterruptedException {
        queue.addAll(writes(4000));
        Thread adding = waiting(() -> queue.add(write("more", 1)));
        assertThat(places).hasSize(4000);

        assertThat(queue.take(PATIENCE)).hasSize(2000);
        adding.join();

        assertThat(places).hasSize(4001).endsWith("more");
        assertThat(queue.take(PATIENCE)).hasSize(2000);
        assertThat(names(queue.take(PATIENCE))).containsExactly("more");
    }

    @Test
    void whoAddsToTooManyBytesWaits() throws InterruptedException {
        queue.add(write("small", 1));
        queue.add(write("huge", HUGE)); // is let in, since there was room
        Thread adding = waiting(() -> queue.add(write("next", HUGE)));

        assertThat(names(queue.take(PATIENCE))).containsExactly("small", "huge");
        adding.join();

        assertThat(names(queue.take(PATIENCE))).containsExactly("next");
        queue.add(write("after", 1)); // waits for nobody: all bytes were given back
        assertThat(names(queue.take(PATIENCE))).containsExactly("after");
    }

    @Test
    void asManyBytesAsItMayHoldAreNotTooMany() {
        long most = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);

        assertThat(queue.add(write("most", most))).isTrue();
        assertThat(queue.add(write("more", 1))).isTrue(); // at once
        assertThat(names(queue.take(PATIENCE))).containsExactly("most", "more");
    }

    @Test
    void whoTakesWaitsForWhatIsAdded() throws InterruptedException {
        List<Queued<?>> taken = new ArrayList<>();
        Thread taking = waiting(() -> taken.addAll(queue.take(PATIENCE)));

        queue.add(write("late", 1));
        taking.join();

        assertThat(names(taken)).containsExactly("late");
    }

    @Test
    void whoTakesIsWokenOnce() throws InterruptedException {
        Thread taking = waiting(() -> queue.take(PATIENCE));
        queue.wake();
        taking.join();

        queue.wake();
        assertThat(queue.take(PATIENCE)).isEmpty(); // at once, since somebody wanted it
        Thread again = waiting(() -> queue.take(PATIENCE));
        queue.close();
        again.join();
    }

    @Test
    void anInterruptTakesNothing() throws InterruptedException {
        AtomicBoolean empty = new AtomicBoolean();
        Thread taking = waiting(() -> empty.set(queue.take(PATIENCE).isEmpty()));

        taking.interrupt();
        taking.join();

        assertThat(empty).isTrue();
    }

    @Test
    void whatIsClosedTakesNothingMoreAndKeepsWhatThereIs() {
        queue.add(write("before", 1));
        queue.close();

        assertThat(queue.add(write("late", 1))).isFalse();
        assertThat(queue.addAll(writes(2))).isFalse();
        assertThat(queue.addAll(List.of())).isTrue();
        assertThat(places).containsExactly("before");
        assertThat(queue.isExhausted()).isFalse();
        assertThat(names(queue.take(PATIENCE))).containsExactly("before");
        assertThat(queue.isExhausted()).isTrue();
        assertThat(queue.take(PATIENCE)).isEmpty();
    }

    @Test
    void beforeItIsClosedMoreMayCome() {
        assertThat(queue.isExhausted()).isFalse();
    }

    @Test
    void whoWaitsForRoomIsRefusedWhenItIsClosed() throws InterruptedException {
        queue.add(write("huge", HUGE));
        AtomicBoolean added = new AtomicBoolean(true);
        Thread adding = waiting(() -> added.set(queue.addAll(List.of(write("next", 1), write("last", 1)))));

        queue.close();
        adding.join();

        assertThat(added).isFalse();
        assertThat(places).containsExactly("huge");
    }

    @Test
    void whoSettlesWaitsForAllThatWasAddedBefore() throws InterruptedException {
        queue.awaitSettled(); // waits for nobody
        assertThat(queue.isSettled()).isTrue();
        queue.addAll(writes(3));
        assertThat(queue.isSettled()).isFalse();
        Thread settling = waiting(queue::awaitSettled);
        queue.add(write("later", 1));

        queue.settled(2);
        assertThat(queue.isSettled()).isFalse();
        assertThat(settling.isAlive()).isTrue();
        queue.settled(1);
        settling.join();

        assertThat(queue.isSettled()).isFalse();
        queue.settled(1);
        assertThat(queue.isSettled()).isTrue();
    }
}
