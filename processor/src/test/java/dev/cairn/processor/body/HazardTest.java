package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.cairn.processor.CompiledAgainst;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/**
 * A body may use a type that is generated in the very round that reads the body. To ask the compiler what a name in it means
 * breaks the compilation; to read it as this package does must not.
 */
final class HazardTest {
    private static final String FLOW = """
            @Flow class F {
                int a;

                @Step void start() {
                    a = 1;
                    new Generated() {
                        @Override
                        protected int hook() {
                            return a;
                        }
                    };
                }
            }
            """;

    @Test
    void toReadBodiesDoesNotBreakTheCompilation() {
        Compilation compilation = compile((environment, flow) -> assertThat(Facts.of(
                        BodyReader.of(environment).read(flow, 0, Set.of("a")).step("start")))
                .isEqualTo("assigns a"));
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    }

    @Test
    void toAskTheCompilerDoes() {
        Compilation compilation = compile(HazardTest::attribute);
        assertThat(compilation.errors())
                .anySatisfy(error -> assertThat(error.getMessage(null))
                        .contains("method does not override or implement a method from a supertype"));
    }

    private static void attribute(ProcessingEnvironment environment, TypeElement flow) {
        Trees trees = Trees.instance(environment);
        TreePath path = trees.getPath(flow);
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree tree, Void nothing) {
                trees.getElement(getCurrentPath());
                return null;
            }
        }.scan(path, null);
    }

    private static Compilation compile(BiConsumer<ProcessingEnvironment, TypeElement> read) {
        return CompiledAgainst.javac()
                .withOptions("-proc:full")
                .withProcessors(new Generator(read))
                .compile(Bodies.environment(), Bodies.file(FLOW));
    }

    private static final class Generator extends AbstractProcessor {
        private final BiConsumer<ProcessingEnvironment, TypeElement> read;
        private boolean done;

        private Generator(BiConsumer<ProcessingEnvironment, TypeElement> read) {
            this.read = read;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("dev.cairn.Flow");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                read.accept(processingEnv, processingEnv.getElementUtils().getTypeElement("demo.F"));
                try (Writer file = processingEnv
                        .getFiler()
                        .createSourceFile("demo.Generated")
                        .openWriter()) {
                    file.write("package demo; class Generated { protected int hook() { return 0; } }");
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            return false;
        }
    }
}
