package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.ResumeRefusedException;
import dev.cairn.engine.temporal.TemporalWorker;
import dev.cairn.engine.temporal.TestTemporal;
import dev.cairn.runtime.FlowFailedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random flows whose list was edited between a run and its resume: workers of Temporal take over what the local engine takes over from the same
 * run, and execute the same tasks. {@code -Dtemporal.lists=..} tries more.
 */
class ChangedListsOnTemporalTest {
    private static final int FLOWS = Integer.getInteger("temporal.lists", 20);
    private static final int FIRST_SEED = 20261130;

    @TempDir
    static Path directory;

    private static TestTemporal temporal;
    private static Datastore datastore;

    private int reusedInBranches;

    @BeforeAll
    static void start() {
        temporal = new TestTemporal();
        datastore = Datastore.of("file:" + directory.resolve("store"));
    }

    @AfterAll
    static void stop() {
        temporal.close();
        datastore.close();
    }

    @Test
    void workersTakeOverWhatTheLocalEngineTakesOver() {
        for (int seed = FIRST_SEED; seed < FIRST_SEED + FLOWS; seed++) {
            assertSame(seed);
        }
        System.out.println(
                FLOWS + " flows from seed " + FIRST_SEED + ", " + reusedInBranches + " tasks of branches reused");
        assertThat(reusedInBranches).isGreaterThan(3 * FLOWS);
    }

    private void assertSame(int seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        ListFlow flow = new ListFlow(random);
        List<Integer> items = new ArrayList<>();
        IntStream.range(0, 2 + random.nextInt(6)).forEach(i -> items.add(random.nextInt(8)));
        String origin = failed(flow, items);
        items.add(random.nextInt(items.size()), random.nextInt(8));
        Collections.swap(items, 0, items.size() - 1);
        if (random.nextInt(3) == 0) {
            List<String> names = flow.names();
            flow.versions.merge(names.get(random.nextInt(names.size())), 1, Integer::sum);
        }
        List<String> executed = Collections.synchronizedList(new ArrayList<>());
        flow.hook(executed::add);
        Run local;
        try {
            local = builder(flow, items).resume(origin);
        } catch (ResumeRefusedException e) {
            assertThatThrownBy(() -> onTemporal(flow, items, seed, origin)).hasMessage(e.getMessage());
            return;
        }
        List<String> expected = executed.stream().sorted().toList();
        executed.clear();

        Run run = onTemporal(flow, items, seed, origin);

        assertThat(RecordText.of(datastore, run.id()))
                .as("seed %s", seed)
                .isEqualTo(RecordText.of(datastore, local.id()));
        assertThat(origins(run)).as("seed %s", seed).isEqualTo(origins(local));
        assertThat(executed).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(expected);
        reusedInBranches +=
                (int) origins(run).stream().filter(each -> each.contains("/")).count();
    }

    private static Run onTemporal(ListFlow flow, List<Integer> items, int seed, String origin) {
        String queue = "seed" + seed;
        TemporalWorker one = temporal.worker(queue, List.of(flow.definition()), datastore, 1);
        TemporalWorker other = temporal.worker(queue, List.of(flow.definition()), datastore, 1);
        try {
            return builder(flow, items).engine(temporal.smallEngine(queue)).resume(origin);
        } finally {
            one.close();
            other.close();
        }
    }

    /** A run in which all but the last task succeeded. */
    private static String failed(ListFlow flow, List<Integer> items) {
        flow.hook(task -> {
            if (task.equals("end")) {
                throw new IllegalStateException("fails");
            }
        });
        AtomicReference<String> id = new AtomicReference<>();
        TestRun<ListFlow.State> run =
                builder(flow, items).onStart(started -> id.set(started.id().toString()));
        assertThatThrownBy(run::run).isInstanceOf(FlowFailedException.class);
        return id.get();
    }

    private static TestRun<ListFlow.State> builder(ListFlow flow, List<Integer> items) {
        return TestRun.of(flow.definition())
                .datastore(datastore)
                .code(flow.code())
                .outputListener((path, line) -> {})
                .parameter("items", List.copyOf(items))
                .parameter("number", items.size())
                .parameter("salt", 1L);
    }

    private static List<String> origins(Run run) {
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(run.id()))) {
            return attempts.filter(record -> record.origin() != null)
                    .map(record -> record.task() + " from " + record.origin().task())
                    .sorted()
                    .toList();
        }
    }
}
