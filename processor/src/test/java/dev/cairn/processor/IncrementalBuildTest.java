package dev.cairn.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that compiles a part again finds the rest as class files: what is generated may not depend on that. */
class IncrementalBuildTest {
    private static final JavaFileObject BASE = FlowCompilation.file("""
            class Base implements Face {
                transient int base;
                void inherited() {}
                void overridden() {}
                static void fixed() {}
            }
            """);

    private static final JavaFileObject FACE = FlowCompilation.file("""
            interface Face {
                default void face() {}
            }
            """);

    private static final JavaFileObject FLOW = FlowCompilation.file("""
            @Flow
            class Sample extends Base {
                int number;
                String text = "initial";

                @Step(next = "callInherited")
                void start() {
                    number = 1;
                    fixed();
                    overridden();
                }

                @Override
                void overridden() {
                    text = "" + number;
                }

                @Step(next = "callOfInterface")
                void callInherited() {
                    number = 2;
                    inherited();
                }

                @Step(next = "end")
                void callOfInterface() {
                    face();
                }

                @Step
                void end() {
                    base = number;
                }
            }
            """);

    @TempDir
    private Path classes;

    @Test
    void generatesTheSameWhetherSuperclassesAreSourcesOrClassFiles() throws IOException {
        Map<String, String> whole = generated(FlowCompilation.compiler().compile(FACE, BASE, FLOW));
        Compilation first = FlowCompilation.compiler().compile(FACE, BASE);
        for (JavaFileObject file : first.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                Path target = classes.resolve(file.getName()
                        .substring(StandardLocation.CLASS_OUTPUT.getName().length() + 2));
                Files.createDirectories(target.getParent());
                try (InputStream content = file.openInputStream()) {
                    Files.copy(content, target);
                }
            }
        }

        Map<String, String> part =
                generated(FlowCompilation.compilerWith(classes).compile(FLOW));

        assertThat(whole).isNotEmpty().isEqualTo(part);
        assertThat(whole.get("/SOURCE_OUTPUT/com/acme/SampleRunner.java"))
                .contains(".analysed().mustAssign(\"number\", \"text\")")
                .containsPattern("\\n +\\.mustAssign\\(\"number\"\\)"); // of code that could not be analysed
    }

    private static Map<String, String> generated(Compilation compilation) throws IOException {
        assertThat(compilation).succeeded();
        Map<String, String> sources = new TreeMap<>();
        for (JavaFileObject source : compilation.generatedSourceFiles()) {
            sources.put(source.getName(), source.getCharContent(false).toString());
        }
        return sources;
    }
}
