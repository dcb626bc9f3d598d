package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
