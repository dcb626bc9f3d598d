package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.checkOnly;
import static dev.cairn.processor.FlowCompilation.compiler;
import static dev.cairn.processor.FlowCompilation.compilerWith;
import static dev.cairn.processor.FlowCompilation.file;
import static dev.cairn.processor.FlowCompilation.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.report.Nowhere;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong around a flow is called by its name, in one message. */
class NamedCausesTest {
    private static final String STEPS =
            "@Step(next = \"end\") void start() {} @Step void end() { System.out.println(x); }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@lombok.Data class Box { private int a; }",
                "class Box { @lombok.Data private int a; }",
                "@lombok.Data class Box { final int a; { a = 1; } }",
                "@lombok.Data class Box { private final int a; Box(int b) { a = b; } int a() { return a; } }"
            })
    void lombokAfterCairn(String box) {
        JavaFileObject lombok =
                JavaFileObjects.forSourceString("lombok.Data", "package lombok; public @interface Data {}");
        Compilation compilation =
                checkOnly().compile(lombok, file("@Flow class Sample { Box x = null; " + STEPS + " }\n" + box));
        assertThat(text(compilation)).isEqualTo("""
                1:26 error [cairn:unstorable-type] artifact `x` cannot be stored: `Box` has members that Lombok has not generated yet
                    path:  x: Box
                    fix:   put Lombok before cairn-processor on the processor path, make the class a record, or name a codec with `@Codec(BoxCodec.class)`.""");
    }

    @Test
    void aClassOfALibraryThatWasCompiledWithoutNamesOfParameters(@TempDir Path library) throws IOException {
        assertThat(text(withLibrary(library, "-g:none"))).isEqualTo("""
                1:34 error [cairn:unstorable-type] artifact `x` cannot be stored: `Box<String>` was compiled without parameter names, so Cairn cannot know which fields `Box(int, String)` sets
                    path:  x: Box<String>
                    fix:   compile that class with `-parameters`, or name a codec with `@Codec(BoxCodec.class)`.""");
    }

    @Test
    void aClassOfALibraryThatWasCompiledWithThem(@TempDir Path library) throws IOException {
        assertThat(text(withLibrary(library, "-parameters"))).isEmpty();
    }

    private static Compilation withLibrary(Path library, String option) throws IOException {
        Compilation compiled = CompiledAgainst.javac()
                .withOptions(option)
                .compile(JavaFileObjects.forSourceString("com.acme.Box", """
                        package com.acme;
                        public class Box<T> {
                            private final int size;
                            private final T name;
                            public Box() { this(0, null); }
                            public Box(int size, T name) { this.size = size; this.name = name; }
                            public int size() { return size; }
                            public T name() { return name; }
                        }
                        """));
        Path folder = Files.createDirectories(library.resolve("com/acme"));
        try (InputStream bytes = compiled.generatedFiles().get(0).openInputStream()) {
            Files.copy(bytes, folder.resolve("Box.class"));
        }
        return compilerWith(library, "-proc:only")
                .compile(file("@Flow class Sample { Box<String> x = null; " + STEPS + " }"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "16"})
    void aReleaseThatIsTooOld(String release) {
        Compilation compilation =
                compiler("-source", release, "-target", release).compile(file("""
                @Flow class Sample {
                    List<String> items = new Missing();
                    @Step(next = {"a", "b"}) void start() {}
                    @Step(next = "end") void a() { String text = 1; }
                    @Step(next = "end") void b() {}
                    @Step void end(SampleArtifacts.EndInputs inputs) { inputs.mergeInto(this); }
                    int size(SampleArtifacts.A a, SampleArtifacts.Name name, SampleArtifacts.EndInput any) { return 1; }
                }
                @Flow class Second { @Step(next = "ennd") void start() {} @Step void end() {} }
                """));
        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .containsExactly("""
                        [cairn:release] flows need Java 17, but are compiled for Java %s
                            fix:   compile with `--release 17`, or a newer release.""".formatted(release));
    }

    @Test
    void aReleaseThatIsTooOldMattersToFlowsOnly() {
        Compilation compilation =
                compiler("-source", "11", "-target", "11").compile(file("class Sample { @Deprecated int size; }"));
        assertThat(compilation.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"@Opaque Thread x;, @dev.cairn.Opaque, allow", "@Codec Thread x;, @dev.cairn.Codec, value"})
    void anAnnotationOfAFieldWithoutWhatItMustHave(String field, String annotation, String element) {
        assertOnlyMissing("@Flow class Sample { " + field + STEPS + " }", annotation, element);
    }

    @ParameterizedTest
    @CsvSource({"@Opaque, @dev.cairn.Opaque, allow", "@Codec, @dev.cairn.Codec, value"})
    void anAnnotationOfATypeWithoutWhatItMustHave(String on, String annotation, String element) {
        assertOnlyMissing(
                "@Flow class Sample { Box x; " + STEPS + " } " + on
                        + " class Box { private Thread a; private Runnable b; }",
                annotation,
                element);
        assertOnlyMissing(
                "@Flow class Sample { Box x; " + STEPS + " } record Box(" + on + " Thread a, " + on + " Runnable b) {}",
                annotation,
                element);
    }

    private static void assertOnlyMissing(String source, String annotation, String element) {
        assertThat(compiler("-Xlint:none").compile(file(source)).errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .isNotEmpty()
                .allMatch(message -> message.equals(
                        "annotation " + annotation + " is missing a default value for the element '" + element + "'"));
    }

    @ParameterizedTest
    @CsvSource({
        "dev/cairn/Flow, dev.cairn.Flow",
        "dev/cairn/processor/rule/Rules, dev.cairn.processor.rule.Rules",
        "dev/cairn/processor/internal/javapoet/TypeName, dev.cairn.processor.internal.javapoet.TypeName"
    })
    void aProcessorJarThatIsDamaged(String missing, String name) {
        assertThat(message(new NoClassDefFoundError(missing))).isEqualTo("""
                [cairn:processor-path] the processor path is incomplete: class `%s` of `dev.cairn:cairn-processor` is missing
                  fix:   replace the jar of `dev.cairn:cairn-processor` with a complete one; it needs no other jar.""".formatted(name));
    }

    @Test
    void aProcessorPathThatIsIncomplete() {
        assertThat(message(new NoClassDefFoundError("org/example/Thing$Part"))).isEqualTo("""
                [cairn:processor-path] the processor path is incomplete: class `org.example.Thing$Part` is missing
                  fix:   add the jar that contains it to the processor path.""");
    }

    private static String message(Throwable cause) {
        return InternalFailure.problem("flow `Sample`", Nowhere.COMPILATION, new IllegalStateException(cause))
                .message();
    }

    @Test
    void isToldOnceOfAllFlows() {
        String flow = "@Flow class Sample { @Step(next = \"end\") void start() {} @Step void end() {} }\n";
        Compilation compilation = CompiledAgainst.javac()
                .withProcessors(new FailingFiler(
                        new FlowProcessor(), ".*", () -> new NoClassDefFoundError("com/palantir/javapoet/TypeName")))
                .withOptions("-proc:only")
                .compile(file(flow + flow.replace("Sample", "Second")));
        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .singleElement()
                .asString()
                .startsWith("[cairn:processor-path] the processor path is incomplete: class `com.palantir.javapoet.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Could not initialize class dev.cairn.processor.rule.Rules", "Plain"})
    void aClassThatIsThereAndDoesNotWorkIsNotMissing(String message) {
        assertThat(InternalFailure.problem("a", Nowhere.COMPILATION, new NoClassDefFoundError(message))
                        .id())
                .isEqualTo("internal-error");
    }
}
