package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.ParameterException;
import dev.cairn.engine.TaskRunner;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.flows.Guarded;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that runs tasks of somebody else's run takes the secrets from its own environment, of every type. */
class AttachedSecretsTest {
    private static final PrintStream OUT = System.out; // not that of the task, which hides secrets

    @TempDir
    private Path directory;

    private String run;

    /** The other process: it runs the only step, which prints. */
    static final class Worker {
        private Worker() {}

        public static void main(String[] arguments) {
            FlowDefinition<Guarded> flow = flow();
            RunId run = new RunId(arguments[1]);
            try (Datastore datastore = Datastore.of(arguments[0]);
                    TaskRunner<Guarded> runner = TaskRunner.attach(flow, datastore, run)) {
                OUT.println(runner.run(new TaskUnit(flow.name(), run, TaskId.of("start"), 0, List.of()))
                        .stored());
            } catch (ParameterException e) {
                OUT.println(e.getMessage());
            }
        }
    }

    private static FlowDefinition<Guarded> flow() {
        return Guarded.flow()
                .step(end("start"), (flow, task) -> OUT.println(flow.token + " " + flow.pin + " " + flow.keys))
                .build();
    }

    private String url() {
        return "file:" + directory.resolve("store");
    }

    @BeforeEach
    void start() {
        try (Datastore datastore = Datastore.of(url())) {
            TestRun.of(flow())
                    .datastore(datastore)
                    .parameter("token", "hunter2")
                    .parameter("pin", 1234)
                    .parameter("keys", List.of("a", "b"))
                    .onStart(started -> run = started.id().toString())
                    .engine(request -> Optional.empty())
                    .run();
        }
    }

    private List<String> work(Map<String, String> environment) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder worker = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        url(),
                        run)
                .redirectErrorStream(true);
        worker.environment().putAll(environment);
        byte[] printed = worker.start().getInputStream().readAllBytes();
        return new String(printed, StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void itHasThem() throws IOException {
        Path keys = Files.writeString(directory.resolve("keys"), "[\"a\", \"b\"]");

        assertThat(work(Map.of(
                        "CAIRN_RUN_TOKEN", "hunter2",
                        "CAIRN_RUN_PIN", "1234",
                        "CAIRN_RUN_KEYS_FILE", keys.toString())))
                .containsExactly("hunter2 1234 [a, b]", "true");
    }

    @Test
    void itLacksOne() throws IOException {
        assertThat(work(Map.of("CAIRN_RUN_TOKEN", "hunter2", "CAIRN_RUN_PIN", "1234")))
                .containsExactly("run Guarded/" + run + " needs its secret parameter `keys`, which is not stored."
                        + " Set CAIRN_RUN_KEYS in the environment of this process, or CAIRN_RUN_KEYS_FILE to the path of"
                        + " a file that has it.");
    }

    @Test
    void oneIsNoValue() throws IOException {
        assertThat(work(Map.of("CAIRN_RUN_TOKEN", "hunter2", "CAIRN_RUN_PIN", "hunter2", "CAIRN_RUN_KEYS", "a,b")))
                .containsExactly(
                        "secret parameter `pin` cannot be read: the text in CAIRN_RUN_PIN is not a value of type"
                                + " int. Write a whole number.");
    }
}
