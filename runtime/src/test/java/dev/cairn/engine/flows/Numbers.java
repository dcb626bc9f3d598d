package dev.cairn.engine.flows;

import dev.cairn.codec.Codecs;
import dev.cairn.engine.flows.TestFlow.Builder;
import dev.cairn.runtime.Failure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A flow class with artifacts of many kinds; each test gives it steps. */
public final class Numbers {
    public int count;
    public @Nullable List<Integer> numbers;
    public @Nullable List<Integer> inner;
    public @Nullable List<Integer> innermost;
    public int @Nullable [] array;
    public @Nullable Set<String> words;
    public @Nullable Map<String, Integer> prices;
    public long value;
    public @Nullable String text;
    public @Nullable List<Long> results;
    public @Nullable Failure failure;

    /** The artifacts of {@link Numbers}. */
    public enum Name {
        COUNT("count"),
        NUMBERS("numbers"),
        INNER("inner"),
        INNERMOST("innermost"),
        ARRAY("array"),
        WORDS("words"),
        PRICES("prices"),
        VALUE("value"),
        TEXT("text"),
        RESULTS("results"),
        FAILURE("failure");

        private final String artifact;

        Name(String artifact) {
            this.artifact = artifact;
        }

        @Override
        public String toString() {
            return artifact;
        }
    }

    /** A flow without steps. */
    public static Builder<Numbers> flow(String name) {
        return TestFlow.of(name, Numbers.class, Numbers::new)
                .artifact("count", "int", Codecs.INT, flow -> flow.count, (flow, value) -> flow.count = value)
                .artifact(
                        "numbers",
                        "List<Integer>",
                        Codecs.list(Codecs.BOXED_INT),
                        flow -> flow.numbers,
                        (flow, value) -> flow.numbers = value)
                .artifact(
                        "inner",
                        "List<Integer>",
                        Codecs.list(Codecs.BOXED_INT),
                        flow -> flow.inner,
                        (flow, value) -> flow.inner = value)
                .artifact(
                        "innermost",
                        "List<Integer>",
                        Codecs.list(Codecs.BOXED_INT),
                        flow -> flow.innermost,
                        (flow, value) -> flow.innermost = value)
                .artifact("array", "int[]", Codecs.INT_ARRAY, flow -> flow.array, (flow, value) -> flow.array = value)
                .artifact(
                        "words",
                        "Set<String>",
                        Codecs.set(Codecs.STRING),
                        flow -> flow.words,
                        (flow, value) -> flow.words = value)
                .artifact(
                        "prices",
                        "Map<String, Integer>",
                        Codecs.map(Codecs.STRING, Codecs.BOXED_INT),
                        flow -> flow.prices,
                        (flow, value) -> flow.prices = value)
                .artifact("value", "long", Codecs.LONG, flow -> flow.value, (flow, value) -> flow.value = value)
                .artifact("text", "String", Codecs.STRING, flow -> flow.text, (flow, value) -> flow.text = value)
                .artifact(
                        "results",
                        "List<Long>",
                        Codecs.list(Codecs.BOXED_LONG),
                        flow -> flow.results,
                        (flow, value) -> flow.results = value)
                .artifact(
                        "failure",
                        "Failure",
                        new FailureCodec(),
                        flow -> flow.failure,
                        (flow, value) -> flow.failure = value);
    }
}
