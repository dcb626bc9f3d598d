package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.compiler;
import static dev.cairn.processor.FlowCompilation.file;
import static dev.cairn.processor.FlowCompilation.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of code that is not finished: one clear message of Cairn, or none, where the compiler has said it all. */
class UnfinishedFlowTest {
    private static String messages(String source) {
        return text(compiler().compile(file(source)));
    }

    private static String messagesOfMembers(String members) {
        return messages("@Flow\nclass Sample {\n" + members + "}\n");
    }

    @Test
    void aMissingTypeOfAnArtifact() {
        assertThat(messagesOfMembers("""
                        Config config;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:1 error cannot find symbol
                          symbol:   class Config
                          location: class com.acme.Sample
                        7:46 error package SampleArtifacts does not exist""");
    }

    @Test
    void aMissingTypeOfAParameter() {
        assertThat(messagesOfMembers("""
                        List<String> items = List.of();
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "end") void work(@Item Config config) {}
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEqualTo("""
                        5:37 error cannot find symbol
                          symbol:   class Config
                          location: class com.acme.Sample""");
    }

    @Test
    void aMissingSuperclass() {
        assertThat(messages("""
                        @Flow
                        class Sample extends Missing {
                            @Step(next = "end") void start() {}
                            @Step void end() {}
                        }
                        """)).isEqualTo("""
                        2:22 error cannot find symbol
                          symbol: class Missing""");
    }

    @Test
    void aMissingReturnType() {
        assertThat(messagesOfMembers("""
                        @Step(next = "end") Missing start() { return null; }
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:29 error [cairn:step-method] step `start` returns `Missing`
                            fix:   make it `void`, and assign the result to a field of the flow.
                        3:21 error cannot find symbol
                          symbol:   class Missing
                          location: class com.acme.Sample""");
    }

    @Test
    void aMethodTwice() {
        assertThat(messagesOfMembers("""
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        @Step void end() {}
                        """))
                .isEqualTo("5:12 error method end() is already defined in class com.acme.Sample");
    }

    @Test
    void aFieldTwice() {
        assertThat(messagesOfMembers("""
                        int size;
                        long size;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """))
                .isEqualTo("4:6 error variable size is already defined in class com.acme.Sample");
    }

    @Test
    void anUnknownAnnotation() {
        assertThat(messagesOfMembers("""
                        @Step(next = "end") @Retri(times = 2) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:22 error cannot find symbol
                          symbol:   class Retri
                          location: class com.acme.Sample""");
    }

    @Test
    void anUnknownElementOfAnAnnotation() {
        assertThat(messagesOfMembers("""
                        @Step(nxt = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:7 error cannot find symbol
                          symbol:   method nxt()
                          location: @interface dev.cairn.Step""");
    }

    @Test
    void anUnknownElementBesideOthers() {
        assertThat(messagesOfMembers("""
                        List<String> items = List.of();
                        @Step(next = "work", foreeach = "items") void start() {}
                        @Step(next = "end") void work(@Item String item) {}
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEqualTo("""
                        4:22 error cannot find symbol
                          symbol:   method foreeach()
                          location: @interface dev.cairn.Step""");
    }

    @Test
    void unknownElementsOfTheLastStep() {
        assertThat(messagesOfMembers("""
                        @Step(next = "end") void start() {}
                        @Step(lst = true) void end() {}
                        """)).isEqualTo("""
                        4:7 error cannot find symbol
                          symbol:   method lst()
                          location: @interface dev.cairn.Step""");
    }

    @Test
    void anElementOfTheWrongType() {
        assertThat(messagesOfMembers("""
                        @Step(next = 1) void start() {}
                        @Step void end() {}
                        """))
                .isEqualTo("3:14 error incompatible types: int cannot be converted to java.lang.String");
    }

    @Test
    void anUnknownConstant() {
        assertThat(messagesOfMembers("""
                        @Step(next = Names.END) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:14 error cannot find symbol
                          symbol:   variable Names
                          location: class com.acme.Sample""");
    }

    @Test
    void aHoleInAnAnnotation() {
        assertThat(messagesOfMembers("""
                        @Step(next=) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("3:12 error illegal start of expression");
    }

    @Test
    void aMissingBrace() {
        assertThat(messagesOfMembers("""
                        @Step(next = "end") void start() {
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:15 error ';' expected
                        5:2 error reached end of file while parsing""");
    }

    @Test
    void emptyStrings() {
        assertThat(messagesOfMembers("""
                        @Step(next = "") void start() {}
                        @Step(next = {"end", ""}) void middle() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:14 error [cairn:unknown-step] step `start` names a next step with an empty name
                            fix:   name a method with `@Step`.
                        4:22 error [cairn:unknown-step] step `middle` names a next step with an empty name
                            fix:   name a method with `@Step`.""");
    }

    @Test
    void emptyNamesOfArtifacts() {
        assertThat(messagesOfMembers("""
                        @Step(next = "work", foreach = "") void start() {}
                        @Step(switchOn = "", otherwise = "end") void work() {}
                        @Step(next = "end") @Catch("") void caught() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:1 error [cairn:unjoined-split] the foreach of step `start` is not joined before the end of the flow
                            path:  start -> work -> end
                            fix:   make `end` a join, with the parameter `SampleArtifacts.EndInputs inputs`, or put a join before it.
                        3:32 error [cairn:unknown-artifact] step `start` names an artifact with an empty name, but `Sample` has no such artifact
                            fix:   name a field that is neither static nor transient and does not start with an underscore.
                        4:18 error [cairn:unknown-artifact] step `work` names an artifact with an empty name, but `Sample` has no such artifact
                            fix:   name a field that is neither static nor transient and does not start with an underscore.
                        5:28 error [cairn:unknown-artifact] step `caught` names an artifact with an empty name, but `Sample` has no such artifact
                            fix:   name a field that is neither static nor transient and does not start with an underscore.
                        5:37 error [cairn:unreachable-step] step `caught` cannot be reached from the start
                            fix:   name it in `next` of another step, or remove it.""");
    }

    @Test
    void anEmptyListOfSteps() {
        assertThat(messagesOfMembers("""
                        @Step(next = {}) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:1 error [cairn:dead-end] step `start` names no next step, but is not the last step
                            path:  start
                            fix:   add `next = "..."`.""");
    }

    @Test
    void aStepThatNamesItself() {
        assertThat(messagesOfMembers("""
                        @Step(next = "middle") void start() {}
                        @Step(next = "middle") void middle() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:14 error [cairn:cycle] step `middle` leads back to `middle`, but no switch can leave that loop
                            path:  middle -> middle
                            fix:   name another step as next; or, for a loop, let a switch (`switchOn`) on this path decide whether to lead back.""");
    }

    @Test
    void anEmptyFlow() {
        assertThat(messagesOfMembers("")).isEqualTo("""
                        2:1 error [cairn:no-start] flow `Sample` has no steps
                            fix:   annotate a method named `start` with `@Step`.""");
    }

    @Test
    void noFlowName() {
        assertThat(messages("@Flow class {}\nclass Other {}\n")).isEqualTo("1:12 error <identifier> expected");
    }

    @Test
    void anAnnotationType() {
        assertThat(messages("""
                        @Flow
                        @interface Sample {
                            @Step int start();
                        }
                        class Other {}
                        """)).isEqualTo("""
                        2:2 error [cairn:flow-class] flow `Sample` is declared as an annotation type
                            fix:   declare it as a class.""");
    }

    @Test
    void aSealedFlow() {
        assertThat(messages("""
                        @Flow
                        sealed class Sample {
                            @Step(next = "end") void start() {}
                            @Step void end() {}
                        }
                        final class Other extends Sample {}
                        """)).isEmpty();
    }

    @Test
    void aFlowThatIsEverythingItMustNotBe() {
        assertThat(messages("""
                        class Outer {
                            @Flow
                            private abstract class Sample<T> {
                                private Sample(int size) {}
                                @Step(next = "end") private static abstract <U> int start(String text);
                                @Step void end() {}
                            }
                        }
                        """)).isEqualTo("5:61 error illegal combination of modifiers: abstract and private");
    }

    @Test
    void aStepInAClassThatIsNoFlow() {
        assertThat(messages("""
                        class Sample {
                            @Step(next = "end") void start() {}
                        }
                        """)).isEqualTo("""
                        2:5 error [cairn:misplaced-annotation] `@Step` on `start` has no effect
                            fix:   it belongs on a method of a class with `@Flow`.""");
    }

    @Test
    void unknownConstantsEverywhere() {
        assertThat(messages("""
                        @Flow(name = Names.Z)
                        class Sample {
                        boolean on;
                        @Parameter(name = Names.Y, help = Names.X) int size;
                        @Step(next = {Names.A, "b"}) void start() {}
                        @Step(next = "end", foreach = Names.B) void a() {}
                        @Step(switchOn = Names.C, cases = @Case(value = Names.D, next = Names.E), otherwise = Names.F) void b() {}
                        @Step(next = "end") @Catch(Names.G) @Timeout(Names.H) @Retry(times = Names.I, delay = Names.J) void c() {}
                        @Step void end() {}
                        }
                        """).lines())
                .hasSize(38)
                .allSatisfy(
                        line -> assertThat(line).matches("\\d+:\\d+ error cannot find symbol|  (symbol|location):.*"));
    }

    @Test
    void aConstantInitialisedByItself() {
        assertThat(messagesOfMembers("""
                        static final String NEXT = Sample.NEXT;
                        @Step(next = NEXT) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("4:14 error element value must be a constant expression");
    }

    @Test
    void aClassThatExtendsItself() {
        assertThat(messages("""
                        @Flow
                        class Sample extends Sample {
                            @Step(next = "end") void start() {}
                            @Step void end() {}
                        }
                        """)).matches("""
                        2:1 error cyclic inheritance involving com\\.acme\\.Sample
                        1:1 error annotation (type|interface) not applicable to this kind of declaration""");
    }

    @Test
    void aGeneratedTypeThatDoesNotBelongToTheFlow() {
        assertThat(messagesOfMembers("""
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JionInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:58 error [cairn:step-parameter] parameter `inputs` of step `join` has type `SampleArtifacts.JionInputs`, which is not the type of its inputs
                            fix:   declare it as `SampleArtifacts.JoinInputs inputs`.
                        6:46 error cannot find symbol
                          symbol:   class JionInputs
                          location: class com.acme.SampleArtifacts""");
    }
}
