package dev.cairn.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.flows.ForwardingDatastore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tasks that arrive at a join are found in whatever order they are asked for, and in few questions if that is the one they come in. */
class InputPagesTest {
    private final Datastore datastore = Datastore.inMemory();
    private final RunRecord run = Example.run("Flow");
    private final List<String> questions = new ArrayList<>();
    private InputPages tasks;

    /** Notes what is asked. */
    private final class Asked extends ForwardingDatastore {
        private Asked() {
            super(datastore);
        }

        @Override
        public Runs runs() {
            return new ReadOnlyRuns(delegate.runs(), DatastoreException::new) {
                @Override
                public Optional<TaskRecord> task(RunId id, TaskId task) {
                    questions.add(task.toString());
                    return super.task(id, task);
                }

                @Override
                public List<TaskRecord> tasks(RunId id, String step, List<Coordinate> from, int limit) {
                    questions.add(limit + " from " + new TaskId(step, from));
                    return super.tasks(id, step, from, limit);
                }
            };
        }
    }

    @BeforeEach
    void create() {
        datastore.runs().create(run);
        tasks = new InputPages(new FinishedTasks(new Asked(), run, 0));
    }

    private void store(String... ids) {
        for (String id : ids) {
            datastore
                    .runs()
                    .commit(Example.commit(Example.attempt(run.id(), id, 0, TaskStatus.SUCCEEDED)))
                    .join();
        }
    }

    private void assertFound(String id) {
        assertThat(tasks.find(TaskId.parse(id))).contains(Example.attempt(run.id(), id, 0, TaskStatus.SUCCEEDED));
    }

    private void assertAbsent(String id) {
        assertThat(tasks.find(TaskId.parse(id))).isEmpty();
    }

    @Test
    void inTheirOrderTheyComeInPages() {
        for (int i = 0; i < 600; i++) {
            store("work/" + i);
        }
        for (int i = 0; i < 600; i++) {
            assertFound("work/" + i);
        }

        assertThat(questions).containsExactly("work/0", "256 from work/1", "256 from work/257", "256 from work/513");
    }

    @Test
    void inAnyOtherOrderEachIsFoundByItself() {
        for (int i = 0; i < 1000; i += 300) {
            store("work/" + i);
        }
        for (int i : new int[] {900, 600, 300, 0, 900}) {
            assertFound("work/" + i);
        }

        assertThat(questions).containsExactly("work/900", "work/600", "work/300", "work/0", "work/900");
    }

    @Test
    void thoseOfStepsThatASwitchChoosesCanBeMissing() {
        store("even/0", "odd/1", "even/2", "odd/3", "even/4");
        for (int i = 0; i < 5; i++) {
            if (i % 2 == 0) {
                assertFound("even/" + i);
                assertAbsent("odd/" + i);
            } else {
                assertAbsent("even/" + i);
                assertFound("odd/" + i);
            }
        }
    }

    @Test
    void thoseOfOtherForeachesAreOthers() {
        store("work/0/0", "work/0/1", "work/1/0", "work/1/1", "end");
        for (String id : new String[] {"work/0/0", "work/0/1", "work/1/0", "work/1/1", "work/0/1", "end"}) {
            assertFound(id);
        }
        for (String id : new String[] {"work/0/2", "work/2/0", "work/1"}) {
            assertAbsent(id);
        }
    }

    @Test
    void whatCameSinceIsFound() {
        store("work/0", "work/1");
        assertFound("work/0");
        assertFound("work/1");
        assertAbsent("work/2");
        store("work/2");

        assertFound("work/2");
    }
}
