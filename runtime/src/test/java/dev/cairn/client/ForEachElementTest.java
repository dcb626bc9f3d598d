package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.Tree;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The elements of artifacts, one after the other. */
class ForEachElementTest {
    /** The flow class. */
    static final class Flow {
        @Nullable
        Object value;
    }

    private static DataArtifact stored(ArtifactCodec<?> codec, @Nullable Object value) {
        @SuppressWarnings("unchecked")
        ArtifactCodec<Object> any = (ArtifactCodec<Object>) codec;
        return TestRun.run(TestFlow.of("Elements", Flow.class, Flow::new)
                        .artifact("value", "Object", any, flow -> flow.value, (flow, read) -> flow.value = read)
                        .step(
                                end("start").access(Access.nothing().mustAssign("value")),
                                (flow, task) -> flow.value = value)
                        .build())
                .task("start")
                .artifact("value");
    }

    private static List<String> elements(DataArtifact artifact) {
        List<String> texts = new ArrayList<>();
        assertThat(artifact.forEachElement(element -> texts.add(element.toString())))
                .isTrue();
        return texts;
    }

    @Test
    void ofListsArraysAndMaps() {
        assertThat(elements(stored(Codecs.list(Codecs.STRING), new ArrayList<>(List.of("a", "b")))))
                .containsExactly("\"a\"", "\"b\"");
        assertThat(elements(stored(Codecs.INT_ARRAY, new int[] {3, 1}))).containsExactly("3", "1");
        Map<String, Integer> prices = new LinkedHashMap<>();
        prices.put("tea", 3);
        prices.put("jam", 5);
        assertThat(elements(stored(Codecs.any(), prices))).containsExactly("{\"tea\": 3}", "{\"jam\": 5}");
    }

    @Test
    void ofMoreThanAreReadAtOnce() {
        List<Integer> numbers = IntStream.range(0, 2_500).boxed().toList();
        DataArtifact artifact = stored(Codecs.list(Codecs.BOXED_INT), new ArrayList<>(numbers));

        assertThat(elements(artifact))
                .isEqualTo(numbers.stream().map(String::valueOf).toList());
        assertThat(artifact.firstElements(3).orElseThrow().tree()).hasToString("[0, 1, 2]");
        assertThat(elements(stored(Codecs.INT_ARRAY, IntStream.range(0, 512).toArray())))
                .hasSize(512);
    }

    @Test
    void whatIsEmptyOrNullHasNone() {
        assertThat(elements(stored(Codecs.list(Codecs.STRING), new ArrayList<>())))
                .isEmpty();
        assertThat(elements(stored(Codecs.list(Codecs.STRING), null))).isEmpty();
        assertThat(elements(stored(Codecs.INT_ARRAY, new int[0]))).isEmpty();
    }

    @Test
    void whatHasAnotherTypeIsNotPassedOn() {
        List<Tree> received = new ArrayList<>();

        assertThat(stored(Codecs.STRING, "text").forEachElement(received::add)).isFalse();
        assertThat(received).isEmpty();
    }

    @Test
    void whatTheReceiverThrowsIsPassedOn() {
        DataArtifact artifact = stored(Codecs.INT_ARRAY, new int[] {1});

        assertThatThrownBy(() -> artifact.forEachElement(element -> {
                    throw new IllegalStateException("enough");
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }
}
