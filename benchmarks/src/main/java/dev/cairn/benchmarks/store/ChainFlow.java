package dev.cairn.benchmarks.store;

import dev.cairn.benchmarks.FlowCompiler;
import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** A flow whose steps follow each other, as many as are asked for. */
public final class ChainFlow {
    private ChainFlow() {}

    /** Compiles the flow with the processor to class files in a new directory. */
    public static void compile(Path directory, int steps) throws IOException {
        Files.createDirectories(directory);
        Path source = Files.writeString(directory.resolve("Chain.java"), source(steps));
        FlowCompiler.compile(source, directory);
    }

    private static String source(int steps) {
        StringBuilder source = new StringBuilder("""
                package chain;

                import dev.cairn.Flow;
                import dev.cairn.Step;

                @Flow
                class Chain {
                    int value;

                    @Step(next = "step2")
                    void start() {
                        value = 1;
                    }
                """);
        for (int i = 2; i < steps; i++) {
            source.append("""

                        @Step(next = "%s")
                        void step%d() {
                            value++;
                        }
                    """.formatted(i == steps - 1 ? "end" : "step" + (i + 1), i));
        }
        return source.append("""

                    @Step
                    void end() {
                        value++;
                    }
                }
                """).toString();
    }

    /** The definition of the flow that was compiled to {@code directory}. */
    static FlowDefinition<?> definition(Path directory) throws IOException {
        URL[] classes = {directory.toUri().toURL()};
        try {
            Class<?> provider = Class.forName(
                    "chain.ChainProvider", true, new URLClassLoader(classes, ChainFlow.class.getClassLoader()));
            return ((FlowProvider) provider.getConstructor().newInstance()).definition();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
