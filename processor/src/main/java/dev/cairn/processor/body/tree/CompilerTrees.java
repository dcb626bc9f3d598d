package dev.cairn.processor.body.tree;

import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** The trees of the compiler, where it is {@code javac}, plain or wrapped by a build tool. */
public record CompilerTrees(ProcessingEnvironment environment, Trees trees) {
    public static Optional<CompilerTrees> of(ProcessingEnvironment environment) {
        for (ProcessingEnvironment candidate : WrappedEnvironment.layers(environment)) {
            try {
                return Optional.of(new CompilerTrees(candidate, Trees.instance(candidate)));
            } catch (IllegalArgumentException notJavac) {
                // another layer may be
            }
        }
        return Optional.empty();
    }
}
