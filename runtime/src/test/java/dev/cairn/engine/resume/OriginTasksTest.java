package dev.cairn.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskStatus;
import org.junit.jupiter.api.Test;

/** The finished tasks of a run, in item order and otherwise. */
class OriginTasksTest {
    @Test
    void findsWhatIsThereInAnyOrder() {
        try (Datastore datastore = Datastore.inMemory()) {
            RunRecord run = Example.run("Flow");
            datastore.runs().create(run);
            for (String task : new String[] {"train/0", "train/2", "train/5", "score/1", "score/0", "train/300"}) {
                datastore
                        .runs()
                        .commit(Example.commit(Example.task(run.id(), task)))
                        .join();
            }
            datastore
                    .runs()
                    .commit(Example.commit(Example.attempt(run.id(), "train/4", 0, TaskStatus.FAILED)))
                    .join();

            try (OriginTasks tasks = new OriginTasks(datastore.runs(), run.id(), new PresentBlobs(datastore.blobs()))) {
                for (String task : new String[] {
                    "train/0", "train/2", "score/0", "train/5", "score/1", "train/0", "train/5", "train/300", "train/2"
                }) {
                    assertThat(tasks.find(TaskId.parse(task))).as(task).contains(Example.task(run.id(), task));
                }
                for (String task : new String[] {"train/1", "train/4", "train/301", "join", "score/2", "train/3"}) {
                    assertThat(tasks.find(TaskId.parse(task))).as(task).isEmpty();
                }
            }
        }
    }
}
