package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads outlive the task that happened to need them first, and keep nothing of it. */
@Timeout(60)
class BackgroundThreadsTest {
    @Test
    void nothingIsInheritedFromWhoeverNeedsThemFirst() {
        InheritableThreadLocal<String> ofTask = new InheritableThreadLocal<>();
        ofTask.set("of a task");
        CountDownLatch together = new CountDownLatch(3); // so that each has a thread of its own
        try {
            List<CompletableFuture<Optional<String>>> found = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                together.countDown();
                                await(together);
                                return Optional.ofNullable(ofTask.get());
                            },
                            BackgroundThreads.executor()))
                    .toList();

            assertThat(found.stream().map(BackgroundThreads::join).toList()).containsOnly(Optional.empty());
        } finally {
            ofTask.remove();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
