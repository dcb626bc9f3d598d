package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoringTest {
    @BeforeEach
    void clear() {
        Restoring.DONE.clear();
    }

    private static RestoringRun run(int failures) {
        Restoring.FAILURES.set(failures);
        return RestoringRunner.builder()
                .datastore(Datastore.inMemory())
                .outputListener((path, line) -> {})
                .run();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 9})
    void whateverFailsNothingIsDoneTwice(int failures) {
        RestoringRun run = run(failures);

        assertThat(Restoring.DONE)
                .containsExactlyInAnyOrder(
                        "square/0 0",
                        "square/0 1",
                        "square/0 2",
                        "square/1 0",
                        "square/1 1",
                        "square/1 2",
                        "square/1 3",
                        "square/1 4",
                        "add 0",
                        "add 1");
        assertThat(run.square().get(1).squares()).isEqualTo(List.of(0, 1, 4, 9, 16));
        assertThat(run.add().sums()).isEqualTo(List.of(5, 30));
        assertThat(run.add().name()).isEqualTo("squares");
        assertThat(run.end().sum()).isEqualTo(35);
        assertThat(run.end().name()).isEqualTo("squares of [3, 5]");
    }
}
