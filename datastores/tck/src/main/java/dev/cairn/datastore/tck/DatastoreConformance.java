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
 * What every datastore promises, with one promise per test. To test a datastore, extend this class and say where it can be created,
 * empty. The datastore conforms if all tests pass. With {@code dev.cairn:cairn-datastore-tck} as a test dependency, this is enough:
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
 * <p>The other methods have defaults. Override {@link #lifetime()} for a datastore that does not outlive its process. Override
 * {@link #damage} for a datastore whose stored bytes a test can change, so that its verification is tested as well. Tests that a
 * datastore cannot support are skipped, with the reason.
 *
 * <p>A failure first names the {@link Promise} that is broken. Tests must not run in parallel. Each test has its own instance of
 * the class and its own datastore.
 */
@Timeout(120)
public abstract class DatastoreConformance
        implements BlobsConformance,
                BlobStreamsConformance,
                CollectionConformance,
                GarbageConformance,
                RunsConformance,
                ExclusiveConformance,
                CommitConformance,
                PendingCommitsConformance,
                TaskListingConformance,
                LogConformance,
                FileConformance,
                ImportConformance,
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

    /** {@return a URL where no datastore exists yet} Called once per test. */
    protected abstract String newUrl();

    /** {@return how long the datastore keeps its content; by default longer than any process} */
    protected Lifetime lifetime() {
        return Lifetime.DURABLE;
    }

    /**
     * Opens a datastore, by default with the {@link DatastoreProvider} of its URL scheme. Other processes always do this, with the
     * same class path.
     *
     * @param url what {@link #newUrl} returned, perhaps opened before
     * @return the datastore, open
     */
    protected Datastore open(String url) {
        return Datastore.of(url);
    }

    /** Whether a datastore exists under this URL; by default, the {@link DatastoreProvider} of its URL scheme decides. */
    @Override
    public boolean exists(String url) {
        return Datastore.exists(url);
    }

    /**
     * Flips one bit of the stored bytes of a blob, in every copy of it. The blob has 200,000 bytes of random content. By default does
     * nothing.
     *
     * @param url the URL of the datastore, which is open
     * @param blob the address of the blob
     * @return whether a bit was flipped; if not, the test is skipped
     * @throws Exception if the bit could not be flipped, which fails the test
     */
    protected boolean damage(String url, Address blob) throws Exception {
        return false;
    }

    /** The current time of the clock with which the datastore records when a blob was used; by default that of this machine. */
    @Override
    public Instant now() {
        return Instant.now();
    }

    /**
     * Lets the clock with which the datastore records when a blob was used go on, so far that all that was used before counts as used
     * earlier than {@link #now()}. By default does nothing: for a datastore that records each use.
     */
    @Override
    public void waitUntilUnused() {}

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
    @Promise("Datastore.exists says whether a datastore exists, and never creates one")
    void whetherItExistsIsToldWithoutMakingIt() {
        assertThat(exists(url())).as("before it was made").isFalse();
        assertThat(exists(url())).as("after it was looked for").isFalse();

        datastore().close();

        assertThat(exists(url())).as("after it was made").isEqualTo(lifetime() != Lifetime.INSTANCE);
    }
}
