package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The list of the tasks of a step reads what is asked for, however many there are. Modules of datastores run these tests once more, in
 * theirs.
 */
class LazyTasksTest {
    private static final int PAGE = 256;

    @TempDir
    private Path directory;

    private final AtomicLong read = new AtomicLong();
    private Datastore datastore;

    /** The flow class. */
    static final class Flow {
        int count;
        int square;
    }

    @BeforeEach
    final void openDatastore() {
        datastore = open(directory);
    }

    @AfterEach
    final void closeDatastore() {
        datastore.close();
    }

    Datastore open(Path empty) {
        return Datastore.inMemory();
    }

    private List<Integer> squares(int count) {
        TestFlow<Flow> flow = TestFlow.of("Squares", Flow.class, Flow::new)
                .artifact("count", "int", Codecs.INT, each -> each.count, (each, value) -> each.count = value)
                .artifact("square", "int", Codecs.INT, each -> each.square, (each, value) -> each.square = value)
                .step(
                        foreach("start", "end", "count", Items.range(), "work")
                                .access(Access.nothing().mustAssign("count")),
                        (each, task) -> each.count = count)
                .step(linear("work", "end").access(Access.nothing().mustAssign("square")), (each, task) -> {
                    int index = task.index("count");
                    each.square = index * index;
                })
                .step(end("end").join().access(Access.nothing()), (each, task) -> {})
                .build();
        String id = TestRun.of(flow).datastore(datastore).run().id();
        Run run = Cairn.open(counting(datastore), flow).run("Squares/" + id);
        read.set(0);
        return run.step("work").views(task -> (Integer) task.artifact("square").value());
    }

    /** The same datastore, of which the records of tasks that it hands out are counted. */
    private Datastore counting(Datastore delegate) {
        Runs runs = proxy(Runs.class, delegate.runs());
        return (Datastore) Proxy.newProxyInstance(
                Datastore.class.getClassLoader(),
                new Class<?>[] {Datastore.class},
                (proxy, method, arguments) ->
                        method.getName().equals("runs") ? runs : method.invoke(delegate, arguments));
    }

    private <T> T proxy(Class<T> type, T delegate) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return counted(method.invoke(delegate, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Object counted(Object answer) {
        if (answer instanceof Collection<?> records) {
            read.addAndGet(records.stream().filter(TaskRecord.class::isInstance).count());
        } else if (answer instanceof Optional<?> record && record.orElse(null) instanceof TaskRecord) {
            read.incrementAndGet();
        } else if (answer instanceof Stream<?> records) {
            return records.peek(record -> read.addAndGet(record instanceof TaskRecord ? 1 : 0));
        }
        return answer;
    }

    @Test
    void theFirstElementOfManyCostsAsMuchAsThatOfFew() {
        List<Integer> few = squares(PAGE);
        assertThat(few).hasSize(PAGE);
        assertThat(few.get(0)).isZero();
        long ofFew = read.get();

        List<Integer> many = squares(3000);
        assertThat(many).hasSize(3000);
        assertThat(read.get()).isZero();
        assertThat(many.get(0)).isZero();
        assertThat(read.get()).isEqualTo(ofFew).isEqualTo(PAGE);
    }

    @Test
    void whatIsAskedForIsReadByThePageAndOnce() {
        List<Integer> squares = squares(3000);

        for (int i = 0; i <= PAGE; i++) {
            assertThat(squares.get(i)).isEqualTo(i * i);
        }
        assertThat(squares.get(100)).isEqualTo(10_000);
        assertThat(read.get()).isEqualTo(2 * PAGE);
        assertThat(squares.get(2999)).isEqualTo(2999 * 2999);
        assertThat(squares.get(2999)).isEqualTo(2999 * 2999);
        assertThat(squares.get(1000)).isEqualTo(1_000_000);
        assertThat(read.get()).isEqualTo(2 * PAGE + 2);
        assertThat(squares.get(1001)).isEqualTo(1_002_001);
        assertThat(squares.get(1000)).isEqualTo(1_000_000);
        assertThat(read.get()).isEqualTo(3 * PAGE + 2);
    }

    @Test
    void whoJumpsReadsNothingElse() {
        List<Integer> squares = squares(3000);
        assertThat(squares.get(0)).isZero();
        read.set(0);
        for (int time = 0; time < 2; time++) {
            for (int jump = 1; jump < 5; jump++) {
                assertThat(squares.get(jump * PAGE + 7)).isEqualTo((jump * PAGE + 7) * (jump * PAGE + 7));
            }
        }
        assertThat(read.get()).isEqualTo(4);
    }

    @Test
    void whereTheRunIsDeletedMeanwhileThatIsSaid() {
        List<Integer> squares = squares(PAGE + 10);
        assertThat(squares.get(0)).isZero();
        RunId run =
                datastore.runs().list(RunQuery.all()).findFirst().orElseThrow().id();
        datastore.runs().delete(run);

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> squares.get(PAGE + 9))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("run " + run + " was deleted while the tasks of its step `work` were being read."
                            + " Read another run, or run the flow again.");
        }
        assertThat(squares.get(1)).isEqualTo(1);
    }

    @Test
    void whoGoesThroughAllReadsEachOnce() {
        int next = 0;
        for (int square : squares(3000)) {
            assertThat(square).isEqualTo(next * next);
            next++;
        }
        assertThat(next).isEqualTo(3000);
        assertThat(read.get()).isEqualTo(3000);
    }
}
