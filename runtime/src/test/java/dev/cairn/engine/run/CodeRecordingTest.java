package dev.cairn.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.RunId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CodeRecordingTest {
    @Test
    void isAwaitedAlsoIfTheThreadIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicBoolean stored = new AtomicBoolean();
        CodeRecording recording = CodeRecording.start(RunId.next(Clock.systemUTC()), () -> {
            awaitWith(interrupted);
            stored.set(true);
        });
        Thread waiter = Thread.currentThread();
        Thread helper = new Thread(() -> {
            while (waiter.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            waiter.interrupt();
            interrupted.countDown();
        });
        helper.start();

        recording.await(Duration.ofMinutes(1));

        assertThat(stored).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void awaitWith(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
