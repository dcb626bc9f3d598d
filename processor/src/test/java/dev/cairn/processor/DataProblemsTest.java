package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.checkOnly;
import static dev.cairn.processor.FlowCompilation.compiler;
import static dev.cairn.processor.FlowCompilation.file;
import static dev.cairn.processor.FlowCompilation.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Mistakes in the data of flows, as they come to the screen: all of them, in source order, and nothing else. */
class DataProblemsTest {
    private static final String TWO_FLOWS = """
            @Flow
            class First {
                @Parameter int size = 1;
                String report;
                String title;
                @Step(next = {"a", "b"}) void start() { title = "t"; size = 2; }
                @Step(next = "join") void a() { System.out.println(report); }
                @Step(next = "join") void b() {}
                @Step(next = "end") void join(FirstArtifacts.JoinInputs inputs) {}
                @Step void end() { System.out.println(title + size); }
            }
            @Flow
            class Second {
                String report;
                @Step(next = "end") void start() {}
                @Step void end() { System.out.println(report); }
            }
            """;

    private static final String FIRST_ERRORS = """
            6:58 error [cairn:parameter-assignment] parameter `size` is assigned, but steps can only read parameters
                fix:   keep the new value in a separate field, and read that from then on.
            7:56 error [cairn:unassigned-artifact] artifact `report` is read in step `a`, but no step before it assigns it
                path:  start -> a
                fix:   assign it in one of these steps, or give the field an initial value.
            10:43 error [cairn:unmerged-artifact] artifact `title` is read in step `end`, but join `join` does not pass it on
                path:  start -> a -> join -> end
                fix:   call `inputs.mergeInto(this);` in `join`, or assign it there.
            """;

    private static final String SECOND_ERROR = """
            16:43 error [cairn:unassigned-artifact] artifact `report` is read in step `end`, but no step before it assigns it
                path:  start -> end
                fix:   assign it in one of these steps, or give the field an initial value.""";

    @Test
    void allMistakesOfTwoFlowsAreToldInSourceOrder() {
        assertThat(text(checkOnly().compile(file(TWO_FLOWS)))).isEqualTo(FIRST_ERRORS + SECOND_ERROR);
    }

    @Test
    void aWholeCompilationSaysNothingElse() {
        String source = TWO_FLOWS + """
                class User {
                    int title(FirstArtifacts.A a) { return a.hashCode() + SecondRunner.class.hashCode(); }
                    public static void main(String[] args) { FirstRunner.main(args); }
                }
                """;
        assertThat(text(compiler().compile(file(source)))).isEqualTo(FIRST_ERRORS + SECOND_ERROR);
    }

    private static final String MAYBE = """
            @Flow class Sample {
                String report;
                @Step(next = "end") void start() { if (Math.random() > 0.5) report = "x"; }
                METHOD @Step void end() { System.out.println(report); }
            }
            """;

    private static String maybe(String onClass, String onMethod) {
        return onClass + " " + MAYBE.replace("METHOD", onMethod);
    }

    @Test
    void strictMakesErrorsOfDoubts() {
        assertThat(text(compiler("-Acairn.strict=true").compile(file(maybe("", "")))))
                .isEqualTo("""
                        4:44 error [cairn:unassigned-artifact] artifact `report` is read in step `end`, but is not assigned on every path to it
                            path:  start -> end
                            when:  `start` does not assign it
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void doubtsAreSilencedOnTheMethodAndOnTheClassEvenIfStrict() {
        String silence = "@SuppressWarnings(\"cairn:unassigned-artifact\")";
        assertThat(text(checkOnly("-Acairn.strict=true").compile(file(maybe("", silence)))))
                .isEmpty();
        assertThat(text(checkOnly("-Acairn.strict=true").compile(file(maybe(silence, "")))))
                .isEmpty();
        assertThat(text(checkOnly("-Acairn.strict=true").compile(file(maybe("@SuppressWarnings(\"cairn\")", "")))))
                .isEmpty();
    }

    @Test
    void silencingAnotherStepOrAnotherRuleIsOfNoUse() {
        assertThat(text(checkOnly().compile(file(maybe("@SuppressWarnings(\"cairn:unmerged-artifact\")", "")))))
                .startsWith("4:44 warning [cairn:unassigned-artifact]");
        assertThat(text(checkOnly()
                        .compile(file(maybe("", "").replace("@Step(next", "@SuppressWarnings(\"cairn\") @Step(next")))))
                .startsWith("4:44 warning [cairn:unassigned-artifact]");
    }

    @Test
    void certainMistakesCannotBeSilenced() {
        String source = maybe("@SuppressWarnings(\"cairn\")", "@SuppressWarnings(\"cairn:unassigned-artifact\")")
                .replace("if (Math.random() > 0.5) report = \"x\";", "");
        assertThat(text(checkOnly().compile(file(source)))).contains("error [cairn:unassigned-artifact]");
    }
}
