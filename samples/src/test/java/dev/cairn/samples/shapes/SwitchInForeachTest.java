package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import org.junit.jupiter.api.Test;

class SwitchInForeachTest extends OnEachStore {
    @Test
    void everyElementTakesItsOwnWayAndTheJoinKeepsTheirOrder() {
        SwitchInForeachRun run =
                SwitchInForeachRunner.builder().datastore(datastore).run();

        assertThat(run.end().results()).containsExactly(0, 3, 1, 9, 20, 53);
        assertThat(run.look()).hasSize(6);
        assertThat(run.halve()).extracting(halve -> halve.task().id()).containsExactly("halve/2", "halve/4");
        assertThat(run.triple()).extracting(triple -> triple.number()).containsExactly(3, 9, 153);
        assertThat(run.shrink()).extracting(shrink -> shrink.number()).containsExactly(53);
        assertThat(run.join().task().parents())
                .extracting(Task::id)
                .containsExactly("look/0", "triple/1", "halve/2", "triple/3", "halve/4", "shrink/5");
    }
}
