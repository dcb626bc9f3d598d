package dev.cairn.samples.penguins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.IncludedFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PenguinFlowTest {
    @Test
    void findsAClassifierThatIsRightOnPenguinsItHasNotSeen() {
        PenguinFlowRun run =
                PenguinFlowRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.start().training()).hasSize(274);
        assertThat(run.start().heldOut()).hasSize(68);
        assertThat(run.evaluate())
                .extracting(evaluate -> evaluate.candidate())
                .containsExactlyElementsOf(run.start().candidates());
        assertThat(run.choose().best()).isInstanceOf(Candidate.LogisticRegression.class);
        assertThat(run.end().accuracy()).isGreaterThan(0.95);
    }

    @Test
    void theModelCanBeUsedAgainFromTheDatastore(@TempDir Path directory) {
        String url = "file:" + directory.resolve("store");
        try (Datastore datastore = Datastore.of(url)) {
            PenguinFlowRunner.builder().datastore(datastore).run();
        }

        try (Datastore datastore = Datastore.of(url)) {
            ClassifyFlowRun adelie =
                    ClassifyFlowRunner.builder().datastore(datastore).run();
            ClassifyFlowRun gentoo = ClassifyFlowRunner.builder()
                    .billLength(49.9)
                    .billDepth(16.1)
                    .flipperLength(213)
                    .bodyMass(5400)
                    .datastore(datastore)
                    .run();

            assertThat(adelie.end().species()).isEqualTo(Species.ADELIE);
            assertThat(gentoo.end().species()).isEqualTo(Species.GENTOO);
        }
    }

    @Test
    void aBrokenLineIsNamed() {
        String text = """
                species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex
                Adelie,Torgersen,39.1,18.7,181,3750,MALE
                Adelie,Torgersen,39.5,wide,186,3800,FEMALE
                """;

        assertThatThrownBy(() -> PenguinFlowRunner.builder()
                        .data(IncludedFile.ofText("mine.csv", text))
                        .datastore(Datastore.inMemory())
                        .run())
                .isInstanceOf(FlowFailedException.class)
                .cause()
                .hasMessage(
                        "mine.csv, line 3: `wide` in column bill_depth_mm is no number. Mend the line or remove it.");
    }
}
