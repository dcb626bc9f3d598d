package dev.cairn.samples.penguins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.IncludedFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void theConfusionTellsOfEachSpecies() {
        PenguinFlowRun run =
                PenguinFlowRunner.builder().datastore(Datastore.inMemory()).run();
        List<Penguin> heldOut = run.start().heldOut();

        Map<Species, Map<Species, Integer>> confusion = run.end().confusion();
        for (Species species : Species.values()) {
            long count = heldOut.stream()
                    .filter(penguin -> penguin.species() == species)
                    .count();
            assertThat(confusion.get(species).values().stream()
                            .mapToLong(Integer::longValue)
                            .sum())
                    .as(species.name())
                    .isEqualTo(count);
        }
        int right = Arrays.stream(Species.values())
                .mapToInt(species -> confusion.get(species).getOrDefault(species, 0))
                .sum();
        assertThat(run.end().accuracy()).isEqualTo(right / 68.0);
    }

    @Test
    void tooFewPenguins() {
        String text = """
                species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex
                Adelie,Torgersen,39.1,18.7,181,3750,MALE
                Adelie,Torgersen,NA,,186,3800,FEMALE
                Adelie,Torgersen,39.5,17.4,186,3800,FEMALE
                Gentoo,Biscoe,46.1,13.2,211,4500,FEMALE
                """;

        assertThatThrownBy(() -> PenguinFlowRunner.builder()
                        .data(IncludedFile.ofText("mine.csv", text))
                        .datastore(Datastore.inMemory())
                        .run())
                .isInstanceOf(FlowFailedException.class)
                .cause()
                .hasMessage(
                        "mine.csv has too few penguins: 3, to hold out 1 and to cross-validate the others in 5 parts."
                                + " Give it more.");
    }
}
