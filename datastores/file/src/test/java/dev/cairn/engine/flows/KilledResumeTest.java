package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that run a flow are killed, and others resume it, some with another list, and are killed too, until one comes to the end.
 * What was durable is never executed again, and the result is that of a straight run. {@code -Dkills=200} tries more, of runs of 500
 * tasks.
 */
class KilledResumeTest {
    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final int KILLS_OF_A_FLOW = 4;
    private static final long SEED = Long.getLong("seed", 20261130);
    private static final int ELEMENTS = 250;

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);
    private int kills;
    private int taken;
    private int edits;

    @Test
    void whatWasDurableIsNotExecutedAgain() throws IOException {
        while (kills < KILLS) {
            resumeUntilTheEnd("file:" + directory.resolve("store" + kills));
        }
        System.out.println(kills + " kills, seed " + SEED + ", " + edits + " edits of the list: " + taken
                + " durable tasks, none of them executed again");
        assertThat(taken).isGreaterThan(ELEMENTS);
        assertThat(edits).isPositive();
    }

    private void resumeUntilTheEnd(String url) throws IOException {
        List<Integer> elements =
                new ArrayList<>(IntStream.range(0, ELEMENTS).boxed().toList());
        String origin = null;
        Set<String> durable = Set.of();
        for (int kill = 0; kill < KILLS_OF_A_FLOW; kill++) {
            boolean edited = kill % 2 == 1 && edit(elements);
            List<String> executed = new ArrayList<>();
            String text = ResumedProcess.text(elements);
            try (ChildProcess child = origin == null
                    ? ChildProcess.start(ResumedProcess.class, url, text)
                    : ChildProcess.start(ResumedProcess.class, url, text, origin)) {
                origin = child.line();
                int most = 2 * ELEMENTS - durable.size();
                for (int lines = random.nextInt(4) == 0 ? 0 : random.nextInt(Math.max(1, most)); lines > 0; lines--) {
                    executed.add(child.line());
                }
                LockSupport.parkNanos(random.nextInt((int) Duration.ofMillis(30).toNanos())); // any moment will do
                child.kill();
                executed.addAll(child.lines());
            }
            assertNothingAgain(executed, durable, edited);
            try (Datastore datastore = Datastore.of(url)) {
                if (status(datastore, origin) == RunStatus.SUCCEEDED) { // it was faster
                    requireResultOfAStraightRun(datastore, origin, elements);
                    return;
                }
                kills++;
                durable = durable(datastore, origin, elements);
                taken += durable.size();
                datastore.runs().heartbeat(new RunId(origin), Instant.now().minusSeconds(60)); // as time goes by
            }
        }
        try (Datastore datastore = Datastore.of(url)) {
            List<String> executed = Collections.synchronizedList(new ArrayList<>());
            Run resumed = ResumedProcess.run(datastore, elements, executed::add).resume(origin);

            executed.remove(0); // the id of the run
            assertNothingAgain(executed, durable, false);
            assertThat(executed).hasSize(2 * elements.size() + 3 - durable.size());
            assertThat(status(datastore, origin)).isEqualTo(RunStatus.DIED);
            requireResultOfAStraightRun(datastore, resumed.id(), elements);
        }
    }

    private static RunStatus status(Datastore datastore, String run) {
        return datastore.runs().find(new RunId(run)).orElseThrow().status();
    }

    private static void requireResultOfAStraightRun(Datastore datastore, String run, List<Integer> elements) {
        Run straight = ResumedProcess.run(datastore, elements, task -> {}).run();
        assertThat(RecordText.of(datastore, run)).isEqualTo(RecordText.of(datastore, straight.id()));
    }

    /** Where the list changed, what opens and joins its branches is executed again. */
    private void assertNothingAgain(List<String> executed, Set<String> durable, boolean edited) {
        Set<String> again = new HashSet<>(durable);
        again.retainAll(executed);
        if (edited) {
            again.removeAll(Set.of("start", "join", "end"));
        }
        assertThat(again).isEmpty();
        assertThat(executed).doesNotHaveDuplicates();
    }

    /** Changes a list. */
    private boolean edit(List<Integer> elements) {
        edits++;
        elements.remove(random.nextInt(elements.size()));
        elements.add(random.nextInt(elements.size()), ELEMENTS + kills); // one that was not there before
        Collections.swap(elements, random.nextInt(elements.size()), random.nextInt(elements.size()));
        return true;
    }

    /** What was done, as {@link ResumedProcess} writes it. */
    private static Set<String> durable(Datastore datastore, String run, List<Integer> elements) {
        Set<String> durable = new HashSet<>();
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(run))) {
            attempts.map(TaskRecord::task).forEach(task -> durable.add(text(task, elements)));
        }
        return durable;
    }

    private static String text(TaskId task, List<Integer> elements) {
        return task.step()
                + (task.position().isEmpty()
                        ? ""
                        : " of " + elements.get(task.position().get(0).value()));
    }
}
