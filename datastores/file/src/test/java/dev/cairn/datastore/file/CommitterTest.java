package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitterTest {
    @TempDir
    private Path path;

    private Readers readers;
    private Committer committer;

    @BeforeEach
    void open() {
        Database database = Database.open(StoreDirectory.open(path));
        readers = new Readers(database);
        committer = new Committer(database);
    }

    @AfterEach
    void close() {
        committer.close();
        readers.close();
    }

    private static Write<String> writing(String flow) {
        return session -> {
            FlowRows.rename(session, flow, "com.acme.Flow");
            return flow;
        };
    }

    private List<String> flows() {
        return readers.read(session -> session.list("SELECT name FROM flow ORDER BY name", row -> row.getString(1)));
    }

    @Test
    void whatIsQueuedMeanwhileSharesATransaction() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        List<Long> transactions = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Boolean> first = startedAndWaiting(queued);
        List<CompletableFuture<String>> later = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String flow = "flow" + i;
            later.add(committer.submit(session -> {
                // what others see does not change within a transaction
                transactions.add(readers.read(reader -> reader.number("SELECT count(*) FROM flow")));
                return writing(flow).apply(session);
            }));
        }
        queued.countDown();

        assertThat(first.join()).isTrue();
        later.forEach(CompletableFuture::join);
        assertThat(transactions).hasSize(100).containsOnly(0L);
        assertThat(flows()).hasSize(100);
    }

    @Test
    void aRefusedWriteDoesNotHarmTheOthersOfItsTransaction() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = startedAndWaiting(queued);
        CompletableFuture<String> before = committer.submit(writing("before"));
        CompletableFuture<String> refused = committer.submit(session -> {
            throw new DatastoreException("no");
        });
        CompletableFuture<String> after = committer.submit(writing("after"));
        queued.countDown();

        assertThat(first.join()).isTrue();
        assertThat(before.join()).isEqualTo("before");
        assertThat(after.join()).isEqualTo("after");
        assertThatThrownBy(refused::join)
                .hasRootCauseInstanceOf(DatastoreException.class)
                .hasRootCauseMessage("no");
        assertThat(flows()).containsExactly("after", "before");
    }

    @Test
    void afterAFailureNothingIsWrittenAnyMore() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = startedAndWaiting(queued);
        CompletableFuture<String> before = committer.submit(writing("before"));
        CompletableFuture<String> failed = committer.submit(session -> {
            throw new SQLException("the disk is on fire");
        });
        queued.countDown();

        assertThat(first.join()).isTrue(); // in a transaction of its own
        String message = "the datastore `file:" + path + "` failed: the disk is on fire";
        for (CompletableFuture<?> together : List.of(before, failed)) {
            assertThatThrownBy(together::join)
                    .hasCauseInstanceOf(DatastoreException.class)
                    .cause()
                    .hasMessage(message);
        }
        assertThatThrownBy(() -> committer.write(writing("later")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(message + " Nothing was stored since; open the datastore again.")
                .cause()
                .hasMessage(message);
        committer.settle();
        assertThat(flows()).isEmpty();
    }

    @Test
    void whatBuildsOnNothingIsWrittenWithTheFirstFailureAndAfterIt() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = startedAndWaiting(queued);
        CompletableFuture<String> before = committer.submit(writing("before"));
        CompletableFuture<String> together = committer.submit(new Independent("together", 0));
        CompletableFuture<String> failed = committer.submit(session -> {
            throw new SQLException("the disk is on fire");
        });
        queued.countDown();

        assertThat(first.join()).isTrue();
        assertThat(together.join()).isEqualTo("together");
        assertThat(committer.write(new Independent("later", 0))).isEqualTo("later");
        for (CompletableFuture<?> lost : List.of(before, failed)) {
            assertThatThrownBy(lost::join)
                    .cause()
                    .hasMessage("the datastore `file:" + path + "` failed: the disk is on fire");
        }
        assertThat(flows()).containsExactly("later", "together");
        committer.settle();
    }

    @Test
    void whatBuildsOnNothingIsTriedOnceMoreWhereItFailsFirst() {
        assertThat(committer.write(new Independent("alone", 1))).isEqualTo("alone");

        String message = "the datastore `file:" + path + "` failed: attempt 1";
        assertThatThrownBy(() -> committer.write(writing("later")))
                .hasMessage(message + " Nothing was stored since; open the datastore again.");
        assertThat(flows()).containsExactly("alone");
    }

    @Test
    void whereTheReserveDoesNotHelpEitherTheFirstFailureIsTold() {
        assertThat(path.resolve("reserve")).doesNotExist();
        assertThatThrownBy(() -> committer.write(new Independent("alone", 3)))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `file:" + path + "` failed: attempt 1");

        assertThat(path.resolve("reserve")).doesNotExist();
        assertThat(flows()).isEmpty();
    }

    @Test
    void whatIsDurableIsToldToBeThoughMemoryWasShortMeanwhile() {
        AtomicInteger settled = new AtomicInteger();
        Write<String> write = new Write<>() {
            @Override
            public String apply(Session session) throws SQLException, IOException {
                return writing("durable").apply(session);
            }

            @Override
            public void settled() {
                if (settled.incrementAndGet() <= 2) {
                    throw new OutOfMemoryError("not now");
                }
            }
        };

        assertThat(committer.write(write)).isEqualTo("durable");
        assertThat(settled).hasValue(3);
        assertThat(committer.write(writing("later"))).isEqualTo("later");
        assertThat(flows()).containsExactly("durable", "later");
    }

    @Test
    void itsThreadOutlivesAWriteThatCannotBeWeighedThere() throws Exception {
        Write<String> write = new Write<>() {
            @Override
            public String apply(Session session) throws SQLException, IOException {
                return writing("weighed").apply(session);
            }

            @Override
            public long weight() {
                if (Thread.currentThread().getName().equals("cairn-committer")) {
                    throw new OutOfMemoryError("not there");
                }
                return 1;
            }
        };

        assertThat(committer.submit(write).get(10, TimeUnit.SECONDS)).isEqualTo("weighed");
    }

    /** Builds on nothing; fails at its first attempts. */
    private static final class Independent implements Write<String> {
        private final String flow;
        private final int failures;
        private int attempts;

        Independent(String flow, int failures) {
            this.flow = flow;
            this.failures = failures;
        }

        @Override
        public String apply(Session session) throws SQLException, IOException {
            attempts++;
            if (attempts <= failures) {
                throw new SQLException("attempt " + attempts);
            }
            return writing(flow).apply(session);
        }

        @Override
        public boolean mayFollowFailure() {
            return true;
        }
    }

    @Test
    void commitsAreToldInOrder() {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> commits = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int number = i;
            commits.add(committer.submit(session -> number).thenAccept(told::add));
        }
        commits.forEach(CompletableFuture::join);

        assertThat(told).isSorted().hasSize(200);
    }

    @Test
    void whatWasQueuedBeforeTheEndIsWritten() {
        CompletableFuture<String> queued = committer.submit(writing("last"));
        committer.close();

        assertThat(queued.join()).isEqualTo("last");
        assertThat(flows()).containsExactly("last");
        assertThatThrownBy(() -> committer.write(writing("later")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `file:" + path + "` is closed");
    }

    /** A write that is being written, alone, until {@code queued}. */
    private CompletableFuture<Boolean> startedAndWaiting(CountDownLatch queued) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Boolean> write = committer.submit(session -> {
            started.countDown();
            return awaitQuietly(queued);
        });
        started.await();
        return write;
    }

    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
