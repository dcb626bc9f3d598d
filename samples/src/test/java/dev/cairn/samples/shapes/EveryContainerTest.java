package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EveryContainerTest extends OnEachStore {
    private EveryContainerRun run;

    @BeforeEach
    void run() {
        run = EveryContainerRunner.builder().datastore(datastore).run();
    }

    @Test
    void aLinkedHashSetKeepsTheOrderOfInsertion() {
        assertThat(run.end().joinedWords()).containsExactly("zebra", "ant", "mole", "bee");
    }

    @Test
    void aMapGivesItsEntries() {
        assertThat(run.end().joinedAges()).isEqualTo(Map.of("Ada", 36, "Alan", 41, "Grace", 85));
        assertThat(run.age()).hasSize(3);
    }

    @Test
    void arraysKeepTheirOrder() {
        assertThat(run.end().joinedPrimes()).containsExactly(7, 2, 5);
        assertThat(run.end().joinedLetters()).containsExactly("b", "a");
    }

    @Test
    void anIntCountsFromZero() {
        assertThat(run.end().joinedRange()).containsExactly(0, 1, 2);
    }
}
