package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.samples.shapes.AccumulatingArtifacts.Name;
import org.junit.jupiter.api.Test;

class AccumulatingTest extends OnEachStore {
    @Test
    void anUpdateStartsFromTheDefaultOfJavaWhereNoStepHasAssigned() {
        AccumulatingRun run = AccumulatingRunner.builder().datastore(datastore).run();

        assertThat(run.start().has(Name.ROUNDS)).isFalse();
        AccumulatingArtifacts.Add first = run.addIterations().get(0);
        assertThat(first.rounds()).isEqualTo(1);
        assertThat(first.total()).isEqualTo(1);
        assertThat(first.half()).isEqualTo(-0.5);
        assertThat(first.letter()).isEqualTo('a');
        assertThat(first.odd()).isTrue();
    }

    @Test
    void anUpdateGoesOnFromTheValueFromBefore() {
        AccumulatingRun run = AccumulatingRunner.builder().datastore(datastore).run();

        assertThat(run.end().rounds()).isEqualTo(3);
        assertThat(run.end().total()).isEqualTo(6);
        assertThat(run.end().half()).isEqualTo(-1.5);
        assertThat(run.end().letter()).isEqualTo('a');
        assertThat(run.end().odd()).isTrue();
    }
}
