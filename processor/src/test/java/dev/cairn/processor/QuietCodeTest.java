package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.file;
import static dev.cairn.processor.QuietCode.assertQuiet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what is generated, no compiler has anything to say, whatever a flow is made of. */
class QuietCodeTest {
    private static void assertQuietWith(String fields, String others) {
        assertQuiet(file("""
                @Flow
                class Sample {
                %s
                    @Step(next = "end") void start() {}
                    @Step void end() {}
                }
                %s
                """.formatted(fields, others)));
    }

    @Test
    void anArtifactWhoseConstantIsNamedAsItsType() {
        assertQuietWith("OS os = OS.A; E e = E.A; P p = new P(OS.A, List.of()); List<S> s = List.of();", """
                enum OS { A, @dev.cairn.FormerNames("Z") B { @Override public String toString() { return "b"; } } }
                enum E { A }
                record P(OS os, List<? extends E> e) {}
                sealed interface S {}
                record T(P p) implements S {}
                """);
    }

    @Test
    void aNestedTypeWhoseOuterClassIsNamedAsAConstant() {
        assertQuietWith("OS.Kind os = OS.Kind.A; List<OS.Kind> kinds = List.of(OS.Kind.A);", """
                class OS { enum Kind { A, @dev.cairn.FormerNames("Z") B } }
                """);
    }

    @Test
    void aSealedTypeThatIsBoundedByItself() {
        assertQuietWith("Shape<?> shape = new Circle(1); List<Shape<?>> all = List.of();", """
                sealed interface Shape<T extends Shape<T>> {}
                record Circle(double radius) implements Shape<Circle> {}
                record Square(double side, List<Shape<?>> within) implements Shape<Square> {}
                """);
    }

    @Test
    void aSealedTypeWithWildcardsWhoseBoundsNameOneAnother() {
        assertQuietWith("Ordered<?, ?> ordered; Many<?> many; Named<? extends Circle> named;", """
                sealed interface Ordered<A, B extends List<A>> {}
                record Numbers(ArrayList<Integer> all) implements Ordered<Integer, ArrayList<Integer>> {}
                sealed interface Many<T extends Iterable<String> & Comparable<T>> {}
                record None() implements Many<Path> {}
                abstract class Path implements Iterable<String>, Comparable<Path> {}
                sealed interface Named<T extends Named<T>> {}
                record Circle(int a) implements Named<Circle> {}
                record Square(int a) implements Named<Square> {}
                """);
    }

    @Test
    void wildcardsOfBoundedParameters() {
        assertQuietWith("Box<?> box = new Box<>(List.of(\"a\")); Pair<?, ?> pair = new Pair<>(1, 2);", """
                record Box<T extends List<String>>(T value) {}
                record Pair<A extends Integer, B>(A first, B second) {}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Deprecated", "@Deprecated(forRemoval = true)"})
    void deprecatedMembersOfAFlow(String deprecated) {
        assertQuiet(file("""
                @Flow
                class Sample {
                    @Deprecated @Parameter int size = 1;
                    @Deprecated List<String> items = List.of("a");
                    @Deprecated final int fixed = 2;
                    @Deprecated @Step(next = "each", foreach = "items") void start() {}
                    @Deprecated @Step(next = "end") void each(@Item String item) {}
                    @Deprecated @Step void end(SampleArtifacts.EndInputs inputs) {}
                }
                """.replace("@Deprecated", deprecated)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Deprecated", "@Deprecated(forRemoval = true)"})
    void aDeprecatedFlow(String deprecated) {
        assertQuiet(file("""
                class Outer {
                    @Deprecated @Flow
                    static class Sample {
                        @Parameter int size = 1;
                        int left;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "end") void a() { left = 1; }
                        @Step(next = "end") void b() {}
                        @Step void end(Outer_SampleArtifacts.EndInputs inputs) { inputs.mergeInto(this); }
                    }
                }
                """.replace("@Deprecated", deprecated)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Deprecated", "@Deprecated(forRemoval = true)"})
    void deprecatedTypesOfArtifactsUnderASuppressionOnTheFlow(String deprecated) {
        assertQuiet(file("""
                @Flow
                @SuppressWarnings({"deprecation", "removal"})
                class Sample {
                    @Parameter Mode mode = Mode.A;
                    Map<String, List<? extends Old>> olds = Map.of();
                    Old[] array = {};
                    List<Old.Inner> inner = List.of();
                    Sum sum = new Left(1);
                    @Codec(OldCodec.class) Thread thread;
                    @Step(next = "each", foreach = "array") void start() {}
                    @Step(next = "end") void each(@Item Old item) {}
                    @Step void end(SampleArtifacts.EndInputs inputs) {}
                }
                @Deprecated record Old(int size) { record Inner(int depth) {} }
                @Deprecated enum Mode { A, @dev.cairn.FormerNames("C") B }
                @Deprecated sealed interface Sum {}
                @Deprecated @SuppressWarnings({"deprecation", "removal"}) record Left(int a) implements Sum {}
                @Deprecated @SuppressWarnings({"deprecation", "removal"}) record Right(int b) implements Sum {}
                @Deprecated final class OldCodec extends dev.cairn.codec.CustomCodec<Thread> {
                    OldCodec() { super(Thread.class, "thread/1"); }
                    @Override protected void write(Thread thread, dev.cairn.codec.CodecOutput output) {}
                    @Override protected Thread read(dev.cairn.codec.CodecInput input) {
                        return new Thread();
                    }
                }
                """.replace("@Deprecated", deprecated)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Deprecated", "@Deprecated(forRemoval = true)"})
    void deprecatedMembersOfTypesOfArtifacts(String deprecated) {
        assertQuietWith("Point point = new Point(1, 2); Plain plain = new Plain(1); Mode mode = Mode.NEW;", """
                record Point(@Deprecated int x, int y) {}
                class Plain {
                    private final int size;
                    @Deprecated Plain(int size) { this.size = size; }
                    @Deprecated int size() { return size; }
                    @Deprecated int depth;
                }
                enum Mode { NEW, @Deprecated @dev.cairn.FormerNames("OLDEST") OLD }
                """.replace(
                        "@Deprecated", deprecated));
    }

    @Test
    void rawTypesUnderASuppressionOnTheFlowOrAroundIt() {
        assertQuiet(file("""
                @SuppressWarnings("rawtypes")
                class Outer {
                    @Flow
                    static class Sample {
                        @Opaque(allow = ArrayList.class) List items = new ArrayList();
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                    }
                }
                """));
    }

    @Test
    void importsThatOnlyDocumentationNeeds() {
        assertQuiet(file("""
                @Flow
                public class Sample {
                    /** Many. */
                    @Parameter public int size = 1;
                    int left;
                    List<Integer> items = List.of(1);
                    @Step(next = {"a", "b"}) void start() { left = 1; }
                    @Step(next = "both") void a() { left = 2; }
                    @Step(next = "both") void b() {}
                    @Step(next = "each", foreach = "items") void both(SampleArtifacts.BothInputs inputs) { inputs.mergeInto(this); }
                    @Step(next = "end") void each(@Item int item) {}
                    @Step void end(SampleArtifacts.EndInputs inputs) {}
                }
                """));
    }
}
