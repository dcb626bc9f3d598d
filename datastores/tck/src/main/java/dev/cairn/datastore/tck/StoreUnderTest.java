package dev.cairn.datastore.tck;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskRecord;
import java.time.Instant;

/** What a test of a promise knows of the datastore under test. */
interface StoreUnderTest {
    /** The URL of the datastore under test, which is not there before the first call of {@link #datastore()}. */
    String url();

    /** Whether something is stored under this URL, as the provider says. */
    boolean exists(String url);

    /** The datastore under test, opened. */
    Datastore datastore();

    /** Opens the same datastore once more, while it is open or after. Leaves out the test where nothing lives as long. */
    Datastore openAgain();

    /** Leaves out the test where what is stored does not live as long. */
    void assumeLifetime(Lifetime least);

    /** Damages what is stored of a blob. Leaves out the test where nobody can. */
    void assumeDamaged(Address blob);

    /** The time by the clock of the datastore. */
    Instant now();

    /** What was used until now was not used lately: lets the clock of the datastore go on, if it looks at it seldom. */
    void waitUntilUnused();

    default Blobs blobs() {
        return datastore().blobs();
    }

    default Runs runs() {
        return datastore().runs();
    }

    default RunId newRun() {
        RunRecord run = Example.run("Flow");
        runs().create(run);
        return run.id();
    }

    /** What became of the commit of this record alone, as soon as that is known. */
    default CommitResult committed(TaskRecord record) {
        return runs().commit(Example.commit(record)).join();
    }

    /** Commits, and waits for nothing: what became of it shows in what is read. */
    @SuppressWarnings("FutureReturnValueIgnored")
    default void submit(TaskCommit commit) {
        runs().commit(commit);
    }
}
