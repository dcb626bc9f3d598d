package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunRecord;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnTest {
    private static final int PROCESSES = 3;
    private static final int COMMITS = 60;

    @TempDir
    private Path directory;

    /** SQLite alone lets one process write several times while the others sleep: about four times of ten it is the same one again. */
    @Test
    void processesWriteInTurns() throws IOException, SQLException {
        String url = "file:" + directory;
        List<RunRecord> runs = new ArrayList<>();
        try (Datastore datastore = Datastore.of(url)) {
            for (int i = 0; i < PROCESSES; i++) {
                RunRecord run = Example.run("Flow");
                datastore.runs().create(run);
                runs.add(run);
            }
        }
        List<ChildProcess> children = new ArrayList<>();
        try {
            for (RunRecord run : runs) {
                children.add(ChildProcess.start(
                        CommittingProcess.class, url, run.id().value(), "train", "1000000"));
            }
            for (int i = 0; i < COMMITS; i++) {
                for (ChildProcess child : children) {
                    child.line();
                }
            }
        } finally {
            children.forEach(ChildProcess::close);
        }

        List<Long> owners = owners();
        int begin = 0;
        int end = owners.size();
        for (long run = 1; run <= PROCESSES; run++) {
            begin = Math.max(begin, owners.indexOf(run));
            end = Math.min(end, owners.lastIndexOf(run) + 1);
        }
        List<Long> together = owners.subList(begin, end);
        long changes = 0;
        for (int i = 1; i < together.size(); i++) {
            changes += together.get(i).equals(together.get(i - 1)) ? 0 : 1;
        }
        System.out.println(PROCESSES + " processes committed " + together.size() + " times together; " + changes
                + " times it was another one's turn");
        assertThat(together).hasSizeGreaterThan(COMMITS);
        assertThat(changes).isGreaterThan(together.size() * 3 / 4);
    }

    /** The runs of all commits, in their order. */
    private List<Long> owners() throws SQLException {
        StoreDirectory store = StoreDirectory.open(directory);
        try (Session session = Database.open(store).newReader()) {
            return session.list("SELECT run FROM task ORDER BY number", row -> row.getLong(1));
        }
    }

    /** Stands in the queue for ever. */
    static final class Standing {
        private Standing() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0], "turn"), StandardOpenOption.WRITE)) {
                channel.lock(Long.parseLong(arguments[1]), 1, false);
                System.out.println("standing");
                Thread.currentThread().join();
            }
        }
    }

    @Test
    void whoIsStoppedInTheQueueStopsNobodyElse() throws IOException {
        RunRecord run = Example.run("Flow");
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            datastore.runs().create(run);
            for (String place : List.of("0", "1")) {
                try (ChildProcess child = ChildProcess.start(Standing.class, directory.toString(), place)) {
                    assertThat(child.line()).isEqualTo("standing");
                    for (int i = 0; i < 20; i++) {
                        assertThat(datastore
                                        .runs()
                                        .commit(Example.commit(Example.task(run.id(), "step" + place + "/" + i)))
                                        .join())
                                .isEqualTo(CommitResult.COMMITTED);
                    }
                }
            }
        }
    }
}
