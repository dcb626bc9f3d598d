package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Code that does not compile is the compiler's business; to read it must not fail. */
final class BrokenCodeTest {
    @Test
    void jumpsThatLeadNowhere() {
        assertThat(Bodies.facts("if (test()) break; if (test()) continue out; a = 1;"))
                .isEqualTo("assigns a");
    }

    @Test
    void methodsThatDoNotExist() {
        assertThat(Bodies.facts("nope(a); this.nope(b); text.nope(); super.nope();"))
                .isEqualTo("everything");
        assertThat(Bodies.facts("a = nope.nope; Nope.nope(b); new Nope(c) {}; Supplier<?> s = Nope::nope;"))
                .isEqualTo("reads b, c; assigns a");
    }

    /** Lombok adds methods to a class that is already being processed. */
    @Test
    void methodsThatSomethingMayAddMayDoAnything() {
        assertThat(Bodies.facts("b = 1; setA(2);")).isEqualTo("assigns b; everything");
        assertThat(Bodies.facts("use(this.getA());")).isEqualTo("everything");
        assertThat(Bodies.facts("run(F.this::tick);")).isEqualTo("everything");
        assertThat(Bodies.facts("run(() -> setA(1));")).isEqualTo("everything");
        assertThat(Bodies.facts("help();", "void help() { setA(1); }")).isEqualTo("everything");
        assertThat(Bodies.facts("getClass(); this.getClass(); number(); get(() -> a);"))
                .isEqualTo("reads a");
        assertThat(Bodies.facts("new Thread() { @Override public void run() { setName(text); } };"))
                .isEqualTo("reads text");
        assertThat(Bodies.facts("other.setA(a);", "static F other;")).isEqualTo("reads a");
    }

    @Test
    void methodsOfClassesAroundTheFlowAndOfTheirSuperclassesAreNotMissing() {
        assertThat(sourceFacts("class Base { static void inherited() {} }"
                        + "class Outer extends Base { private static void help() {}"
                        + "@Flow static class F { int a; @Step void start() { help(); inherited(); use(a); } } }"))
                .isEqualTo("reads a");
    }

    @Test
    void reflectionOnThisMayDoAnything() {
        assertThat(Bodies.facts("getClass().getDeclaredField(\"a\").setInt(this, 1);"))
                .isEqualTo("everything");
        assertThat(Bodies.facts("F.class.getDeclaredMethod(\"help\").invoke(F.this);"))
                .isEqualTo("everything");
        assertThat(Bodies.facts("use(F.class.getDeclaredFields());")).isEqualTo("nothing");
    }

    @Test
    void unknownTypesInSignatures() {
        assertThat(Bodies.facts("help(null); use(a);", "Nope help(Nope<Nope> nope) { return b; }"))
                .isEqualTo("reads a, b");
    }

    @Test
    void stepsWithoutBody() {
        assertThat(readsOf("@Step native void start();")).isEqualTo("everything");
        assertThat(readsOf("@Step abstract void start();")).isEqualTo("everything");
    }

    @Test
    void otherKindsOfClasses() {
        assertThat(sourceFacts("@Flow record F(int a) { @Step void start() { use(a); } }"))
                .isEqualTo("reads a");
        assertThat(sourceFacts("@Flow enum F { X; int a; @Step void start() { use(a); } }"))
                .isEqualTo("reads a");
        assertThat(sourceFacts("@Flow interface F { @Step default void start() { use(1); } }"))
                .isEqualTo("nothing");
        assertThat(sourceFacts(
                        "@Flow class F<T> extends Nope<T> implements Nope { int a; @Step void start() { a++; } }"))
                .isEqualTo("reads a; assigns a");
    }

    @Test
    void aSupertypeThatDoesNotExistMayHaveAnyMethod() {
        assertThat(sourceFacts("@Flow class F extends Nope { int a; @Step void start() { help(); } }"))
                .isEqualTo("everything");
        assertThat(
                        sourceFacts(
                                "@Flow class F extends Nope { int a; @Step void start() { help(); } int help() { return a; } }"))
                .isEqualTo("reads a");
    }

    @Test
    void deepNesting() {
        String sum = "a" + " + a".repeat(800);
        String calls = "use(".repeat(100) + "a" + ")".repeat(100);
        String blocks = "if (test()) { ".repeat(100) + "b = 1;" + " }".repeat(100);
        assertThat(Bodies.facts("int sum = " + sum + ";\n" + calls + ";\n" + blocks))
                .isEqualTo("reads a; may b");
    }

    @Test
    void aLongChainOfHelpers() {
        assertThat(chain(60)).isEqualTo("reads b; assigns a");
    }

    @Test
    void aChainOfHelpersThatIsTooLong() {
        assertThat(chain(10_000)).isEqualTo("everything");
    }

    private static String chain(int length) {
        StringBuilder helpers = new StringBuilder();
        for (int i = 0; i < length; i++) {
            helpers.append("void help" + i + "() { help" + (i + 1) + "(); }\n");
        }
        return Bodies.facts("help0(); use(a);", helpers + "void help" + length + "() { a = b; }");
    }

    private static String readsOf(String members) {
        return Bodies.of(members, bodies -> Facts.of(bodies.step("start")));
    }

    private static String sourceFacts(String source) {
        return Bodies.ofSource(source, bodies -> Facts.of(bodies.step("start")));
    }
}
