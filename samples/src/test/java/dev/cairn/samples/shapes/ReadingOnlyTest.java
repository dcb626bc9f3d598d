package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.datastore.Address;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingOnlyTest extends OnEachStore {
    private static final Set<String> CHANGED =
            Set.of("hashMap", "hashSet", "nested", "mutableList", "table", "row", "box", "open", "ledger");

    private CountingDatastore counting;
    private ReadingOnlyRun run;

    @BeforeEach
    void run() {
        counting = new CountingDatastore(datastore);
        run = ReadingOnlyRunner.builder().datastore(counting).run();
    }

    @Test
    void aStepThatOnlyReadsAnArtifactMakesNoNewVersionOfItWhateverItsType() {
        for (DataArtifact artifact : artifacts()) {
            for (Task task : List.of(run.read().task(), run.readAgain().task())) {
                assertThat(task.artifact(artifact.name()).sha())
                        .as(task + " " + artifact.name())
                        .isEqualTo(artifact.sha());
            }
            assertThat(counting.versions(artifact.name()))
                    .as(artifact.name())
                    .isEqualTo(CHANGED.contains(artifact.name()) ? 2 : 1);
        }
    }

    @Test
    void itHandsNothingToTheDatastoreEither() {
        for (DataArtifact artifact : artifacts()) {
            assertThat(counting.puts(Address.parse(artifact.sha())))
                    .as(artifact.name())
                    .isLessThanOrEqualTo(1);
        }
        assertThat(counting.puts(address("large"))).isEqualTo(1);
        assertThat(counting.puts(address("largeList"))).isEqualTo(1);
    }

    @Test
    void aChangeInPlaceIsSeenWhateverTheType() {
        for (DataArtifact artifact : artifacts()) {
            assertThat(run.end().task().artifact(artifact.name()).sha().equals(artifact.sha()))
                    .as(artifact.name())
                    .isEqualTo(!CHANGED.contains(artifact.name()));
        }
    }

    @Test
    void theValuesAreThoseThatTheFirstStepAssigned() {
        assertThat(run.readAgain().seen()).contains("[1, 2, three]").contains("Optional[1.50]");
        assertThat(run.readAgain().hashMap()).hasSize(8).containsEntry("AaAa", 4);
    }

    private List<DataArtifact> artifacts() {
        List<DataArtifact> artifacts = run.start().task().artifacts().stream()
                .filter(artifact -> !artifact.name().startsWith("_"))
                .toList();
        assertThat(artifacts).hasSize(21);
        return artifacts;
    }

    private Address address(String artifact) {
        return Address.parse(run.start().task().artifact(artifact).sha());
    }
}
