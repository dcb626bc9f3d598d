package dev.cairn.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.engine.ProcessEnd;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a run is told to end because its datastore is silent; the silence that is borne is six times the patience. */
class WatchdogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A clock that goes on by {@code step} each time it is looked at. */
    private static final class Clock {
        private final AtomicLong now = new AtomicLong();
        private final AtomicLong looks = new AtomicLong();
        private volatile Duration step = Duration.ZERO;

        long read() {
            looks.incrementAndGet();
            return now.addAndGet(step.toNanos());
        }

        void awaitLooks(int more) {
            long until = looks.get() + more;
            while (looks.get() < until) {
                Thread.onSpinWait();
            }
        }
    }

    private static final class Ended implements ProcessEnd {
        private final CountDownLatch silent = new CountDownLatch(1);

        @Override
        public void exitCalled(String caller) {
            throw new AssertionError();
        }

        @Override
        public void memoryLost() {
            throw new AssertionError();
        }

        @Override
        public void datastoreSilent() {
            silent.countDown();
        }
    }

    @Test
    void endsARunWhoseDatastoreIsSilent() {
        Clock clock = new Clock();
        clock.step = Duration.ofSeconds(4);
        Ended ended = new Ended();
        try (Watchdog watchdog = new Watchdog(ended, PATIENCE, clock::read)) {
            while (ended.silent.getCount() > 0) {
                Thread.onSpinWait();
            }
            assertThat(watchdog.cause()).isEqualTo(Watchdog.Cause.SILENCE);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aProcessThatWasStoppedIsNoSilentDatastore() {
        Clock clock = new Clock();
        Ended ended = new Ended();
        try (Watchdog watchdog = new Watchdog(ended, PATIENCE, clock::read)) {
            clock.awaitLooks(3);
            clock.now.addAndGet(Duration.ofMinutes(10).toNanos());
            clock.awaitLooks(6);
            assertThat(watchdog.cause()).isNull();
            assertThat(ended.silent.getCount()).isEqualTo(1);
        }
    }
}
