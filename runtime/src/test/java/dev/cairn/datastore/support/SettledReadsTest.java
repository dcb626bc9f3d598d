package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.StepCount;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskStatus;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reads the attempts of a run waits for those that are on their way, but not for those of other runs. */
@Timeout(60)
class SettledReadsTest {
    private final CountDownLatch disk = new CountDownLatch(1);
    private final RunRecord written = Example.run("Written");
    private final RunRecord read = Example.run("Read");
    private Optional<List<Tally>> tallies = Optional.empty();
    private final KernelDatastore datastore =
            KernelDatastore.grouping(new SlowStore(), BlobStore.none(), Compression.none());

    /** A store that cannot write for a while, and in which there is nothing but two runs. */
    private final class SlowStore implements RecordStore {
        @Override
        public String url() {
            return "slow:";
        }

        @Override
        public List<CommitResult> apply(List<Entry> batch) {
            try {
                disk.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Collections.nCopies(batch.size(), CommitResult.COMMITTED);
        }

        @Override
        public <T> T read(Function<Records, T> question) {
            return question.apply((Records) Proxy.newProxyInstance(
                    Records.class.getClassLoader(),
                    new Class<?>[] {Records.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "run" ->
                            Stream.of(written, read)
                                    .filter(run -> run.id().equals(arguments[0]))
                                    .findFirst()
                                    .map(run -> new StoredRun(run, run == read ? 1 : 2, 1));
                        case "tallies" -> tallies;
                        default -> List.of();
                    }));
        }

        @Override
        public void close() {}
    }

    @AfterEach
    void close() {
        disk.countDown();
        datastore.close();
    }

    @Test
    void ofAnotherRunIsReadAtOnce() {
        datastore.runs().commit(Example.commit(Example.task(written.id(), "train/0")));

        assertThat(datastore.runs().tasks(read.id(), "train")).isEmpty();
        assertThat(datastore.runs().tasks(read.id(), "train", 0, 10)).isEmpty();
        assertThat(datastore.runs().tasks(read.id(), "train", List.of(), 10)).isEmpty();
        assertThat(datastore.runs().attempts(read.id())).isEmpty();
        assertThat(datastore.runs().counts(read.id())).isEmpty();
        assertThat(datastore.runs().task(written.id(), TaskId.parse("train/0"))).isPresent();
    }

    static Stream<Named<BiConsumer<Runs, RunId>>> readsOfARun() {
        return Stream.of(
                named("counts", Runs::counts),
                named("tasks of a step", (runs, run) -> runs.tasks(run, "train").toList()),
                named("tasks of a step, from a number", (runs, run) -> runs.tasks(run, "train", 0, 10)),
                named("tasks of a step, from a position", (runs, run) -> runs.tasks(run, "train", List.of(), 10)),
                named("attempts", (runs, run) -> runs.attempts(run).toList()),
                named("files", (runs, run) -> runs.files(run, "").toList()),
                named(
                        "output",
                        (runs, run) -> runs.log(run, TaskId.parse("train/0"), 0).toList()));
    }

    private static Named<BiConsumer<Runs, RunId>> named(String name, BiConsumer<Runs, RunId> read) {
        return Named.of(name, read);
    }

    @ParameterizedTest
    @MethodSource("readsOfARun")
    void ofTheSameRunIsReadOnceItIsStored(BiConsumer<Runs, RunId> question) throws Exception {
        datastore.runs().commit(Example.commit(Example.task(written.id(), "train/0")));
        CountDownLatch done = new CountDownLatch(1);
        Thread reading = new Thread(() -> {
            question.accept(datastore.runs(), written.id());
            done.countDown();
        });
        reading.start();
        while (reading.getState() != Thread.State.WAITING && reading.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        assertThat(done.getCount()).isEqualTo(1);

        disk.countDown();
        reading.join();
        assertThat(done.getCount()).isZero();
    }

    @Test
    void aStoreThatCountsIsAskedForItsCounts() {
        Instant first = Instant.EPOCH;
        Instant last = first.plusSeconds(5);
        tallies = Optional.of(List.of(new Tally(Tally.Kind.SUCCEEDED, "train", 3, 0, first, last)));
        assertThat(datastore.runs().counts(read.id()))
                .containsExactly(new StepCount("train", TaskStatus.SUCCEEDED, 3, first, last));
    }
}
