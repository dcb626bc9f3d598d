package dev.cairn.processor.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The text of the lock file: one line per artifact, field, constant and subtype, always in one order. */
class LockTextTest {
    private static LockedSchemas schemas(String flow, String source) {
        return CompiledVersion.of(JavaFileObjects.forSourceString(flow, source.replace("@Flow", "@dev.cairn.Flow")))
                .schemas(flow);
    }

    @Test
    void hasALineForEachPart() {
        assertThat(schemas("com.acme.Training", """
                        package com.acme;
                        import dev.cairn.*;
                        import java.util.*;
                        @Flow class Training {
                            record Config(@FormerNames("rate") double learningRate, @Default("32") int batchSize, Optimizer optimizer) {}
                            @FormerNames("com.acme.Kind") enum Optimizer { SGD, @FormerNames("ADAMW") ADAM }
                            sealed interface Shape permits Dot, Line {}
                            record Dot() implements Shape {}
                            record Line(int[] ends, Map.Entry<String, Config[]> entry) implements Shape {}
                            record Pair<A, B>(A a, @Default B b) {}
                            static class Model { Object weights; }
                            List<Config> configs;
                            @Parameter @FormerNames({"size", "amount"}) int count = 1;
                            Map<String, Pair<Shape, Optional<Integer>>> pairs;
                            @Opaque(allow = {Model.class, double[].class}) Model model;
                            Object any;
                        }
                        """).text()).isEqualTo("""
                        cairn-schemas 1
                        # What these flows store. Cairn compares the code with it, so that old runs stay readable.
                        # It is written by a build with -Acairn.lock.write=compatible, and committed with the change.

                        flow com.acme.Training
                            Object any
                            List<com.acme.Training$Config> configs
                            int count @FormerNames("size", "amount")
                            @Opaque(com.acme.Training$Model) com.acme.Training$Model model
                            Map<String, com.acme.Training$Pair<com.acme.Training$Shape,java.util.Optional<java.lang.Integer>>> pairs
                            holds com.acme.Training$Config
                            holds com.acme.Training$Dot
                            holds com.acme.Training$Line
                            holds com.acme.Training$Optimizer

                        class com.acme.Training$Config
                            double learningRate @FormerNames("rate")
                            int batchSize @Default("32")
                            com.acme.Training$Optimizer optimizer

                        class com.acme.Training$Dot

                        class com.acme.Training$Line
                            int[] ends
                            Map.Entry<String, com.acme.Training$Config[]> entry

                        enum com.acme.Training$Optimizer @FormerNames("com.acme.Kind")
                            SGD
                            ADAM @FormerNames("ADAMW")

                        class com.acme.Training$Pair<com.acme.Training$Shape,java.util.Optional<java.lang.Integer>>
                            com.acme.Training$Shape a
                            Optional<Integer> b @Default

                        sealed com.acme.Training$Shape
                            com.acme.Training$Dot
                            com.acme.Training$Line
                        """);
    }

    @Test
    void hasNothingOfSecretParameters() {
        assertThat(schemas("com.acme.Training", """
                        package com.acme;
                        import dev.cairn.*;
                        @Flow class Training {
                            record Login(String user, String key) {}
                            @Parameter(secret = true) Login login;
                            @Parameter int count = 1;
                        }
                        """).text()).isEqualTo("""
                        cairn-schemas 1
                        # What these flows store. Cairn compares the code with it, so that old runs stay readable.
                        # It is written by a build with -Acairn.lock.write=compatible, and committed with the change.

                        flow com.acme.Training
                            int count
                        """);
    }

    @Test
    void readsTheExampleOfThePage() throws IOException, LockFormatException {
        String page = Files.readString(Path.of("../docs/evolution.md"));
        String example = page.substring(page.indexOf("cairn-schemas 1"));
        String text = example.substring(0, example.indexOf("```"));
        assertThat(LockedSchemas.parse(text).text().replaceAll("(?m)^#.*\\R", ""))
                .isEqualTo(text);
    }

    /** Names that are the lock file's own, and texts that would end a line. */
    @Test
    void readsHostileNames() throws LockFormatException {
        LockedSchemas schemas = schemas("Sample", """
                        import dev.cairn.*;
                        @Flow class Sample {
                            removed removed;
                            List<Instant> holds;
                            Instant[] flow;
                            Text text;
                        }
                        class removed { int removed; }
                        class Instant { int holds; }
                        class List<T> { T @FormerNames({"a, b", "c)"}) [] class_; }
                        class Text { @Default("a\\"b\\\\c\\nd\\u2028e\\ud83d\\ude00) @Default") String é\u0142\u4e2d; }
                        """.replace(
                        "T @FormerNames({\"a, b\", \"c)\"}) [] class_", "@FormerNames({\"a, b\", \"c)\"}) T[] class_"));
        assertThat(LockedSchemas.parse(schemas.text())).isEqualTo(schemas);
        assertThat(schemas.text())
                .contains("'removed' removed\n", "'List<Instant>' holds\n", "'Instant'[] flow\n")
                .contains("@Default(\"a\\\"b\\\\c\\u000ad\\u2028e\\ud83d\\ude00) @Default\")");
    }

    @Test
    void readsWhatItWrites() throws LockFormatException {
        for (int seed = 0; seed < 100; seed += 10) {
            RandomVersion version = new RandomChanges(new Random(seed)).first("com.acme.p" + seed);
            CompiledVersion compiled =
                    CompiledVersion.of(version.sources(List.of()).toArray(JavaFileObject[]::new));
            LockedSchemas schemas = compiled.schemas(version.flow());
            assertThat(LockedSchemas.parse(schemas.text())).as("seed " + seed).isEqualTo(schemas);
        }
    }
}
