package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NotifierTest {
    @Test
    void whoClosesWaitsUntilAllAreTold() {
        Notifier notifier = new Notifier();
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Void> busy = notifier.tell(first).thenRun(() -> await(go));
        first.complete(0);
        List<CompletableFuture<Integer>> told = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            told.add(notifier.tell(CompletableFuture.completedFuture(i)));
        }
        CompletableFuture<Void> closed = CompletableFuture.runAsync(notifier::close);

        go.countDown();
        closed.join();

        assertThat(busy).isDone();
        assertThat(told).allMatch(CompletableFuture::isDone);
    }

    @Test
    void whoIsToldMayClose() {
        Notifier notifier = new Notifier();
        CompletableFuture<Integer> known = new CompletableFuture<>();
        CompletableFuture<Void> closed = notifier.tell(known).thenRun(notifier::close);

        known.complete(1);

        assertThat(closed).succeedsWithin(Duration.ofSeconds(5)); // and does not wait for itself
    }

    @Test
    void eachIsToldInTheSameThreadWhichKeepsNoProcessAlive() throws InterruptedException {
        Notifier notifier = new Notifier();
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> second = new CompletableFuture<>();
        CompletableFuture<Thread> ofFirst = notifier.tell(first).thenApply(result -> Thread.currentThread());
        CompletableFuture<Thread> ofSecond = notifier.tell(second).thenApply(result -> Thread.currentThread());

        first.complete(1);
        second.complete(2);

        assertThat(ofFirst.join().getName()).isEqualTo("cairn-notifier");
        assertThat(ofFirst.join().isDaemon()).isTrue();
        assertThat(ofSecond.join()).isSameAs(ofFirst.join());
        notifier.close();
        ofFirst.join().join(); // it ends
    }

    @Test
    void whatIsToldIsHowItEnded() {
        try (Notifier notifier = new Notifier()) {
            IllegalStateException failure = new IllegalStateException("no");

            assertThat(notifier.tell(CompletableFuture.completedFuture(7)).join())
                    .isEqualTo(7);
            assertThatThrownBy(notifier.tell(CompletableFuture.failedFuture(failure))::join)
                    .hasCause(failure);
        }
    }

    @Test
    void whoAsksAfterTheEndIsToldAtOnce() {
        Notifier notifier = new Notifier();
        notifier.close();

        assertThat(notifier.tell(CompletableFuture.completedFuture(7))).isCompletedWithValue(7);
    }

    @Test
    void whoIsInterruptedWhileItClosesStaysSo() {
        Notifier notifier = new Notifier();
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        CompletableFuture<Integer> known = new CompletableFuture<>();
        CompletableFuture<Void> told = notifier.tell(known).thenRun(() -> {
            busy.countDown();
            await(go);
        });
        known.complete(1);
        await(busy);

        Thread.currentThread().interrupt();
        notifier.close(); // does not wait for it

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).isNotDone();
        go.countDown();
        told.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
