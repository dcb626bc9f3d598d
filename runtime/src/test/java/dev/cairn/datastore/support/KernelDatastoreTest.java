package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked of the store as a whole. */
@Timeout(60)
class KernelDatastoreTest {
    private static final RunId RUN = RunId.next(Clock.systemUTC());

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch disk = new CountDownLatch(1);

    /** Notes what it is told. */
    private class Noting implements RecordStore {
        @Override
        public String url() {
            return "noting:";
        }

        @Override
        public List<CommitResult> apply(List<Entry> batch) {
            batch.forEach(entry -> told.add(entry.getClass().getSimpleName()));
            return Collections.nCopies(batch.size(), CommitResult.LOST); // there is nothing to delete or to free
        }

        @Override
        public <T> T read(Function<Records, T> read) {
            return read.apply(new NoRecords());
        }

        @Override
        public List<String> problems() {
            told.add("problems");
            return List.of("a page is damaged");
        }

        @Override
        public void backUp(String directory) {
            told.add("back up to " + directory);
        }

        @Override
        public void tidy() {
            told.add("tidy");
        }

        @Override
        public void close() {
            told.add("close");
        }
    }

    private final class Slow extends Noting {
        @Override
        public List<CommitResult> apply(List<Entry> batch) {
            try {
                disk.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return super.apply(batch);
        }
    }

    private KernelDatastore direct() {
        return KernelDatastore.direct(new Noting(), BlobStore.none(), Compression.none());
    }

    @Test
    void itsStoreIsAsked() {
        KernelDatastore datastore = direct();

        assertThat(datastore.url()).isEqualTo("noting:");
        assertThat(datastore.inlineLimit()).isEqualTo(1024);
        assertThat(datastore.problems()).containsExactly("a page is damaged");
        datastore.backUp("/backup");
        datastore.tidyBeforeExit(Duration.ofSeconds(10));
        datastore.repair();
        datastore.close();

        assertThat(told).containsExactly("problems", "back up to /backup", "tidy", "Rebuild", "FreeSpace", "close");
    }

    @Test
    void onceItIsClosedAllIsRefused() {
        KernelDatastore datastore = direct();
        datastore.close();
        told.clear();

        for (ThrowingCallable late : List.<ThrowingCallable>of(
                datastore::problems,
                () -> datastore.backUp("/backup"),
                datastore::repair,
                () -> datastore.runs().find(RUN),
                () -> datastore.runs().task(RUN, Example.task(RUN, "train").task()),
                () -> datastore.runs().beginImport(Example.run("Flow")),
                () -> datastore.runs().delete(RUN))) {
            assertThatThrownBy(late)
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("the datastore `noting:` is closed");
        }
        assertThat(told).isEmpty();
    }

    /** So that they see and copy it too. */
    @Test
    void whatIsOnItsWayIsWaitedFor() throws InterruptedException {
        KernelDatastore datastore = KernelDatastore.grouping(new Slow(), BlobStore.none(), Compression.none());
        Thread deleting = waiting(() -> datastore.blobs().delete(Address.ofContent(new byte[1])));
        Thread looking = waiting(datastore::problems);
        Thread copying = waiting(() -> datastore.backUp("/backup"));
        Thread listing = waiting(() -> Example.all(datastore.blobs().list()));
        assertThat(told).isEmpty();

        disk.countDown();
        deleting.join();
        looking.join();
        copying.join();
        listing.join();
        datastore.close();

        assertThat(told)
                .startsWith("DeleteBlob")
                .contains("problems", "back up to /backup")
                .endsWith("tidy", "close");
    }

    private static Thread waiting(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void aStoreNeedNotBeAbleToDoAllOfThat() {
        RecordStore least = new BlobTable(Compression.none());
        KernelDatastore datastore = KernelDatastore.direct(least, BlobStore.none(), Compression.none());

        assertThat(datastore.problems()).isEmpty();
        assertThatThrownBy(() -> datastore.backUp("/backup"))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(DatastoreException.noBackup("table:").getMessage());
        assertThat(least.makeRoom()).isFalse();
        datastore.tidyBeforeExit(Duration.ofSeconds(10));
    }
}
