package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the client reads to tell which elements tasks are for. */
class ForeachStacksTest {
    private static final int TASKS = 50;

    private final AtomicInteger reads = new AtomicInteger();

    /** The flow class. */
    static final class Flow {
        List<String> words;
    }

    @Test
    void theElementsOfAForeachAreReadOnceForAllItsTasks() {
        TestFlow<Flow> flow = TestFlow.of("Words", Flow.class, Flow::new)
                .artifact(
                        "words",
                        "List<String>",
                        Codecs.list(Codecs.STRING),
                        each -> each.words,
                        (each, value) -> each.words = value)
                .step(
                        foreach("start", "end", "words", Items.iterable(Codecs.STRING), "work")
                                .access(Access.nothing().mustAssign("words")),
                        (each, task) -> each.words = words())
                .step(linear("work", "end").access(Access.nothing()), (each, task) -> {})
                .step(end("end").join().access(Access.nothing()), (each, task) -> {})
                .build();
        Datastore datastore = Datastore.inMemory();
        String id = TestRun.of(flow).datastore(datastore).run().id();
        Run run = Cairn.open(counting(datastore), flow).run("Words/" + id);

        try (Stream<Task> tasks = run.step("work").stream()) {
            assertThat(tasks.map(task -> task.foreachStack().get(0).value())).containsExactlyElementsOf(words());
        }
        assertThat(reads).hasValueLessThanOrEqualTo(3); // with the graph of the run and the schema of the elements
    }

    private static List<String> words() {
        return IntStream.range(0, TASKS).mapToObj(i -> "word " + i).toList();
    }

    private Datastore counting(Datastore delegate) {
        Blobs blobs = (Blobs) Proxy.newProxyInstance(
                Blobs.class.getClassLoader(), new Class<?>[] {Blobs.class}, (proxy, method, arguments) -> {
                    reads.addAndGet(method.getName().matches("read|open") ? 1 : 0);
                    try {
                        return method.invoke(delegate.blobs(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (Datastore) Proxy.newProxyInstance(
                Datastore.class.getClassLoader(),
                new Class<?>[] {Datastore.class},
                (proxy, method, arguments) ->
                        method.getName().equals("blobs") ? blobs : method.invoke(delegate, arguments));
    }
}
