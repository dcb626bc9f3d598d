package dev.cairn.samples.penguins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Cairn;
import dev.cairn.datastore.Datastore;
import dev.cairn.samples.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process trains the model, later ones use it, and this one looks at what they did. */
class OtherProcessTest {
    /** Where one run trained the model, with the defaults; each test goes on from a copy. */
    @TempDir
    private static Path trained;

    @TempDir
    private Path directory;

    private JavaProcess process;

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        cairn(new JavaProcess(trained, List.of()), "run", "PenguinFlow");
    }

    @BeforeEach
    void newProcess() {
        process = new JavaProcess(directory, List.of());
    }

    @Test
    void theModelOfAnEarlierRunIsAsGoodAsItWas() throws IOException, InterruptedException {
        copyTrained();
        cairn("run", "ClassifyFlow");

        try (Datastore datastore = openDatastore()) {
            PenguinFlowRun trained = PenguinFlowRun.latest(datastore);
            ClassifyFlowRun used = ClassifyFlowRun.latest(datastore);

            assertThat(trained.end().accuracy()).isGreaterThan(0.95);
            assertThat(used.end().accuracy()).isEqualTo(trained.end().accuracy());
            assertThat(used.end().species()).isEqualTo(Species.ADELIE);
            assertThat(used.start().task().artifact("model").sha())
                    .isEqualTo(trained.train().task().artifact("model").sha());
            assertThat(Classifiers.accuracy(used.end().model(), trained.start().heldOut()))
                    .isEqualTo(trained.end().accuracy());
        }
    }

    @Test
    void theRunCanBeNamed() throws IOException, InterruptedException {
        copyTrained();
        cairn("run", "PenguinFlow", "--seed", "3");
        try (Datastore datastore = openDatastore()) {
            List<PenguinFlowRun> trained = PenguinFlowRun.all(datastore);
            String gentoo = "--billLength 49.9 --billDepth 16.1 --flipperLength 213 --bodyMass 5400";
            cairn(("run ClassifyFlow " + gentoo + " --modelRun "
                            + trained.get(1).id())
                    .split(" "));

            ClassifyFlowRun used = ClassifyFlowRun.latest(datastore);
            assertThat(used.end().species()).isEqualTo(Species.GENTOO);
            assertThat(used.end().task().artifact("model").sha())
                    .isEqualTo(trained.get(1).end().task().artifact("model").sha())
                    .isNotEqualTo(trained.get(0).end().task().artifact("model").sha());
        }
    }

    @Test
    void aRunThatFailedIsPassedOver() throws IOException, InterruptedException {
        copyTrained();
        JavaProcess.Result failed = process.cairn("run", "PenguinFlow", "--folds", "1000", "--datastore", "file:store");
        assertThat(failed.exitStatus()).isEqualTo(1);
        cairn("run", "ClassifyFlow");

        try (Datastore datastore = openDatastore()) {
            PenguinFlowRun trained = PenguinFlowRun.all(datastore).get(1);
            assertThat(ClassifyFlowRun.latest(datastore).end().accuracy())
                    .isEqualTo(trained.end().accuracy());
        }
    }

    @Test
    void withoutAModelThereIsNothingToUse() throws IOException, InterruptedException {
        JavaProcess.Result result = process.cairn("run", "ClassifyFlow", "--datastore", "file:store");

        assertThat(result.exitStatus()).isEqualTo(1);
        try (Datastore datastore = openDatastore()) {
            String id = Cairn.open(datastore).flow("ClassifyFlow").latest().id();
            assertThat(result.errors())
                    .startsWith("task ClassifyFlow/" + id + "/start failed: dev.cairn.client.NoSuchRunException:"
                            + " flow `PenguinFlow` has no successful run in " + datastore.url() + ".\n");
        }
    }

    private Datastore openDatastore() {
        return Datastore.of("file:" + directory.resolve("store"));
    }

    private void copyTrained() throws IOException {
        Path from = trained.resolve("store");
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, directory.resolve("store").resolve(from.relativize(path)));
            }
        }
    }

    private void cairn(String... arguments) throws IOException, InterruptedException {
        cairn(process, arguments);
    }

    private static void cairn(JavaProcess process, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--datastore", "file:store"));
        JavaProcess.Result result = process.cairn(all.toArray(String[]::new));

        assertThat(result.errors()).isEmpty();
        assertThat(result.exitStatus()).isZero();
    }
}
