package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads are few, outlive the task that happened to need them first, and keep nothing of it. */
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

    @Test
    void noneOfThemKeepsAProcessAlive() {
        Thread thread = CompletableFuture.supplyAsync(Thread::currentThread, BackgroundThreads.executor())
                .join();

        assertThat(thread.getName()).isEqualTo("cairn-blobs");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void whoeverFindsAllOfThemBusyDoesTheWorkItself() {
        int most = 4 * Runtime.getRuntime().availableProcessors();
        Thread caller = Thread.currentThread();
        CountDownLatch free = new CountDownLatch(1);
        List<Thread> workers = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> works = new ArrayList<>();
        try {
            for (int i = 0; i <= most; i++) {
                works.add(CompletableFuture.runAsync(
                        () -> {
                            workers.add(Thread.currentThread());
                            if (Thread.currentThread() != caller) {
                                await(free);
                            }
                        },
                        BackgroundThreads.executor()));
            }
            assertThat(works.get(most)).isDone();
        } finally {
            free.countDown();
        }
        works.forEach(BackgroundThreads::await);
        assertThat(workers).hasSize(most + 1).contains(caller);
        assertThat(workers.stream().filter(worker -> worker != caller)).hasSizeGreaterThan(most / 2);
    }

    @Test
    void whatTheWorkThrewIsPassedOn() {
        IllegalStateException unchecked = new IllegalStateException("no");
        StackOverflowError error = new StackOverflowError();
        IOException checked = new IOException("no");

        assertThat(BackgroundThreads.join(CompletableFuture.completedFuture(7))).isEqualTo(7);
        assertThatThrownBy(() -> BackgroundThreads.join(CompletableFuture.failedFuture(unchecked)))
                .isSameAs(unchecked);
        assertThatThrownBy(() -> BackgroundThreads.join(CompletableFuture.failedFuture(error)))
                .isSameAs(error);
        assertThatThrownBy(() -> BackgroundThreads.join(CompletableFuture.failedFuture(checked)))
                .isInstanceOf(CompletionException.class)
                .hasCause(checked);
    }

    @Test
    void whoAwaitsWorkIgnoresHowItEnded() throws InterruptedException {
        BackgroundThreads.await(CompletableFuture.failedFuture(new IllegalStateException("no")));
        CompletableFuture<Integer> work = new CompletableFuture<>();
        Thread waiting = new Thread(() -> BackgroundThreads.await(work));
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            assertThat(waiting.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }

        work.complete(1);
        waiting.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
