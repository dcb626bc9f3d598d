package dev.cairn.samples.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cairn.datastore.Datastore;
import dev.cairn.samples.selection.ModelSelectionArtifacts.JoinInputs;
import dev.cairn.samples.selection.ModelSelectionArtifacts.Name;
import dev.cairn.samples.selection.ModelSelectionArtifacts.Train;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelSelectionTest {
    private final Datastore datastore = Datastore.inMemory();

    @Test
    void keepsTheBestAccuracy() {
        ModelSelectionRun run =
                ModelSelectionRunner.builder().datastore(datastore).run();

        assertThat(run.successful()).isTrue();
        assertThat(run.start().candidates())
                .containsExactly(new Config(0.01, 200), new Config(0.001, 200), new Config(0.0001, 200));
        List<Model> models = run.train().stream().map(train -> train.model()).toList();
        assertThat(models)
                .containsExactly(
                        Model.train(new Config(0.01, 200)),
                        Model.train(new Config(0.001, 200)),
                        Model.train(new Config(0.0001, 200)));
        double best = run.end().bestAccuracy();
        assertThat(best)
                .isEqualTo(Model.train(new Config(0.01, 200)).accuracy())
                .isCloseTo(0.776, within(0.001));
    }

    @Test
    void runsWithOtherParametersAndTags() {
        ModelSelectionRun run = ModelSelectionRunner.builder()
                .rates(List.of(0.1, 0.05))
                .datastore(datastore)
                .maxWorkers(4)
                .tag("nightly")
                .run();

        assertThat(run.train()).hasSize(2);
        assertThat(run.end().rates()).containsExactly(0.1, 0.05);
        assertThat(run.run().tags()).contains("nightly");
    }

    @Test
    void findsItsRunsAgain() {
        ModelSelectionRun first =
                ModelSelectionRunner.builder().datastore(datastore).run();
        ModelSelectionRun second =
                ModelSelectionRunner.builder().datastore(datastore).run();

        assertThat(ModelSelectionRun.latest(datastore).id()).isEqualTo(second.id());
        assertThat(ModelSelectionRun.of(first.id(), datastore).end().bestAccuracy())
                .isEqualTo(first.end().bestAccuracy());
        assertThat(ModelSelectionRun.all(datastore))
                .extracting(ModelSelectionRun::id)
                .containsExactly(second.id(), first.id());
    }

    @Test
    void joinIsAMethodThatATestCanCall() {
        ModelSelection flow = new ModelSelection();

        flow.join(JoinInputs.of(
                Train.builder().accuracy(0.7).build(),
                Train.builder().accuracy(0.9).build()));

        assertThat(flow.bestAccuracy).isEqualTo(0.9);
    }

    @Test
    void knowsWhatExists() {
        ModelSelectionRun run =
                ModelSelectionRunner.builder().datastore(datastore).run();

        assertThat(run.start().has(Name.MODEL)).isFalse();
        assertThat(run.train().get(0).has(Name.MODEL)).isTrue();
        assertThat(run.join().has(Name.MODEL)).isFalse();
        assertThat(run.ran(ModelSelectionRun.Step.TRAIN)).isTrue();
    }
}
