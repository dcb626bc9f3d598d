package dev.cairn.processor.read;

import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link CodecClassReader}: {@code [cairn:codec-class]}. */
class CodecClassReaderTest {
    private static final String STEPS = """
            @Step(next = "end") void start() {}
            @Step void end() {}
            """;

    @Test
    void whatIsNotACodec() {
        assertThat(problemsOf("@Flow(codecs = {String.class, int.class})\nclass Sample {\n" + STEPS + "}\n"))
                .isEqualTo("""
                1:23 error [cairn:codec-class] `String` in `@Flow(codecs)` is not a codec
                    fix:   let it extend `dev.cairn.codec.ConverterCodec` or `dev.cairn.codec.CustomCodec`.
                1:34 error [cairn:codec-class] `int` in `@Flow(codecs)` is not a codec
                    fix:   let it extend `dev.cairn.codec.ConverterCodec` or `dev.cairn.codec.CustomCodec`.""");
    }

    @Test
    void whatStoresNoClass() {
        assertThat(problemsOf("""
                @Flow(codecs = {Sample.ArrayCodec.class, Sample.AnyCodec.class})
                class Sample {
                static abstract class ArrayCodec extends dev.cairn.codec.ConverterCodec<double[], String> {}
                static abstract class AnyCodec<E> extends dev.cairn.codec.ConverterCodec<E, String> {}
                """ + STEPS + "}\n")).isEqualTo("""
                1:34 error [cairn:codec-class] `Sample.ArrayCodec` in `@Flow(codecs)` stores `double[]`, which is not a class
                    fix:   name it with `@Codec` on the field.
                1:57 error [cairn:codec-class] `Sample.AnyCodec` in `@Flow(codecs)` stores `E`, which is not a class
                    fix:   name it with `@Codec` on the field.""");
    }

    @Test
    void typeParametersThatNothingTells() {
        assertThat(problemsOf("""
                @Flow(codecs = Sample.OddCodec.class)
                class Sample {
                static abstract class OddCodec<E, F> extends dev.cairn.codec.ConverterCodec<List<E>, List<F>> {}
                """ + STEPS + "}\n")).isEqualTo("""
                1:31 error [cairn:codec-class] `Sample.OddCodec` in `@Flow(codecs)` has a type parameter `F` that does not occur in the type that it stores
                    fix:   write a concrete type in its place.""");
    }

    @Test
    void twoOfOneType() {
        assertThat(problemsOf("""
                @Flow(codecs = {Sample.OneCodec.class, Sample.OtherCodec.class, Sample.ThirdCodec.class})
                class Sample {
                static abstract class OneCodec extends dev.cairn.codec.ConverterCodec<Thread, String> {}
                static abstract class OtherCodec extends dev.cairn.codec.CustomCodec<Thread> { OtherCodec() { super(Thread.class, "x"); } }
                static abstract class ThirdCodec extends dev.cairn.codec.ConverterCodec<List<Thread>, String> {}
                """ + STEPS + "}\n")).isEqualTo("""
                1:57 error [cairn:codec-class] `Sample.OtherCodec` in `@Flow(codecs)` stores `Thread`, as `Sample.OneCodec` does
                    fix:   keep one of them here, and name the other one with `@Codec` on the fields for which it is meant.""");
    }

    @Test
    void announcedCodecsThatOthersCannotCreate() {
        String fix =
                "make it a public class with a public no-argument constructor; if it is nested, also static and in a"
                        + " public class.";
        String codec = " extends dev.cairn.codec.ConverterCodec<Thread, String> { %s"
                + " protected String toStored(Thread value) { return \"\"; }"
                + " protected Thread fromStored(String stored) { return new Thread(); } }\n";

        assertThat(problemsOf("@AnnouncedCodec class ThreadCodec" + codec.formatted("")))
                .isEqualTo(
                        "1:17 error [cairn:codec-class] `ThreadCodec` has `@AnnouncedCodec`, but it cannot be created by other packages\n"
                                + "    fix:   " + fix);
        assertThat(problemsOf("@AnnouncedCodec public class ThreadCodec" + codec.formatted("ThreadCodec() {}")))
                .isEqualTo(
                        "1:24 error [cairn:codec-class] `ThreadCodec` has `@AnnouncedCodec`, but it cannot be created by other"
                                + " packages\n    fix:   " + fix);
        assertThat(problemsOf(
                        "class Around { @AnnouncedCodec public static class ThreadCodec" + codec.formatted("") + "}"))
                .contains("`Around.ThreadCodec` has `@AnnouncedCodec`, but it cannot be created by other packages");
        assertThat(problemsOf("@AnnouncedCodec public class ThreadCodec" + codec.formatted("")))
                .isEmpty();
    }

    @Test
    void announcedCodecsOfNothing() {
        assertThat(problemsOf("@AnnouncedCodec public class Stray {}")).isEqualTo("""
                1:24 error [cairn:codec-class] `Stray` has `@AnnouncedCodec`, but it is not a codec
                    fix:   let it extend `dev.cairn.codec.ConverterCodec` or `dev.cairn.codec.CustomCodec`.""");
        assertThat(
                        problemsOf(
                                "@AnnouncedCodec public abstract class ArrayCodec extends dev.cairn.codec.ConverterCodec<int[], String> {}"))
                .isEqualTo("""
                        1:33 error [cairn:codec-class] `ArrayCodec` has `@AnnouncedCodec`, but it stores `int[]`, which is not a class
                            fix:   announce only codecs of a class or interface.""");
    }

    @Test
    void twoAnnouncedForOneType() {
        String codec = "@AnnouncedCodec public static class %s extends dev.cairn.codec.ConverterCodec<%s, String> {"
                + " protected String toStored(%2$s value) { return \"\"; }"
                + " protected %2$s fromStored(String stored) { return null; } }\n";

        assertThat(problemsOf("public class Set {\n" + codec.formatted("One", "List<String>")
                        + codec.formatted("Other", "List<Integer>") + "}\n"))
                .isEqualTo("""
                        3:31 error [cairn:codec-class] `Set.Other` has `@AnnouncedCodec`, but it stores `List<Integer>`, for which `Set.One` is announced
                            fix:   announce one of them.""");
    }
}
