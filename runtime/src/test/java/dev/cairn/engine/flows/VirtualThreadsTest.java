package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Run;
import dev.cairn.datastore.LogLine;
import dev.cairn.runtime.definition.Items;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Tasks on virtual threads, where Java has them. */
@Timeout(60)
class VirtualThreadsTest {
    private static final int TASKS = 2_000;

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void thousandsOfTasksWaitAtOnce() {
        CountDownLatch all = new CountDownLatch(TASKS);
        Set<String> kinds = ConcurrentHashMap.newKeySet();
        TestFlow<Numbers> flow = Numbers.flow("Waiting")
                .step(foreach("start", "join", "count", Items.range(), "work"), (each, task) -> each.count = TASKS)
                .step(linear("work", "timed"), (each, task) -> {
                    kinds.add(kind());
                    all.countDown();
                    all.await();
                })
                .step(linear("timed", "join").timeout(Duration.ofMinutes(1)), (each, task) -> {
                    kinds.add(kind());
                    System.out.println("timed " + task.index("count"));
                })
                .step(end("join").join(), (each, task) -> {})
                .build();

        Run run = TestRun.of(flow)
                .maxWorkers(TASKS)
                .virtualThreads()
                .outputListener((path, line) -> {})
                .run();

        assertThat(run.step("work").count()).isEqualTo(TASKS);
        assertThat(kinds).containsExactly("VirtualThread");
        try (Stream<LogLine> lines = run.step("timed").task(77).log()) {
            assertThat(lines.map(LogLine::text)).containsExactly("timed 77");
        }
    }

    private static String kind() {
        return Thread.currentThread().getClass().getSimpleName();
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void anOlderJavaSaysWhatIsMissing() {
        TestFlow<Numbers> flow =
                Numbers.flow("Waiting").step(end("start"), (each, task) -> {}).build();

        assertThatThrownBy(() -> TestRun.of(flow).virtualThreads())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("virtual threads need Java 21 or newer, but this is Java "
                        + Runtime.version().feature() + ". Use a newer Java, or leave out `virtualThreads()`.");
    }
}
