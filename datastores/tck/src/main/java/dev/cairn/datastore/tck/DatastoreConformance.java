package dev.cairn.datastore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * What every datastore promises, one promise a test. A datastore conforms if a subclass passes that says where an empty one can be
 * made. With {@code dev.cairn:cairn-datastore-tck} among the dependencies of the tests, that is:
 *
 * <pre>{@code
 * class AcmeDatastoreTest extends DatastoreConformance {
 *     @TempDir
 *     Path directory;
 *
 *     @Override
 *     protected String newUrl() {
 *         return "acme:" + directory.resolve("store");
 *     }
 * }
 * }</pre>
 *
 * <p>Everything else may stay as it is. A datastore that lives shorter than on a disk says so in {@link #lifetime()}; one
 * whose bytes a test can reach overrides {@link #damage}, so that its verification is tested as well. What a datastore cannot
 * show is reported as a test that was skipped, with the reason.
 *
 * <p>A test that fails says first which {@link Promise} is broken. Tests may run one after the other only; each has an instance
 * of the class, and a datastore, of its own.
 */
@Timeout(120)
public abstract class DatastoreConformance
        implements BlobsConformance,
                BlobStreamsConformance,
                CollectionConformance,
                RunsConformance,
                CommitConformance,
                PendingCommitsConformance,
                TaskListingConformance,
                LogConformance,
                FileConformance,
                ClosedConformance,
                ManyThreadsConformance,
                InstancesConformance,
                ProcessesConformance {
    @RegisterExtension
    static final TestExecutionExceptionHandler BROKEN_PROMISES = new BrokenPromises();

    private final List<Datastore> opened = new ArrayList<>();
    private @Nullable String url;
    private @Nullable Datastore datastore;

    /** For subclasses. */
    protected DatastoreConformance() {}

    /** A URL under which no datastore was made yet. It is asked for once a test. */
    protected abstract String newUrl();

    /** How long the datastore keeps what it was given; by default longer than any process. */
    protected Lifetime lifetime() {
        return Lifetime.DURABLE;
    }

    /**
     * Opens a datastore, by default with the {@link DatastoreProvider} that the URL chooses. Other processes always do so, and
     * find it on the same class path.
     */
    protected Datastore open(String url) {
        return Datastore.of(url);
    }

    /** Whether something is stored under this URL; by default as the {@link DatastoreProvider} says that it chooses. */
    @Override
    public boolean exists(String url) {
        return Datastore.exists(url);
    }

    /**
     * Flips one bit of what is stored of a blob, of random content and 200,000 bytes long; where there are several copies, in each.
     * By default does nothing.
     *
     * @param url where the blob is; the datastore is open
     * @return whether it did
     * @throws Exception if it failed, and so the test
     */
    protected boolean damage(String url, Address blob) throws Exception {
        return false;
    }

    /** The time by the clock by which the datastore notes when a blob was used; by default that of this machine. */
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public final synchronized String url() {
        if (url == null) {
            url = newUrl();
        }
        return url;
    }

    @Override
    public final synchronized Datastore datastore() {
        if (datastore == null) {
            datastore = opened();
        }
        return datastore;
    }

    @Override
    public final synchronized Datastore openAgain() {
        assumeLifetime(Lifetime.PROCESS);
        return opened();
    }

    private Datastore opened() {
        Datastore store = open(url());
        opened.add(store);
        return store;
    }

    @Override
    public final void assumeLifetime(Lifetime least) {
        assumeTrue(
                lifetime().compareTo(least) >= 0,
                () -> "a datastore of lifetime " + lifetime() + " cannot show what one of " + least + " can");
    }

    @Override
    public final void assumeDamaged(Address blob) {
        boolean[] damaged = new boolean[1];
        assertThatCode(() -> damaged[0] = damage(url(), blob))
                .as("the test could not damage the blob")
                .doesNotThrowAnyException();
        assumeTrue(damaged[0], "the test does not override `damage`");
    }

    @AfterEach
    final void closeAll() {
        opened.forEach(Datastore::close);
    }

    @Test
    @Promise("Datastore.inlineLimit lets values of a few hundred bytes go inline, and none of more than 64 KiB")
    void valuesOfAFewHundredBytesGoInline() {
        assertThat(datastore().inlineLimit()).isBetween(256, 64 * 1024);
    }

    @Test
    @Promise("Datastore.url opens this datastore")
    void itKnowsItsUrl() {
        String known = datastore().url();
        if (lifetime() == Lifetime.INSTANCE) {
            assertThat(known).isEqualTo(url());
            return;
        }
        Address blob = blobs().put(new byte[] {1, 2, 3}).address();
        Datastore again = open(known);
        opened.add(again);

        assertThat(again.url()).isEqualTo(known);
        assertThat(again.blobs().read(blob)).containsExactly(1, 2, 3);
    }

    @Test
    @Promise("Datastore.exists tells a datastore that is there from one that is not, and never makes one")
    void whetherItExistsIsToldWithoutMakingIt() {
        assertThat(exists(url())).as("before it was made").isFalse();
        assertThat(exists(url())).as("after it was looked for").isFalse();

        datastore().close();

        assertThat(exists(url())).as("after it was made").isEqualTo(lifetime() != Lifetime.INSTANCE);
    }
}
