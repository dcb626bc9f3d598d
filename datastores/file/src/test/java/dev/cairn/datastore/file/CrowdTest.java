package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.maintenance.GarbageCollection;
import dev.cairn.maintenance.RetentionPolicy;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several processes make a datastore together and write to it, each its own runs, some of which they delete, while this one reads,
 * verifies and collects garbage. {@code -Dcrowd=8 -Dcrowd.runs=200} makes it a crowd.
 */
@Timeout(600)
class CrowdTest {
    private static final int PROCESSES = Integer.getInteger("crowd", 3);
    private static final int RUNS = Integer.getInteger("crowd.runs", 6);
    private static final int TASKS = 20;

    @TempDir
    private Path directory;

    /** One of them. Arguments: the URL, how many runs. */
    static final class Writing {
        private Writing() {}

        public static void main(String[] arguments) {
            try (Datastore datastore = Datastore.of(arguments[0])) {
                for (int number = 0; number < Integer.parseInt(arguments[1]); number++) {
                    RunRecord run = Example.run("Flow").toBuilder()
                            .heartbeatAt(Instant.now())
                            .build();
                    datastore.runs().create(run);
                    CompletableFuture.allOf(IntStream.range(0, TASKS)
                                    .mapToObj(i -> commit(datastore, run.id(), "work/" + i))
                                    .toArray(CompletableFuture[]::new))
                            .join();
                    datastore.runs().finish(run.id(), RunStatus.SUCCEEDED, Instant.now(), null, null);
                    if (number % 3 == 2) {
                        datastore.runs().delete(run.id());
                        datastore.blobs().sweep();
                    } else {
                        System.out.println(run.id());
                    }
                }
            }
        }

        private static CompletableFuture<?> commit(Datastore datastore, RunId run, String task) {
            datastore.blobs().put(CommittingProcess.large(task)); // all processes have the same values
            return datastore.runs().commit(Example.commit(Example.task(run, task), CommittingProcess.small(task)));
        }
    }

    @Test
    void everyRunIsComplete() throws IOException {
        String url = "file:" + directory.resolve("store");
        List<ChildProcess> processes = new ArrayList<>();
        Set<String> acknowledged = new HashSet<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(ChildProcess.start(Writing.class, url, String.valueOf(RUNS)));
            }
            try (Datastore datastore = Datastore.of(url)) {
                for (ChildProcess process : processes) {
                    for (int line = 0; line < RUNS - RUNS / 3; line++) {
                        acknowledged.add(process.line());
                        requireComplete(datastore, acknowledged);
                        assertThat(Verification.of(datastore).problems()).isEmpty();
                        GarbageCollection.of(datastore, RetentionPolicy.keepAll())
                                .run();
                    }
                    assertThat(process.waitFor()).isZero();
                }
                requireComplete(datastore, acknowledged);
                assertThat(Verification.of(datastore).problems()).isEmpty();
                assertThat(Example.all(datastore.runs().list(RunQuery.all())))
                        .extracting(run -> run.id().value())
                        .containsExactlyInAnyOrderElementsOf(acknowledged);
            }
        } finally {
            processes.forEach(ChildProcess::close);
        }
    }

    private static void requireComplete(Datastore datastore, Set<String> runs) {
        for (String run : runs) {
            assertThat(Example.all(datastore.runs().tasks(new RunId(run), "work")))
                    .extracting(task -> task.task())
                    .isEqualTo(IntStream.range(0, TASKS)
                            .mapToObj(i -> TaskId.parse("work/" + i))
                            .toList());
        }
    }
}
