package dev.cairn.samples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunStatus;
import dev.cairn.samples.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees whose data file is missing or broken, and what is in the datastore then. */
class BrokenDataTest {
    private static final String PENGUINS = "species,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g\n";
    private static final String FLIGHTS = "date,delay_minutes,distance_miles,origin,destination\n";

    @TempDir
    private Path directory;

    private JavaProcess process;

    @BeforeEach
    void newProcess() {
        process = new JavaProcess(directory, List.of());
    }

    @Test
    void brokenPenguin() throws IOException, InterruptedException {
        assertBroken(
                "PenguinFlow",
                PENGUINS + "Adelie,39.1,18.7,181,3750\nAdelie,39.5,wide,186,3800\n",
                "mine.csv, line 3: `wide` in column bill_depth_mm is not a number. Mend the line or remove it.");
        assertBroken(
                "PenguinFlow",
                PENGUINS + "Emperor,39.1,18.7,181,3750\n",
                "mine.csv, line 2: `Emperor` in column species is not a species of this archipelago."
                        + " Mend the line or remove it.");
        assertTheNextRunWorks("PenguinFlow");
    }

    @Test
    void brokenFlight() throws IOException, InterruptedException {
        assertBroken(
                "FlightDelayFlow",
                FLIGHTS + "2001/01/01 00:47,late,1750,DTW,LAS\n",
                "mine.csv, line 2: `late` in column delay_minutes is not a whole number. Mend the line or remove it.");
        assertBroken(
                "FlightDelayFlow",
                FLIGHTS + "2001/01/01 00:47,66,1750,DTW,LAS\n2001/02/30 00:47,66,1750,DTW,LAS\n",
                "mine.csv, line 3: `2001/02/30 00:47` in column date is not a time such as 2001/01/31 23:59."
                        + " Mend the line or remove it.");
        assertTheNextRunWorks("FlightDelayFlow", "--tolerance", "0.1"); // fewer rounds
    }

    @Test
    void missingFile() throws IOException, InterruptedException {
        for (String flow : List.of("PenguinFlow", "FlightDelayFlow")) {
            JavaProcess.Result result = run(flow);

            assertThat(result.errors())
                    .isEqualTo("--data cannot be `mine.csv`: there is no file `" + directory.resolve("mine.csv")
                            + "`. Write the path of a file.\n");
            assertThat(result.output()).isEmpty();
            assertThat(result.exitStatus()).isEqualTo(2);
            assertThat(directory.resolve("store")).doesNotExist();
        }
    }

    private JavaProcess.Result run(String flow) throws IOException, InterruptedException {
        return process.cairn("run", flow, "--data", "mine.csv", "--datastore", "file:store");
    }

    /** One sentence, and whose step it was; the run is there, and so is the file that broke it. */
    private void assertBroken(String flow, String data, String sentence) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("mine.csv"), data);
        JavaProcess.Result result = run(flow);

        assertThat(result.exitStatus()).isEqualTo(1);
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            Run run = Cairn.open(datastore).flow(flow).latest();
            String start = flow + "/" + run.id() + "/start";
            assertThat(withoutFrames(result.errors()))
                    .isEqualTo("task " + start + " failed: " + BrokenFileException.class.getName() + ": " + sentence);
            assertThat(run.status()).isEqualTo(RunStatus.FAILED);
            assertThat(run.failedTask()).contains("start");
            assertThat(run.failure().orElseThrow().message()).isEqualTo(sentence);
        }
    }

    /** All errors but where in the flow's code they were thrown. */
    private static String withoutFrames(String errors) {
        return String.join(
                "\n", errors.lines().filter(line -> !line.startsWith("\tat ")).toList());
    }

    private void assertTheNextRunWorks(String flow, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("run", flow, "--datastore", "file:store"));
        command.addAll(List.of(options));
        JavaProcess.Result result = process.cairn(command.toArray(String[]::new));

        assertThat(result.errors()).isEmpty();
        assertThat(result.exitStatus()).isZero();
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"));
                Stream<Run> runs = Cairn.open(datastore).flow(flow).stream()) {
            assertThat(runs.map(Run::status)).containsExactly(RunStatus.SUCCEEDED, RunStatus.FAILED, RunStatus.FAILED);
        }
    }
}
