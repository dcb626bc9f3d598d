package dev.cairn.engine.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.internal.HiddenTexts;
import dev.cairn.runtime.internal.WritingAttempt;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is stored of the output of a run, and how much. */
@Timeout(60)
class RunOutputTest {
    private final Datastore datastore = Datastore.inMemory();
    private final RunId run = RunId.next(Clock.systemUTC());
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private RunOutput output;

    @BeforeEach
    void open() {
        datastore
                .runs()
                .create(RunRecord.builder(run, "Flow", "Flow", Clock.systemUTC().instant())
                        .build());
        output = new RunOutput(
                datastore.runs(),
                "Flow",
                run,
                Clock.systemUTC(),
                (path, line) -> told.add(path.substring(path.lastIndexOf('/') + 1) + " " + line.text()),
                HiddenTexts.of(List.of("hunter2", "key line 1\nkey line 2\n}\n")),
                true,
                new OutputLimits(1000, 1500));
        output.open();
    }

    @AfterEach
    void close() {
        output.close();
        datastore.close();
    }

    private TaskUnit unit(String step) {
        return new TaskUnit("Flow", run, TaskId.of(step), 0, List.of());
    }

    private List<String> stored(String step) {
        return stored(TaskId.of(step));
    }

    private List<String> stored(TaskId task) {
        try (Stream<LogLine> log = datastore.runs().log(run, task, 0)) {
            return log.map(line -> line.stream() + " " + line.text()).toList();
        }
    }

    /** A task that prints lines of ten bytes each. */
    private void printing(String step, int lines) {
        OutputLog log = output.newLog(unit(step));
        OutputSource source = output.newSource(unit(step), log);
        source.call(() -> {
            for (int i = 0; i < lines; i++) {
                System.out.println("0\u20ac45678");
            }
            return null;
        });
        source.end();
        log.flush();
    }

    @Test
    void anAttemptIsCutWhereItIsTooLong() {
        printing("long", 110);

        assertThat(stored("long"))
                .hasSize(101)
                .endsWith("LOG the output of this attempt is longer than 1.0 kB; what would follow here is not stored."
                        + " Write large amounts to a file: `task.files()` keeps it.");
        assertThat(told).hasSize(111).endsWith("long 0\u20ac45678");
    }

    @Test
    void aRunIsCutWhereItIsTooLong() {
        printing("first", 100);
        printing("second", 60);
        printing("third", 1);

        String cut = "LOG the output of this run is longer than 1.5 kB; what would follow here is not stored. Write"
                + " large amounts to a file: `task.files()` keeps it.";
        assertThat(stored("first")).hasSize(100).doesNotContain(cut);
        assertThat(stored("second")).hasSize(51).endsWith(cut);
        assertThat(stored("third")).containsExactly(cut);
    }

    @Test
    void whatCairnSaysIsStoredAfterACut() {
        OutputLog log = output.newLog(unit("long"));
        log.log("x".repeat(1001));
        log.log("more");
        log.add("failed; a retry follows");
        log.flush();

        assertThat(stored("long")).hasSize(2).endsWith("LOG failed; a retry follows");
    }

    @Test
    void secretsAreHiddenHoweverTheyArePrinted() {
        OutputLog log = output.newLog(unit("start"));
        OutputSource source = output.newSource(unit("start"), log);
        source.call(() -> {
            System.out.print("a hun");
            System.out.println("ter2");
            System.err.println("key line 1\nkey line 2\n}");
            System.out.println("key line 2");
            return null;
        });
        source.end();
        log.flush();

        assertThat(stored("start")).containsExactly("OUT a ***", "ERR ***", "OUT ***");
        assertThat(told).containsExactly("start a ***", "start ***", "start ***");
    }

    /** A long task can be followed: its lines are stored while it runs. */
    @Test
    void linesAreStoredAfterAWhile() throws InterruptedException {
        OutputLog log = output.newLog(unit("start"));
        OutputSource source = output.newSource(unit("start"), log);
        source.call(() -> {
            System.out.println("here I am");
            return null;
        });

        while (stored("start").isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(stored("start")).containsExactly("OUT here I am");
        try (Stream<LogLine> notes = datastore.runs().log(run, TaskId.RUN, WritingAttempt.NOTES)) {
            assertThat(notes.map(WritingAttempt::of))
                    .containsExactly(Optional.of(new WritingAttempt(TaskId.of("start"), 0)));
        }
    }

    /** A task that was abandoned, or whose step called {@code System.exit}. */
    @Test
    void whatATaskLeavesIsStoredAtTheEnd() {
        OutputLog log = output.newLog(unit("start"));
        OutputSource source = output.newSource(unit("start"), log);
        source.call(() -> {
            System.out.print("not a whole line");
            return null;
        });
        output.close();

        assertThat(stored("start")).containsExactly("OUT not a whole line");
        assertThat(told).containsExactly("start not a whole line");
    }

    @Test
    void aProblemOfTheDatastoreIsLeftToTheCommit() {
        OutputLog log = output.newLog(unit("start"));
        OutputSource source = output.newSource(unit("start"), log);
        datastore.close();
        source.call(() -> {
            for (int i = 0; i < 1000; i++) {
                System.out.println();
            }
            return null;
        });
        source.end();

        assertThatThrownBy(log::flush).isInstanceOf(DatastoreException.class);
    }

    @Test
    void whatIsNobodysIsTheRuns() throws InterruptedException {
        Thread bystander = new Thread(() -> System.out.println("by the way"));
        bystander.start();
        bystander.join();
        output.close();

        assertThat(stored(TaskId.RUN)).containsExactly("OUT by the way");
        assertThat(told).containsExactly(run + " by the way");
    }
}
