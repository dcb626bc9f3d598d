package dev.cairn.processor.rule.type;

import static dev.cairn.processor.FlowCompilation.problems;
import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.FlowCompilation;
import org.junit.jupiter.api.Test;

/** {@link UnstorableTypeRule}: {@code [cairn:unstorable-type]}. */
class UnstorableTypeRuleTest {
    @Test
    void aThread() {
        assertThat(problems("""
                        Thread worker;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:8 error [cairn:unstorable-type] artifact `worker` cannot be stored: `Thread` is a thread, which lives in one process only
                            path:  worker: Thread
                            fix:   start it in the step that needs it, and keep it in a `transient` field.""");
    }

    @Test
    void deepInside() {
        assertThat(problems("""
                        record Box(String name, Thread worker) {}
                        List<Box> boxes;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:11 error [cairn:unstorable-type] artifact `boxes` cannot be stored: `Thread` is a thread, which lives in one process only
                            path:  boxes -> Sample.Box.worker: Thread
                            fix:   start it in the step that needs it, and keep it in a `transient` field.""");
    }

    @Test
    void everythingThatIsInTheWayWithinOneType() {
        assertThat(problems("""
                        static class Box {
                        final UUID zebra = UUID.randomUUID();
                        Thread worker;
                        private final long apple = System.nanoTime();
                        java.util.concurrent.locks.Lock lock;
                        final int fixed = 1;
                        }
                        Box box;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        8:5 error [cairn:unstorable-type] artifact `box` cannot be stored: `Sample.Box` has final fields `zebra` and `apple` that no constructor takes as a parameter of that name
                            path:  box: Sample.Box
                            fix:   remove `final`, add the constructor `Box(UUID zebra, long apple)`, which may be private, make the class a record, or name a codec with `@Codec(BoxCodec.class)`.
                        8:5 error [cairn:unstorable-type] artifact `box` cannot be stored: `Thread` is a thread, which lives in one process only
                            path:  box -> Sample.Box.worker: Thread
                            fix:   start it in the step that needs it, and keep it in a `transient` field.
                        8:5 error [cairn:unstorable-type] artifact `box` cannot be stored: `Lock` is a lock, which guards one process only
                            path:  box -> Sample.Box.lock: Lock
                            fix:   keep it in a `transient` field; tasks share no memory that it could guard.""");
    }

    @Test
    void aTypeThatHoldsItselfIsToldOnce() {
        assertThat(problems("""
                        static class Node {
                        final long value = System.nanoTime();
                        Node next;
                        Thread worker;
                        }
                        Node node;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:6 error [cairn:unstorable-type] artifact `node` cannot be stored: `Sample.Node` has a final field `value` that no constructor takes as a parameter of that name
                            path:  node: Sample.Node
                            fix:   remove `final`, add the constructor `Node(long value)`, which may be private, make the class a record, or name a codec with `@Codec(NodeCodec.class)`.
                        6:6 error [cairn:unstorable-type] artifact `node` cannot be stored: `Thread` is a thread, which lives in one process only
                            path:  node -> Sample.Node.worker: Thread
                            fix:   start it in the step that needs it, and keep it in a `transient` field.""");
    }

    @Test
    void allComponentsOfARecordInTheirOrder() {
        assertThat(problems("""
                        record Box(Thread worker, String name, java.util.concurrent.locks.Lock lock, Runnable code) {}
                        Box box;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """).lines().filter(line -> line.contains("path:")))
                .containsExactly(
                        "    path:  box -> Sample.Box.worker: Thread",
                        "    path:  box -> Sample.Box.lock: Lock",
                        "    path:  box -> Sample.Box.code: Runnable");
    }

    @Test
    void whatIsGeneratedForTheFlow() {
        assertThat(problems("""
                        SampleRun before;
                        List<SampleArtifacts.Start> starts;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:11 error [cairn:unstorable-type] artifact `before` cannot be stored: `SampleRun` is generated for this flow
                            fix:   store the values that it gives, or keep it in a transient field.
                        2:29 error [cairn:unstorable-type] artifact `starts` cannot be stored: `List<SampleArtifacts.Start>` is generated for this flow
                            fix:   store the values that it gives, or keep it in a transient field.
                        1:1 error cannot find symbol
                          symbol:   class SampleRun
                          location: class com.acme.Sample""");
    }

    @Test
    void acceptsRecordsAndCollections() {
        assertThat(problems("""
                        record Box(String name, List<int[]> numbers) {}
                        Map<String, Box> boxes;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void anotherFlow() {
        assertThat(problemsOf("""
                        @Flow class Sample {
                            Other other;
                            List<Sample> copies;
                            @Step(next = "end") void start() { other = new Other(); }
                            @Step void end() {}
                        }
                        @Flow class Other {
                            @Step(next = "end") void start() {}
                            @Step void end() {}
                        }
                        """)).isEqualTo("""
                        2:11 error [cairn:unstorable-type] artifact `other` cannot be stored: `Other` is a flow, and each task makes its own instance
                            path:  other: Other
                            fix:   store the values that you take from it.
                        3:18 error [cairn:unstorable-type] artifact `copies` cannot be stored: `Sample` is a flow, and each task makes its own instance
                            path:  copies: List<Sample>
                            fix:   store the values that you take from it.""");
    }

    @Test
    void aLibraryThatHasASetOfCodecs() {
        Compilation compilation = FlowCompilation.checkOnly()
                .compile(
                        JavaFileObjects.forSourceString(
                                "com.google.common.collect.Rarity",
                                "package com.google.common.collect; public interface Rarity {}"),
                        FlowCompilation.file("""
                                @Flow
                                class Sample {
                                com.google.common.collect.Rarity rarity;
                                @Step(next = "end") void start() {}
                                @Step void end() {}
                                }
                                """));

        assertThat(FlowCompilation.text(compilation)).startsWith("""
                3:34 error [cairn:unstorable-type] artifact `rarity` cannot be stored: `Rarity` is an open interface: any class may implement it
                    path:  rarity: Rarity
                    fix:   add `dev.cairn:cairn-codec-guava` to the dependencies, if it has a codec for this type, or name a codec with `@Codec(RarityCodec.class)`.""");
    }

    @Test
    void namesOfClassesThatDoNotExist() {
        assertThat(problems("""
                        @Opaque(allow = {}, allowNames = {"java.util.Map.Entry", "dev.cairn.codec.Tree2", "a-b"})
                        Shape shape;
                        @Opaque(allow = {}, allowNames = {"dev.cairn.codec.Tree$Struct", "dev.cairn.codec.ConvertedCodec"})
                        Shape right;
                        @Opaque(allow = {}, allowNames = "dev.cairn.codec.Tree.Struct") Shape wrong;
                        interface Shape {}
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:7 error [cairn:unstorable-type] artifact `shape` cannot be stored: `Sample.Shape` allows `java.util.Map.Entry` by name, but there is no such class on the class path
                            path:  shape: Sample.Shape
                            fix:   write `java.util.Map$Entry` in `allowNames`.
                        2:7 error [cairn:unstorable-type] artifact `shape` cannot be stored: `Sample.Shape` allows `dev.cairn.codec.Tree2` by name, but there is no such class on the class path
                            path:  shape: Sample.Shape
                            fix:   write its binary name, such as `com.acme.Outer$Inner`, or add the library that contains it.
                        2:7 error [cairn:unstorable-type] artifact `shape` cannot be stored: `Sample.Shape` allows `a-b` by name, which is not the binary name of a class
                            path:  shape: Sample.Shape
                            fix:   write a name such as `com.acme.Outer$Inner` in `allowNames`; arrays of an allowed class are allowed too.
                        5:71 error [cairn:unstorable-type] artifact `wrong` cannot be stored: `Sample.Shape` allows `dev.cairn.codec.Tree.Struct` by name, but there is no such class on the class path
                            path:  wrong: Sample.Shape
                            fix:   write `dev.cairn.codec.Tree$Struct` in `allowNames`.""");
    }
}
