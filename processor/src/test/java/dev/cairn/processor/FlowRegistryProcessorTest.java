package dev.cairn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowRegistryProcessorTest {
    private static final String SOUND = "@Step(next = \"end\") void start() {} @Step void end() {}";
    private static final String WRONG = "@Step void start() {}";

    @TempDir
    private Path directory;

    private Path sources;
    private Path output;

    @BeforeEach
    void makeDirectories() throws IOException {
        sources = Files.createDirectories(directory.resolve("src/com/acme"));
        output = Files.createDirectories(directory.resolve("out"));
    }

    @Test
    void listsTheFlowsByName() throws IOException {
        compile(write("Second", flow("Second", SOUND)), write("First", flow("First", SOUND)));
        assertThat(listed()).containsExactly("com.acme.FirstProvider", "com.acme.SecondProvider");
    }

    @Test
    void listsNestedFlows() throws IOException {
        compile(write(
                "Outer",
                "class Outer { static "
                        + flow("Inner", SOUND).replace("@Flow", "").replace("class", "@Flow class") + "}"));
        assertThat(listed()).containsExactly("com.acme.Outer_InnerProvider");
    }

    @Test
    void listsNothingIfAFlowIsWrong() throws IOException {
        compile(write("First", flow("First", SOUND)), write("Second", flow("Second", WRONG)));
        assertThat(listed()).isEmpty();
    }

    @Test
    void keepsTheFlowsOfAnEarlierCompilation() throws IOException {
        compile(write("First", flow("First", SOUND)));
        compile(write("Second", flow("Second", SOUND)));
        assertThat(listed()).containsExactly("com.acme.FirstProvider", "com.acme.SecondProvider");
    }

    @Test
    void dropsFlowsThatAreGone() throws IOException {
        Path first = write("First", flow("First", SOUND));
        compile(first);
        Files.delete(first);
        compile(write("Second", flow("Second", SOUND)));
        assertThat(listed()).containsExactly("com.acme.SecondProvider");
    }

    @Test
    void dropsClassesThatAreNoFlowsAnyMore() throws IOException {
        compile(write("First", flow("First", SOUND)));
        Path first = write("First", "class First {}");
        compile(first, write("Second", flow("Second", SOUND)));
        assertThat(listed()).containsExactly("com.acme.SecondProvider");
    }

    private static String flow(String name, String members) {
        return "@Flow class " + name + " { " + members + " }";
    }

    private Path write(String name, String source) throws IOException {
        return Files.writeString(sources.resolve(name + ".java"), "package com.acme; import dev.cairn.*; " + source);
    }

    /** Runs the processors over some of the sources; the others are there for whoever asks for their classes. */
    private void compile(Path... files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            String classPath = System.getProperty("java.class.path");
            List<String> options = new ArrayList<>(List.of("-proc:only", "-d", output.toString()));
            options.addAll(List.of("-cp", classPath + java.io.File.pathSeparator + output));
            options.addAll(List.of("-sourcepath", directory.resolve("src") + java.io.File.pathSeparator + output));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(), manager, null, options, null, manager.getJavaFileObjects(files));
            task.setProcessors(List.of(new FlowProcessor(), new FlowRegistryProcessor()));
            task.call();
        }
    }

    private List<String> listed() throws IOException {
        Path file = output.resolve("META-INF/services/dev.cairn.runtime.FlowProvider");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
