package dev.cairn.samples.eclipse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Run;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.samples.flights.FewFlights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The samples give the same results when they are compiled by Eclipse, which shows no code to processors: each step is taken to
 * read and assign everything.
 */
class EclipseTest {
    private static final IncludedFile FLIGHTS = FewFlights.included();

    private static List<String> said;
    private static ClassLoader classes;

    @BeforeAll
    static void compile(@TempDir Path output) throws IOException {
        said = EclipseClasses.compile(output);
        classes = EclipseClasses.load(output);
    }

    @Test
    void saysOnlyThatItSeesNoCode() {
        assertThat(said).singleElement().asString().startsWith("NOTE [cairn:unseen-code] ");
    }

    /** Each artifact of each task, by its address, which equal values have in common. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "artifacts.ArtifactCollections",
                "artifacts.ArtifactExample",
                "artifacts.ArtifactMerging",
                "artifacts.ArtifactPersistence",
                "artifacts.ForeachArtifacts",
                "artifacts.SelectiveMerging",
                "flights.FlightDelayFlow",
                "selection.ModelSelection"
            })
    void storesTheSameValues(String flow) throws ReflectiveOperationException {
        Map<String, String> javac = addresses(flow, EclipseTest.class.getClassLoader());
        Map<String, String> eclipse = addresses(flow, classes);

        assertThat(javac).isNotEmpty();
        assertThat(eclipse).containsAllEntriesOf(javac);
    }

    private static Map<String, String> addresses(String flow, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> runner = loader.loadClass("dev.cairn.samples." + flow + "Runner");
        assertThat(runner.getClassLoader()).isSameAs(loader);
        Map<String, String> addresses = new TreeMap<>();
        try (Datastore datastore = Datastore.inMemory()) {
            Object builder = runner.getMethod("builder").invoke(null);
            if (flow.endsWith(".FlightDelayFlow")) {
                builder.getClass().getMethod("tolerance", double.class).invoke(builder, 0.1); // fewer rounds
                builder.getClass().getMethod("data", IncludedFile.class).invoke(builder, FLIGHTS);
            }
            Object set =
                    builder.getClass().getMethod("datastore", Datastore.class).invoke(builder, datastore);
            Object result = set.getClass().getMethod("run").invoke(set);
            Run run = (Run) result.getClass().getMethod("run").invoke(result);
            for (StepTasks step : run.steps()) {
                for (Task task : step.stream().toList()) {
                    for (DataArtifact artifact : task.artifacts()) {
                        addresses.put(task.id() + "/" + artifact.name(), artifact.sha());
                    }
                }
            }
        }
        return addresses;
    }
}
