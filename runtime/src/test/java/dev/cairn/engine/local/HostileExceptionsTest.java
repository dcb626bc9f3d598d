package dev.cairn.engine.local;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a step throws, its run ends, as failed, and says where. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileExceptionsTest {
    /** The flow class. */
    static final class Flow {}

    private static final Map<String, Supplier<Throwable>> FAILURES = Map.of(
            "getMessage",
                    () -> new RuntimeException() {
                        private static final long serialVersionUID = 1;

                        @Override
                        public String getMessage() {
                            throw new IllegalStateException();
                        }
                    },
            "toString",
                    () -> new RuntimeException("fine") {
                        private static final long serialVersionUID = 1;

                        @Override
                        public String toString() {
                            throw new StackOverflowError();
                        }
                    },
            "getCause",
                    () -> new RuntimeException("fine") {
                        private static final long serialVersionUID = 1;

                        @Override
                        public synchronized Throwable getCause() {
                            throw new IllegalStateException();
                        }
                    },
            "getStackTrace",
                    () -> new RuntimeException("fine") {
                        private static final long serialVersionUID = 1;

                        @Override
                        public StackTraceElement[] getStackTrace() {
                            throw new OutOfMemoryError();
                        }
                    },
            "null",
                    () -> new RuntimeException("fine") {
                        private static final long serialVersionUID = 1;

                        @Override
                        public StackTraceElement[] getStackTrace() {
                            return null;
                        }

                        @Override
                        public String toString() {
                            return null;
                        }
                    },
            "endless", Endless::new,
            "deep", HostileExceptionsTest::deep,
            "circular", HostileExceptionsTest::circular,
            "error", () -> new Error("an error"));

    private static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }
    }

    private static Throwable deep() {
        Throwable failure = new IllegalStateException("first");
        for (int i = 0; i < 50_000; i++) {
            failure = new IllegalStateException("deep", failure);
        }
        return failure;
    }

    private static Throwable circular() {
        Exception one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));
        return one;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getMessage",
                "toString",
                "getCause",
                "getStackTrace",
                "null",
                "endless",
                "deep",
                "circular",
                "error"
            })
    void theRunEndsAndSaysWhere(String kind) {
        Datastore datastore = Datastore.inMemory();
        TestFlow<Flow> flow = TestFlow.of("Hostile", Flow.class, Flow::new)
                .step(end("start"), (each, task) -> {
                    Throwable failure = FAILURES.get(kind).get();
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    throw (Exception) failure;
                })
                .build();

        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(flow).datastore(datastore).run());

        Run run = Cairn.open(datastore).flow("Hostile").latest();
        assertThat(failure.taskPath()).isEqualTo("Hostile/" + run.id() + "/start");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failedTask()).contains("start");
        assertThat(run.failure().orElseThrow().stackTrace()).isNotEmpty().hasSizeLessThan(20_000);
    }
}
