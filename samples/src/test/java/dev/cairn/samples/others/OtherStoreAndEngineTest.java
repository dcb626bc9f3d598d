package dev.cairn.samples.others;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.engine.OneByOneEngine;
import dev.cairn.client.Run;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.samples.flights.FewFlights;
import dev.cairn.samples.penguins.ClassifyFlowProvider;
import java.util.Comparator;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample leaves the same in a datastore of somebody else's, run by an engine of somebody else's, as in memory, run by ours. Neither
 * uses more than what is public, and neither knows the other.
 */
class OtherStoreAndEngineTest {
    private static final IncludedFile FLIGHTS = FewFlights.included();
    private static final Datastore OURS = Datastore.inMemory();
    private static final Datastore THEIRS = Datastore.of("toy:samples");

    @AfterAll
    static void close() {
        OURS.close();
        THEIRS.close();
    }

    /** One of them looks for a run of another. */
    static Stream<FlowDefinition<?>> samples() {
        return ServiceLoader.load(FlowProvider.class).stream()
                .filter(provider -> isSample(provider.type()))
                .sorted(Comparator.comparing(provider -> provider.type().equals(ClassifyFlowProvider.class)))
                .map(provider -> provider.get().definition());
    }

    /** The flows of the tests are for other questions. */
    private static boolean isSample(Class<?> provider) {
        return provider.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith("/samples/target/classes/");
    }

    @Test
    void thereAreSamples() {
        assertThat(samples()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleLeavesTheSame(FlowDefinition<?> sample) {
        Run expected = run(sample).datastore(OURS).run();
        Run run = run(sample).datastore(THEIRS).engine(new OneByOneEngine(1)).run();

        assertThat(run.successful()).isTrue();
        assertThat(stored(THEIRS, run)).isEqualTo(stored(OURS, expected)).isNotEmpty();
    }

    private static TestRun<?> run(FlowDefinition<?> sample) {
        TestRun<?> run = TestRun.of(sample);
        if (sample.name().equals("FlightDelayFlow")) {
            run.parameter("tolerance", 0.1); // fewer rounds
            run.parameter("data", FLIGHTS);
        }
        return run;
    }

    /** What is stored of the tasks of a run, and of their artifacts. */
    private static Map<String, String> stored(Datastore datastore, Run run) {
        Map<String, String> stored = new TreeMap<>();
        try (Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(run.id()))) {
            attempts.forEach(task -> {
                stored.put(
                        task.task() + " " + task.attempt(),
                        task.status() + " from " + task.parents() + " to " + task.next());
                task.artifacts()
                        .forEach((name, ref) -> stored.put(task.task() + " " + task.attempt() + "." + name, text(ref)));
            });
        }
        return stored;
    }

    /** A model of Tribuo says when it was trained. */
    private static String text(ArtifactRef ref) {
        return ref.type().contains("Model<") ? ref.type() : ref.type() + " " + ref.address();
    }
}
