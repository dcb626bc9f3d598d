package dev.cairn.engine.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.Isolation;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.samples.penguins.Measurements;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample, and a flow of each shape, leaves the same on Temporal, and in processes of its own, as on threads of one process. */
class SamplesTest {
    private static final Isolation PROCESS = Isolation.process("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    static Path directory;

    private static TestTemporal temporal;
    private static Datastore datastore;
    private static TemporalWorker worker;

    @BeforeAll
    static void start() {
        temporal = new TestTemporal();
        datastore = Datastore.of("file:" + directory.resolve("store"));
        worker = temporal.worker("samples", samples(), datastore, 2);
    }

    @AfterAll
    static void stop() {
        worker.close();
        temporal.close();
        datastore.close();
    }

    /** One of them looks for a run of another, and comes last. One hangs until its test is over. */
    static List<FlowDefinition<?>> samples() {
        return ServiceLoader.load(FlowProvider.class).stream()
                .filter(provider -> isSample(provider.type()))
                .<FlowDefinition<?>>map(provider -> provider.get().definition())
                .filter(flow -> !flow.name().equals("Hanging"))
                .sorted((one, other) -> Boolean.compare(
                        one.name().equals("ClassifyFlow"), other.name().equals("ClassifyFlow")))
                .toList();
    }

    /** Or one of the shapes; the other flows of the tests are for other questions. */
    private static boolean isSample(Class<?> provider) {
        return provider.getPackageName().equals("dev.cairn.samples.shapes")
                || provider.getProtectionDomain()
                        .getCodeSource()
                        .equals(Measurements.class.getProtectionDomain().getCodeSource());
    }

    @Test
    void thereAreSamples() {
        assertThat(samples().stream().map(FlowDefinition::name))
                .hasSizeGreaterThanOrEqualTo(50)
                .contains("Wide", "ModelSelection");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleLeavesTheSame(FlowDefinition<?> sample) {
        Map<String, String> expected = stored(run(sample).run());

        Run remote = run(sample).engine(temporal.engine("samples")).run();
        Run isolated = run(sample).isolation(PROCESS).maxWorkers(2).run();

        assertThat(remote.successful()).isTrue();
        assertThat(stored(remote)).as("on Temporal").isEqualTo(expected).isNotEmpty();
        assertThat(isolated.successful()).isTrue();
        assertThat(stored(isolated)).as("in processes").isEqualTo(expected);
    }

    private static TestRun<?> run(FlowDefinition<?> sample) {
        TestRun<?> run = TestRun.of(sample).datastore(datastore);
        if (sample.name().equals("FlightDelayFlow")) {
            run.parameter("tolerance", 0.1); // fewer rounds
        }
        return run;
    }

    /** What is stored of the tasks of a run, and of their artifacts. */
    private static Map<String, String> stored(Run run) {
        Map<String, String> stored = new TreeMap<>();
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(run.id()))) {
            attempts.forEach(task -> {
                String id = task.task() + " " + task.attempt();
                stored.put(id, task.status() + " from " + task.parents() + " to " + task.next());
                task.artifacts().forEach((name, artifact) -> stored.put(id + "." + name, text(artifact)));
            });
        }
        return stored;
    }

    /** A model of Tribuo says when it was trained, and one shape marks each of its runs by chance. */
    private static String text(ArtifactRef artifact) {
        return artifact.type().contains("Model<") || artifact.type().contains("UUID")
                ? artifact.type()
                : artifact.type() + " " + artifact.address();
    }
}
