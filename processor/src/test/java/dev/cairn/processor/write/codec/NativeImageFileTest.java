package dev.cairn.processor.write.codec;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.cairn.processor.FlowCompilation.compiler;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** What the native-image tool is told of a flow. */
class NativeImageFileTest {
    private static final String FILE =
            "META-INF/native-image/dev.cairn.flows/com.acme.Outer$Sample/reflect-config.json";

    private static Compilation compile(String members) {
        JavaFileObject source = JavaFileObjects.forSourceString("com.acme.Outer", """
                package com.acme;

                import dev.cairn.*;
                import java.util.*;

                class Outer {
                    @Flow
                    static class Sample {
                        %s

                        @Step(next = "end")
                        void start() {}

                        @Step
                        void end() {}
                    }

                    static class Base<T> { private T value; int[] numbers; }

                    static class Box extends Base<String> {
                        private List<Base<String>[]> boxes;
                        private final int größe;
                        private final double[][] cells;

                        private Box(int größe, double[][] cells) { this.größe = größe; this.cells = cells; }
                    }

                    record Open(int size) {}
                }
                """.formatted(members));
        return compiler("-Xlint:all,-processing").compile(source);
    }

    @Test
    void namesEachFieldAndConstructorThatAHandleReaches() throws IOException {
        Compilation compilation = compile("Box box; Open open;");

        assertThat(compilation).succeeded();
        assertThat(compilation
                        .generatedFile(StandardLocation.CLASS_OUTPUT, FILE)
                        .orElseThrow()
                        .getCharContent(false))
                .isEqualTo("""
                        [
                          {"name": "com.acme.Outer$Base", "fields": [{"name": "value"}]},
                          {"name": "com.acme.Outer$Box", "fields": [{"name": "boxes"}, {"name": "gr\\u00f6\\u00dfe"}, {"name": "cells"}], "methods": [{"name": "<init>", "parameterTypes": ["int", "double[][]"]}]}
                        ]
                        """);
    }

    @Test
    void isNotWrittenWhereCodeNamesEverything() {
        Compilation compilation = compile("Open open; int size;");

        assertThat(compilation).succeeded();
        assertThat(compilation.generatedFile(StandardLocation.CLASS_OUTPUT, FILE))
                .isEmpty();
    }
}
