package dev.cairn.datastore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a datastore promises to many threads. */
interface ManyThreadsConformance extends StoreUnderTest {
    int THREADS = 8;

    /** Calls {@code call} in all threads at once; what they returned, by thread. */
    static <T> List<T> inAllThreads(ThreadCall<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                calls.add(() -> {
                    start.await();
                    return call.call(thread);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** What a thread does. */
    @FunctionalInterface
    interface ThreadCall<T> {
        T call(int thread) throws Exception;
    }

    @Test
    @Promise("Runs.commit lets only one of many threads commit an attempt")
    default void ofAllThatCommitOneAttemptOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            RunId run = newRun();
            List<CommitResult> results = inAllThreads(thread -> runs().commit(Example.commit(Example.attempt(
                            run,
                            "start",
                            0,
                            TaskStatus.SUCCEEDED,
                            Map.of("thread", Example.inline("thread " + thread)))))
                    .join());

            assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
            int winner = results.indexOf(CommitResult.COMMITTED);
            assertThat(runs().attempts(run, TaskId.of("start"))
                            .get(0)
                            .artifacts()
                            .get("thread"))
                    .isEqualTo(Example.inline("thread " + winner));
        }
    }

    @Test
    @Promise("Runs.tag loses nothing if many do it at once: each adds and removes its own tags, in one atomic step")
    default void ofAllThatTagARunNoneLosesWhatAnotherDid() throws Exception {
        RunRecord run = Example.run("Flow", "kept");
        runs().create(run);
        inAllThreads(thread -> {
            for (int i = 0; i < 20; i++) {
                String added = thread + " " + i;
                String before = thread + " " + (i - 1);
                runs().tag(run.id(), Set.of(added), Set.of(before));
                assertThat(runs().find(run.id()).orElseThrow().tags())
                        .contains(added)
                        .doesNotContain(before);
            }
            return thread;
        });

        Set<String> expected =
                IntStream.range(0, THREADS).mapToObj(thread -> thread + " 19").collect(Collectors.toSet());
        expected.add("kept");
        assertThat(runs().find(run.id()).orElseThrow().tags()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @Promise("Blobs.put may be called from many threads at once, even with the same content")
    default void allThatPutOneBlobStoreItOnce() throws Exception {
        for (int length : new int[] {10, 10_000, 300_000}) {
            byte[] content = Example.randomBytes(length, length);
            List<BlobInfo> results =
                    inAllThreads(thread -> thread % 2 == 0 ? blobs().put(content) : blobs().put(o -> o.write(content)));

            assertThat(Set.copyOf(results)).containsExactly(new BlobInfo(Address.ofContent(content), length));
            assertThat(blobs().read(Address.ofContent(content))).isEqualTo(content);
        }
        assertThat(Example.all(blobs().list())).hasSize(3);
    }

    @Test
    @Promise("Runs.commit may be called from many threads at once, and each immediately sees what it wrote")
    default void aThreadSeesItsOwnWritesAtOnceAndTheOthersDoNotDisturb() throws Exception {
        RunId run = newRun();
        inAllThreads(thread -> {
            for (int i = 0; i < 200; i++) {
                TaskRecord record = Example.task(run, "train/" + thread + "/" + i);
                byte[] blob = Example.randomBytes(1500, thread * 1000L + i);
                submit(Example.commit(record, blob));
                assertThat(runs().task(run, record.task())).contains(record);
                assertThat(blobs().read(Address.ofContent(blob))).isEqualTo(blob);
            }
            return thread;
        });

        List<String> expected = IntStream.range(0, THREADS)
                .boxed()
                .flatMap(thread -> IntStream.range(0, 200).mapToObj(i -> "train/" + thread + "/" + i))
                .toList();
        assertThat(Example.all(
                        runs().tasks(run, "train").map(record -> record.task().toString())))
                .isEqualTo(expected);
    }

    @Test
    @Promise("Runs.log keeps the lines of one call together")
    default void whatOneCallLogsStaysTogether() throws Exception {
        RunId run = newRun();
        TaskId task = TaskId.of("start");
        inAllThreads(thread -> {
            for (int i = 0; i < 50; i++) {
                LogLine line = new LogLine(Example.NOW, LogLine.Stream.LOG, thread + " " + i);
                runs().log(run, task, 0, List.of(line, line, line));
            }
            return thread;
        });

        List<LogLine> lines = Example.all(runs().log(run, task, 0));
        assertThat(lines).hasSize(THREADS * 50 * 3);
        for (int i = 0; i < lines.size(); i += 3) {
            assertThat(lines.subList(i, i + 3)).containsOnly(lines.get(i));
        }
    }

    @Test
    @Promise("Runs.tag is atomic: no tag is lost between threads")
    default void noTagIsLost() throws Exception {
        RunId run = newRun();
        inAllThreads(thread -> {
            for (int i = 0; i < 20; i++) {
                runs().tag(run, Set.of("t" + thread + "-" + i), Set.of("t" + thread + "-" + (i - 1)));
            }
            return thread;
        });

        assertThat(runs().find(run).orElseThrow().tags())
                .isEqualTo(IntStream.range(0, THREADS)
                        .mapToObj(i -> "t" + i + "-19")
                        .collect(Collectors.toSet()));
    }

    @Test
    @Promise("Runs.finish lets only one of many threads end a run")
    default void ofAllThatEndARunOneWins() throws Exception {
        RunId run = newRun();
        inAllThreads(thread -> {
            runs().finish(
                            run,
                            RunStatus.FAILED,
                            Example.NOW.plusSeconds(thread),
                            null,
                            new FailureRecord("" + thread, "", ""));
            return thread;
        });

        RunRecord ended = runs().find(run).orElseThrow();
        FailureRecord failure = Objects.requireNonNull(ended.failure());
        assertThat(ended.finishedAt()).isEqualTo(Example.NOW.plusSeconds(Long.parseLong(failure.type())));
    }
}
