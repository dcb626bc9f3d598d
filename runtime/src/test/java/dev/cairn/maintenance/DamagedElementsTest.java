package dev.cairn.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.maintenance.VerificationReport.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The elements of a foreach have the address that they should have, but are no elements. */
class DamagedElementsTest {
    private final Datastore datastore = Datastore.inMemory();
    private final RunRecord run = Example.run("Flow");
    private final Address lost = Address.ofContent(new byte[] {1});

    @BeforeEach
    void fill() {
        Address items = datastore.blobs().put(new byte[] {9, 9, 9, 9, 9, 9, 9}).address();
        datastore.runs().create(run);
        commit("start", Map.of(), new ForkRecord("items", 3, items));
        datastore.blobs().put(new byte[] {1});
        commit("end", Map.of("sum", new ArtifactRef(lost, 1, "int", Example.NOW, false, null)), null);
    }

    private void commit(String task, Map<String, ArtifactRef> artifacts, ForkRecord fork) {
        TaskRecord record = TaskRecord.builder(
                        run.id(), TaskId.of(task), 0, TaskStatus.SUCCEEDED, Example.NOW, Example.NOW)
                .artifacts(artifacts)
                .fork(fork)
                .build();
        datastore.runs().commit(new TaskCommit(record, Map.of())).join();
    }

    private String elements() {
        return "the elements of the foreach over `items` in Flow/" + run.id() + "/start";
    }

    @Test
    void aVerificationSaysSoAndLooksAtWhatComesAfter() {
        datastore.blobs().delete(lost);

        assertThat(Verification.of(datastore).problems())
                .extracting(Problem::where)
                .contains(elements(), "artifact `sum` of Flow/" + run.id() + "/end");
    }

    @Test
    void aGarbageCollectionDeletesNoValueWhereNobodyKnowsWhatIsNeeded() {
        Address unused = datastore.blobs().put(new byte[] {2}).address();
        GarbageCollection collection = GarbageCollection.of(datastore, RetentionPolicy.keepAll())
                .withClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(3)));

        assertThatThrownBy(collection::run)
                .isInstanceOf(DatastoreException.class)
                .hasMessageStartingWith(
                        elements() + " cannot be read: the elements of a foreach are stored in a form that");
        assertThat(datastore.blobs().find(unused)).isPresent();
        assertThat(datastore.blobs().find(lost)).isPresent();
    }
}
