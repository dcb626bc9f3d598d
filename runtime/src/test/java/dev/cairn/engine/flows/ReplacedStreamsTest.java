package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The standard streams are replaced while runs are alive, and nobody else needs to know. */
class ReplacedStreamsTest extends PrintingSteps {
    @Test
    void runsDoNotMix() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Run> one = () -> quiet(meeting("one", together)).run();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        var first = threads.submit(one);
        var second = threads.submit(() -> quiet(meeting("two", together)).run());
        threads.shutdown();

        assertThat(startOf(first.get())).containsExactly("OUT one before", "OUT one after");
        assertThat(startOf(second.get())).containsExactly("OUT two before", "OUT two after");
        assertThat(texts(first.get().log())).isEmpty();
        assertThat(texts(second.get().log())).isEmpty();
        assertThat(printed().lines()).as("nobody knows whose it is").containsExactlyInAnyOrder("pool", "pool");
        assertThat(System.out).isSameAs(out);
    }

    private FlowDefinition<Numbers> meeting(String name, CyclicBarrier together) {
        return oneStep((each, task) -> {
            await(together);
            System.out.println(name + " before");
            olderPool.submit(() -> System.out.println("pool")).get();
            await(together);
            System.out.println(name + " after");
            await(together);
        });
    }

    @Test
    void streamsArePutBack() {
        AtomicReference<PrintStream> during = new AtomicReference<>();
        quiet(oneStep((each, task) -> during.set(System.out))).run();

        assertThat(during.get()).isNotSameAs(out);
        assertThat(System.out).isSameAs(out);
        assertThat(System.err).isSameAs(err);

        during.get().println("whoever kept it");
        assertThat(printed()).isEqualTo("whoever kept it" + System.lineSeparator());
    }

    @Test
    void aStreamThatSomebodyElseSetStays() {
        PrintStream theirs = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Run run = quiet(oneStep((each, task) -> {
                    System.setOut(theirs);
                    System.out.println("not ours");
                }))
                .run();

        assertThat(System.out).isSameAs(theirs);
        assertThat(System.err).isSameAs(err);
        assertThat(startOf(run)).isEmpty();
    }

    /** As frameworks do that note what is printed. */
    @Test
    void aStreamAroundOursIsNoLoop() {
        AtomicReference<PrintStream> theirs = new AtomicReference<>();
        FlowDefinition<Numbers> wrapping = oneStep((each, task) -> {
            theirs.compareAndSet(null, new PrintStream(System.out, true, StandardCharsets.UTF_8));
            System.setOut(theirs.get());
            System.out.println("through both");
        });

        assertThat(startOf(quiet(wrapping).run())).containsExactly("OUT through both");
        Run second = quiet(oneStep((each, task) -> System.out.println("again"))).run();

        assertThat(startOf(second)).containsExactly("OUT again");
        assertThat(System.out).isSameAs(theirs.get());
        System.out.println("to the bottom");
        assertThat(printed()).isEqualTo("to the bottom" + System.lineSeparator());
    }

    @Test
    void aRunMayLeaveTheStreamsAlone() {
        AtomicReference<PrintStream> during = new AtomicReference<>();
        Run run = quiet(oneStep((each, task) -> {
                    during.set(System.out);
                    System.out.println("as ever");
                    task.context().log("logged");
                }))
                .captureOutput(false)
                .run();

        assertThat(during.get()).isSameAs(out);
        assertThat(printed()).isEqualTo("as ever" + System.lineSeparator());
        assertThat(startOf(run)).containsExactly("LOG logged");
    }

    /** A run that captures must not take what is another's. */
    @Test
    void aRunThatLeavesTheStreamsAloneIsNotMixedWithOneThatDoesNot() {
        Run[] inner = new Run[1];
        Run outer = quiet(oneStep((each, task) -> {
                    System.out.println("outer");
                    inner[0] = quiet(oneStep((flow, innerTask) -> System.out.println("inner")))
                            .captureOutput(false)
                            .run();
                }))
                .run();

        assertThat(startOf(outer)).containsExactly("OUT outer", "LOG started run Printing/" + inner[0].id());
        assertThat(startOf(inner[0])).isEmpty();
        assertThat(printed()).isEqualTo("inner" + System.lineSeparator());
    }

    @Test
    void aListenerThatPrintsIsNotCaptured() {
        Run run = TestRun.of(oneStep((each, task) -> System.out.println("once")))
                .datastore(datastore)
                .outputListener((path, line) -> System.out.println("told " + line.text()))
                .run();

        assertThat(startOf(run)).containsExactly("OUT once");
        assertThat(texts(run.log())).isEmpty();
        assertThat(printed()).isEqualTo("told once" + System.lineSeparator());
    }
}
