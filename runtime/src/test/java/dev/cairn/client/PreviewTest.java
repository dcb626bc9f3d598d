package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.Access;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is shown of a value without reading it. */
class PreviewTest {
    /** The flow class. */
    static final class Flow {
        List<Integer> small;
        List<Integer> middle;
        List<Integer> large;
        String apiToken;
        String numbers;
        String numbersToken;
    }

    private static final TestFlow<Flow> FLOW = TestFlow.of("Previews", Flow.class, Flow::new)
            .artifact("small", "List<Integer>", Codecs.list(Codecs.BOXED_INT), f -> f.small, (f, v) -> f.small = v)
            .artifact("middle", "List<Integer>", Codecs.list(Codecs.BOXED_INT), f -> f.middle, (f, v) -> f.middle = v)
            .artifact("large", "List<Integer>", Codecs.list(Codecs.BOXED_INT), f -> f.large, (f, v) -> f.large = v)
            .artifact("apiToken", "String", Codecs.STRING, f -> f.apiToken, (f, v) -> f.apiToken = v)
            .artifact("numbers", "String", Codecs.STRING, f -> f.numbers, (f, v) -> f.numbers = v)
            .artifact("numbersToken", "String", Codecs.STRING, f -> f.numbersToken, (f, v) -> f.numbersToken = v)
            .step(
                    end("start")
                            .access(Access.nothing()
                                    .mustAssign("small", "middle", "large", "apiToken", "numbers", "numbersToken")),
                    (flow, task) -> {
                        flow.small = List.of(1, 2);
                        flow.middle = numbers(5_000);
                        flow.large = numbers(100_000);
                        flow.apiToken = "secret".repeat(1000);
                        flow.numbers = "1234".repeat(1000);
                        flow.numbersToken = flow.numbers;
                    })
            .build();

    private final Datastore datastore = Datastore.inMemory();

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void theBeginningOfAValueInARecordBesideACommitAndPutByItself() {
        Task task = TestRun.of(FLOW).datastore(datastore).run().step("start").task();
        String text = numbers(200).toString().substring(0, 300) + "...";

        assertThat(task.artifact("small").preview()).contains("[1, 2]");
        assertThat(task.artifact("middle").preview()).contains(text);
        assertThat(task.artifact("large").preview()).contains(text);
        assertThat(stored(task.artifact("middle"))).contains(text);
        assertThat(stored(task.artifact("large"))).contains(text);
        assertThat(task.artifact("small").size()).isLessThanOrEqualTo(datastore.inlineLimit());
        assertThat(stored(task.artifact("small"))).isEmpty();
        assertThat(task.artifact("_success").preview()).contains("true");
    }

    private Optional<String> stored(DataArtifact artifact) {
        return datastore.blobs().find(Address.parse(artifact.sha())).map(BlobInfo::preview);
    }

    @Test
    void whatMayHoldASecretHasNone() {
        Task task = TestRun.of(FLOW).datastore(datastore).run().step("start").task();

        assertThat(task.artifact("apiToken").size()).isGreaterThan(datastore.inlineLimit());
        assertThat(task.artifact("apiToken").preview()).isEmpty();
        assertThat(stored(task.artifact("apiToken"))).isEmpty();
    }

    @Test
    void whatMayHoldASecretHasNoneWhereAnotherArtifactHoldsTheSame() {
        Task task = TestRun.of(FLOW).datastore(datastore).run().step("start").task();

        assertThat(task.artifact("numbers").sha())
                .isEqualTo(task.artifact("numbersToken").sha());
        assertThat(task.artifact("numbers").preview()).isPresent();
        assertThat(task.artifact("numbersToken").preview()).isEmpty();
    }
}
