package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.StepBody;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The places that the rules show, and what is known of each. */
final class AccessPlacesTest {
    @Test
    void aReadIsToldWithItsPlace() {
        assertThat(reads("use(a);\n  use(this.b);")).containsExactly("a read at 2:5", "b read at 3:7");
    }

    @Test
    void theFirstOfSeveralAlikeStandsForAll() {
        assertThat(reads("use(a); use(a); a++; use(a);")).containsExactly("a read at 2:5", "a update at 2:17");
        assertThat(reads("a++; use(a);")).containsExactly("a update at 2:1");
        assertThat(reads("if (test()) a = 1; use(a); use(a);")).containsExactly("a read at 2:24, assigned maybe");
        assertThat(reads("use(a); if (test()) a = 1; use(a);"))
                .containsExactly("a read at 2:5", "a read at 2:32, assigned maybe");
    }

    @Test
    void updatesAreToldApart() {
        assertThat(reads("a += 1; use(b);")).containsExactly("a update at 2:1", "b read at 2:13");
    }

    @Test
    void anEarlierRoundOfALoopMayHaveAssigned() {
        assertThat(reads("while (test()) { use(a, b); a = 1; }"))
                .containsExactly("a read at 2:22, assigned maybe", "b read at 2:25");
        assertThat(reads("use(a); while (test()) { use(a); a = 1; }")).containsExactly("a read at 2:5");
        assertThat(reads("for (;;) { while (test()) use(a); a = 1; }"))
                .containsExactly("a read at 2:31, assigned maybe");
        assertThat(reads("do use(a); while (test(a = 1));")).containsExactly("a read at 2:8, assigned maybe");
    }

    @Test
    void handlersMayComeAfterAnAssignment() {
        assertThat(reads("try { a = 1; } catch (RuntimeException e) { use(a, b); } finally { use(c); }"))
                .containsExactly("a read at 2:49, assigned maybe", "b read at 2:52", "c read at 2:72");
    }

    @Test
    void aLambdaMayRunAfterALaterAssignment() {
        assertThat(reads("run(() -> use(a, b)); a = 1;"))
                .containsExactly("a read at 2:15, assigned maybe", "b read at 2:18");
    }

    @Test
    void aReadInAHelperIsInTheHelper() {
        assertThat(Bodies.<List<String>>of(
                        Bodies.step("help();\nif (test()) b = 1;\nhelp();") + "void help() {\nuse(a, b);\n}", reads()))
                .containsExactly(
                        "a read at 7:5, through help",
                        "b read at 7:8, through help",
                        "b read at 7:8, assigned maybe, through help");
    }

    @Test
    void whatAClassMayInheritIsUncertain() {
        assertThat(reads("run(new Runnable() { public void run() { use(a); } });"))
                .containsExactly("a read at 2:46, uncertain");
        assertThat(reads("class Local { void run() { use(a); } }")).containsExactly("a read at 2:32");
        assertThat(reads("class Local extends Thread { public void run() { use(F.this.a); } } "))
                .containsExactly("a read at 2:54");
    }

    @Test
    void privateFieldsAreListedApart() {
        assertThat(step("use(scratch); _own = 1; use(_own); use(a);", StepBody::privateReads))
                .containsExactly("scratch read at 2:5");
    }

    @Test
    void assignmentsOfAStepAreToldOnceForEachField() {
        assertThat(step("a = 1; a = 2;\nthis.b++; help();", StepBody::assignments))
                .containsExactly("a assignment at 2:1", "b update at 3:1");
        assertThat(Bodies.<List<String>>of(
                        Bodies.step("if (test()) b = 1; help();") + "void help() { c = 1; }",
                        bodies -> texts(bodies.step("start").assignments())))
                .containsExactly("b assignment at 2:13", "c assignment at 4:15, through help");
    }

    @Test
    void assignmentsOfAFlowAreToldAll() {
        assertThat(Bodies.<List<String>>of(
                        Bodies.step("a = 1; a = 2; help();")
                                + "@Step void other() { help(); }\nvoid help() { c = 1; }\nvoid unused() { d = 1; }",
                        bodies -> texts(bodies.assignments())))
                .containsExactly("a assignment at 2:1", "a assignment at 2:8, assigned always", "c assignment at 5:15");
    }

    @Test
    void assignmentsToStaticFieldsAreTold() {
        assertThat(Bodies.<List<String>>of(
                        Bodies.step("count = 1; F.count++;\nthis.count = 2; help();")
                                + "static void help() { demo.F.count--; }",
                        bodies -> texts(bodies.staticAssignments())))
                .containsExactly(
                        "count assignment at 2:1",
                        "count update at 2:12, assigned always",
                        "count assignment at 3:1, assigned always",
                        "count update at 5:22");
    }

    @Test
    void assignmentsOfConstructorsAreNoneOfAStep() {
        assertThat(Bodies.<List<String>>of(
                        Bodies.step("use(a);") + "F() { b = 1; set(); } void set() { c = 1; } { d = 1; }",
                        bodies -> texts(bodies.assignments())))
                .isEmpty();
    }

    private static List<String> reads(String body) {
        return step(body, StepBody::reads);
    }

    private static Function<FlowBodies, List<String>> reads() {
        return bodies -> texts(bodies.step("start").reads());
    }

    private static List<String> step(String body, Function<StepBody, List<FieldAccess>> accesses) {
        return Bodies.ofStep(body, step -> texts(accesses.apply(step)));
    }

    private static List<String> texts(List<FieldAccess> accesses) {
        return accesses.stream().map(Places::of).toList();
    }
}
