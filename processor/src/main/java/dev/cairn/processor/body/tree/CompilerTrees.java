package dev.cairn.processor.body.tree;

import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** The trees of the compiler, where it is {@code javac}, plain or wrapped by a build tool. */
public record CompilerTrees(ProcessingEnvironment environment, Trees trees) {
    public static Optional<CompilerTrees> of(ProcessingEnvironment environment) {
        return plain(environment)
                .or(() -> WrappedEnvironment.layers(environment).stream()
                        .flatMap(layer -> plain(layer).stream())
                        .findFirst());
    }

    /** The trees of an environment that is the compiler's own; empty if it is not. */
    private static Optional<CompilerTrees> plain(ProcessingEnvironment environment) {
        try {
            return Optional.of(new CompilerTrees(environment, Trees.instance(environment)));
        } catch (IllegalArgumentException notJavac) {
            return Optional.empty();
        }
    }
}
