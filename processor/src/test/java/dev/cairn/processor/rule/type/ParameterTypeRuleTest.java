package dev.cairn.processor.rule.type;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link ParameterTypeRule}: {@code [cairn:parameter-type]}. */
class ParameterTypeRuleTest {
    @Test
    void anObject() {
        assertThat(problems("""
                        @Parameter Object value = "";
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:19 error [cairn:parameter-type] parameter `value` of type `Object` cannot be read from text
                            fix:   build it from numbers, strings, enums, dates, paths, records, lists and maps, and convert it in a step.""");
    }

    @Test
    void insideARecord() {
        assertThat(problems("""
                        record Box(String name, List<Object> values) {}
                        @Parameter Map<String, Box> boxes = Map.of();
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:29 error [cairn:parameter-type] parameter `boxes` of type `Map<String, Sample.Box>` cannot be read from text, because of `Object`
                            fix:   build it from numbers, strings, enums, dates, paths, records, lists and maps, and convert it in a step.""");
    }

    @Test
    void aSealedInterface() {
        assertThat(problems("""
                        sealed interface Shape permits Circle {}
                        record Circle(double radius) implements Shape {}
                        @Parameter Shape shape = new Circle(1);
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:18 error [cairn:parameter-type] parameter `shape` of type `Sample.Shape` cannot be read from text
                            fix:   build it from numbers, strings, enums, dates, paths, records, lists and maps, and convert it in a step.""");
    }

    @Test
    void ofAConverterTheStoredFormDecides() {
        String codecs = """
                static class TextCodec extends dev.cairn.codec.ConverterCodec<Thread, String> {
                protected String toStored(Thread value) { return ""; }
                protected Thread fromStored(String stored) { return null; } }
                static class ObjectCodec extends dev.cairn.codec.ConverterCodec<Thread, List<Object>> {
                protected List<Object> toStored(Thread value) { return null; }
                protected Thread fromStored(List<Object> stored) { return null; } }
                @Step(next = "end") void start() {}
                @Step void end() {}
                """;
        assertThat(problems("@Parameter @Codec(TextCodec.class) Thread thread = null;\n" + codecs))
                .isEmpty();
        assertThat(problems("@Parameter @Codec(ObjectCodec.class) Thread thread = null;\n" + codecs))
                .isEqualTo("""
                        1:45 error [cairn:parameter-type] parameter `thread` of type `Thread` cannot be read from text, because of `Object`
                            fix:   build it from numbers, strings, enums, dates, paths, records, lists and maps, and convert it in a step.""");
    }

    @Test
    void acceptsWhatCanBeWritten() {
        assertThat(problems("""
                        enum Mode { FAST, SLOW }
                        record Box(String name, Mode mode, Box inner) {}
                        @Parameter Map<String, Box> boxes = Map.of();
                        @Parameter java.time.Duration pause = null;
                        @Parameter double[] rates = {1, 2};
                        @Parameter IncludedFile data = null;
                        @Parameter List<IncludedFile> more = List.of();
                        Object result;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
