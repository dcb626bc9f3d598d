package dev.cairn.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of finished tasks is bounded in bytes, whatever they hold; what is not kept is read again. */
class FinishedTasksTest {
    private static final int INLINE = 800;

    private final Datastore datastore = Datastore.inMemory();
    private final RunRecord run = Example.run("Flow");

    private TaskRecord stored(int index, int artifacts) {
        Map<String, ArtifactRef> refs = new LinkedHashMap<>();
        for (int i = 0; i < artifacts; i++) {
            refs.put(
                    "a" + i,
                    Example.inline((index + " " + i + " ").repeat(INLINE).substring(0, INLINE)));
        }
        TaskRecord record = Example.attempt(run.id(), "work/" + index, 0, TaskStatus.SUCCEEDED, refs);
        datastore.runs().commit(Example.commit(record)).join();
        return record;
    }

    @Test
    void smallRecordsAreKeptByTheThousand() {
        datastore.runs().create(run);
        FinishedTasks tasks = new FinishedTasks(datastore, run, 1_000_000);
        for (int i = 0; i < 10_000; i++) {
            tasks.add(stored(i, 0));
        }

        assertThat(tasks.kept()).isEqualTo("1000000 bytes of 2500 tasks");
    }

    @Test
    void recordsWithMuchInThemAreKeptInFewer() {
        datastore.runs().create(run);
        FinishedTasks tasks = new FinishedTasks(datastore, run, 1_000_000);
        for (int i = 0; i < 1_000; i++) {
            tasks.add(stored(i, 40));
        }

        assertThat(tasks.kept()).isEqualTo(24 * (400 + 40 * (200 + INLINE)) + " bytes of 24 tasks");
        for (int i : new int[] {0, 500, 975, 976, 999}) {
            assertThat(tasks.get(TaskId.parse("work/" + i)).artifacts()).hasSize(40);
        }
        assertThatThrownBy(() -> tasks.get(TaskId.parse("work/1000")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("run Flow/" + run.id() + " has no finished task work/1000 in memory:");
    }

    @Test
    void whatWasUsedLastStays() {
        datastore.runs().create(run);
        FinishedTasks tasks = new FinishedTasks(datastore, run, 3 * 400);
        TaskRecord first = stored(0, 0);
        tasks.add(first);
        for (int i = 1; i < 10; i++) {
            tasks.add(stored(i, 0));
            assertThat(tasks.get(first.task())).isSameAs(first);
        }
        assertThat(tasks.kept()).isEqualTo("1200 bytes of 3 tasks");
    }

    @Test
    void oneThatIsTooLargeIsKeptUntilTheNext() {
        datastore.runs().create(run);
        FinishedTasks tasks = new FinishedTasks(datastore, run, 1);
        tasks.add(stored(0, 1));
        tasks.add(stored(1, 1));
        tasks.add(stored(1, 0)); // another attempt of it

        assertThat(tasks.kept()).isEqualTo("400 bytes of 1 tasks");
    }
}
