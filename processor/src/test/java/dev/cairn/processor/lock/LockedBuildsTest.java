package dev.cairn.processor.lock;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.cairn.processor.lock.Locked.flow;
import static dev.cairn.processor.lock.Locked.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.cairn.processor.CompiledAgainst;
import dev.cairn.processor.FlowCompilation;
import dev.cairn.processor.FlowProcessor;
import dev.cairn.processor.SourceGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the lock file is written, and what it has after builds of parts, of other modules, and at the same time. */
class LockedBuildsTest {
    private static final JavaFileObject ROW = FlowCompilation.file("public record Row(int n) {}\n");
    private static final JavaFileObject WIDER_ROW = FlowCompilation.file("public record Row(long n) {}\n");
    private static final JavaFileObject OTHER_ROW = FlowCompilation.file("public record Row(String n) {}\n");

    @TempDir
    private Path directory;

    private Locked locked;

    @BeforeEach
    void inDirectory() {
        locked = Locked.in(directory);
    }

    @Test
    void aBuildThatMayWriteCreatesTheFile() {
        assertThat(locked.says("none", sample("int n;\n"))).contains("there is no lock file");
        assertThat(locked.says("compatible", sample("int n;\n"))).isEmpty();
        assertThat(locked.text()).endsWith("\n\nflow com.acme.Sample\n    int n\n");
        assertThat(locked.says(sample("int n;\n"))).isEmpty();
    }

    @Test
    void noBuildTouchesTheFileWhereNothingHasChanged() throws IOException {
        locked.having(sample("int n;\n"));
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(locked.file(), longAgo);
        for (String write : new String[] {"none", "compatible", "all"}) {
            assertThat(locked.says(write, sample("int n;\n"))).isEmpty();
        }
        assertThat(locked.says(sample("int n;\nint m;\n"))).contains("[cairn:unrecorded-change]");
        assertThat(Files.getLastModifiedTime(locked.file())).isEqualTo(longAgo);
        assertThat(locked.says("compatible", sample("int n;\nint m;\n"))).isEmpty();
        assertThat(Files.getLastModifiedTime(locked.file())).isGreaterThan(longAgo);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(locked.file());
        }
    }

    @Test
    void writesWhatItMayAndNothingElse() {
        String before = locked.having(sample("int n;\n")).text();
        assertThat(locked.says("compatible", sample("short n;\n"))).startsWith("3:7 error [cairn:incompatible-change]");
        assertThat(locked.text()).isEqualTo(before);
        assertThat(locked.says("all", sample("short n;\n"))).isEmpty();
        assertThat(locked.text()).isEqualTo(before.replace("int n", "short n"));
    }

    @Test
    void writesNothingWhereTheCodeHasErrors() {
        String before = locked.having(sample("int n;\n")).text();
        assertThat(locked.says("all", sample("int m;\n@Step(next = \"ende\") void more() {}\n")))
                .contains("[cairn:unknown-step]")
                .doesNotContain("[cairn:incompatible-change]");
        assertThat(locked.text()).isEqualTo(before);
    }

    @Test
    void keepsWhatABuildOfAPartDoesNotCompile() {
        JavaFileObject one = flow("One", "Row row;\n");
        JavaFileObject two = flow("Two", "int n;\n");
        JavaFileObject three = flow("Three", "enum E { A }\nE e;\n");
        String all = locked.having(ROW, one, two, three).text();
        assertThat(locked.says(two)).isEmpty();
        assertThat(locked.says("all", two)).isEmpty();
        assertThat(locked.text()).isEqualTo(all);
        assertThat(locked.says("compatible", flow("Two", "long n;\n"))).isEmpty();
        assertThat(locked.text()).isEqualTo(all.replace("    int n\n\nclass", "    long n\n\nclass"));
        assertThat(locked.says(ROW, one, flow("Two", "long n;\n"), three)).isEmpty();
    }

    /** A flow that is not compiled may have been deleted. Its runs are still there, and its lines too, until somebody deletes them. */
    @Test
    void keepsADeletedFlowUntilItsLinesAreDeleted() {
        locked.having(ROW, flow("One", "Row row;\n"), flow("Two", "int n;\n"));
        assertThat(locked.says(flow("Two", "int n;\n"))).isEmpty();
        locked.write(locked.text().replace("flow com.acme.One\n    com.acme.Row row\n\n", ""));
        assertThat(locked.says(flow("Two", "int n;\n"))).isEmpty();
        assertThat(locked.says("compatible", flow("Two", "long n;\n"))).isEmpty();
        assertThat(locked.text()).endsWith("\n\nflow com.acme.Two\n    long n\n");
    }

    @Test
    void followsAFlowThatWasRenamed() {
        locked.having(sample("int n;\nString s;\n"));
        JavaFileObject renamed = FlowCompilation.file(
                "@FormerNames(\"Sample\") @Flow class Renamed { int n; @Step(next = \"end\") void start() { n = 1; } "
                        + "@Step void end() { System.out.println(n); } }");
        assertThat(locked.says(renamed)).contains("""
                    lock:  - flow com.acme.Sample
                           - String s
                           + flow com.acme.Renamed @FormerNames("Sample")
                           + removed String s""".indent(4).stripTrailing());
        assertThat(locked.says("compatible", renamed)).isEmpty();
        assertThat(locked.text())
                .contains("flow com.acme.Renamed @FormerNames(\"Sample\")\n    int n\n    removed String s\n")
                .doesNotContain("flow com.acme.Sample");
        // While there is a class of the former name, it is another flow.
        locked.having(sample("int n;\n"));
        assertThat(locked.says(renamed, sample("int n;\n"))).isEmpty();
    }

    @Test
    void followsATypeThatWasRenamed() {
        locked.having(ROW, sample("Row row;\n"), flow("Other", "Row row;\n"));
        JavaFileObject line = FlowCompilation.file("@FormerNames(\"com.acme.Row\") record Line(int n) {}\n");
        assertThat(locked.says("compatible", line, sample("Line row;\n"))).isEmpty();
        assertThat(locked.text())
                .contains(
                        "class com.acme.Line @FormerNames(\"com.acme.Row\")\n    int n\n",
                        "class com.acme.Row\n    int n\n");
        assertThat(locked.says("compatible", line, flow("Other", "Line row;\n")))
                .isEmpty();
        assertThat(locked.text()).doesNotContain("class com.acme.Row\n");
    }

    /** A flow that is new may not hide from the others what became of a type that they store. */
    @Test
    void comparesTypesWhicheverFlowIsCompiled() {
        locked.having(ROW, sample("Row row;\n"));
        assertThat(locked.says("compatible", OTHER_ROW, flow("Other", "Row row;\n")))
                .contains("field `Row.n` was stored as `int` and is `String` now");
    }

    @Test
    void showsWhatChangedInAJarAtTheArtifact() throws IOException {
        locked.having(ROW, sample("List<Row> rows;\n"));
        assertThat(saysBeside(OTHER_ROW, "none", sample("List<Row> rows;\n")))
                .startsWith(
                        "3:11 error [cairn:incompatible-change] field `Row.n` was stored as `int` and is `String` now\n"
                                + "    path:  rows: List<Row>\n");
        assertThat(saysBeside(WIDER_ROW, "none", sample("List<Row> rows;\n")))
                .startsWith("3:11 error [cairn:unrecorded-change] `Row` is not stored as `cairn-schemas.lock` says\n");
        assertThat(saysBeside(WIDER_ROW, "compatible", sample("List<Row> rows;\n")))
                .isEmpty();
        assertThat(locked.text()).contains("class com.acme.Row\n    long n\n");
    }

    @Test
    void eachModuleHasItsFile() throws IOException {
        Locked types = Locked.in(Files.createDirectory(directory.resolve("types")));
        Locked flows = Locked.in(Files.createDirectory(directory.resolve("flows")));
        types.having(ROW, flow("One", "Row row;\n"));
        flows.having(ROW, flow("Two", "Row row;\n"));
        assertThat(types.says("all", OTHER_ROW, flow("One", "Row row;\n"))).isEmpty();
        assertThat(types.text()).contains("flow com.acme.One", "    String n\n").doesNotContain("Two");
        locked = flows;
        assertThat(saysBeside(OTHER_ROW, "none", flow("Two", "Row row;\n"))).contains("[cairn:incompatible-change]");
    }

    /** What the flow says if a type is in class files. */
    private String saysBeside(JavaFileObject type, String write, JavaFileObject flow) throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        Compilation compilation =
                CompiledAgainst.javac().withOptions("-proc:none").compile(type);
        assertThat(compilation).succeeded();
        for (JavaFileObject file : compilation.generatedFiles()) {
            Path target = classes.resolve(file.getName()
                    .substring(StandardLocation.CLASS_OUTPUT.getName().length() + 2));
            Files.createDirectories(target.getParent());
            try (InputStream content = file.openInputStream()) {
                Files.copy(content, target);
            }
        }
        return FlowCompilation.text(FlowCompilation.compilerWith(
                        classes, "-proc:only", "-Acairn.lock=" + locked.file(), "-Acairn.lock.write=" + write)
                .compile(flow));
    }

    @Test
    void isNeverTorn() throws IOException, LockFormatException {
        JavaFileObject[] versions = {sample(artifacts("int")), sample(artifacts("String"))};
        String one = locked.having(versions[0]).text();
        String other = locked.having(versions[1]).text();
        CompletableFuture<?> writers =
                CompletableFuture.allOf(Stream.of(versions).map(this::writing).toArray(CompletableFuture[]::new));
        int read = 0;
        while (!writers.isDone() || read == 0) {
            assertThat(locked.text()).isIn(one, other);
            read++;
        }
        writers.join();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(locked.file());
        }
    }

    private static String artifacts(String type) {
        return IntStream.range(0, 300).mapToObj(i -> type + " n" + i + ";\n").collect(Collectors.joining());
    }

    private CompletableFuture<Void> writing(JavaFileObject version) {
        return CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 4; i++) {
                assertThat(locked.says("all", version)).isEmpty();
            }
        });
    }

    @Test
    void keepsALink() throws IOException {
        Path file = Files.createDirectory(directory.resolve("elsewhere")).resolve("file.lock");
        Files.createSymbolicLink(locked.file(), file);
        assertThat(locked.says("compatible", sample("int n;\n"))).isEmpty();
        assertThat(locked.text()).contains("    int n\n");
        locked.having(sample("long n;\n"));
        assertThat(Files.readString(file)).contains("    long n\n");
        assertThat(locked.file()).isSymbolicLink();
    }

    @Test
    void takesFlowsOfAllRounds() {
        Compilation compilation = CompiledAgainst.javac()
                .withProcessors(
                        new FlowProcessor(),
                        new SourceGenerator(
                                "com.acme.GeneratedRow", "package com.acme; record GeneratedRow(int size) {}"))
                .withOptions("-proc:only", "-Acairn.lock=" + locked.file(), "-Acairn.lock.write=compatible")
                .compile(sample("int n;\n"), flow("Late", "GeneratedRow row;\n"));
        assertThat(compilation).succeededWithoutWarnings();
        assertThat(locked.text()).endsWith("""

                flow com.acme.Late
                    com.acme.GeneratedRow row

                flow com.acme.Sample
                    int n

                class com.acme.GeneratedRow
                    int size
                """);
    }

    @Test
    void saysWhatIsWrongWithItsOptions() {
        assertThat(said("-Acairn.lock=x.lock", "-Acairn.lock.write=yes")).isEqualTo("""
                error [cairn:option] `-Acairn.lock.write` cannot be `yes`
                    fix:   write `none`, `compatible` or `all`.""");
        for (String[] options : new String[][] {{"-Acairn.lock="}, {"-Acairn.lock"}, {"-Acairn.lock.write=all"}}) {
            assertThat(said(options)).isEqualTo("""
                    error [cairn:option] `-Acairn.lock` does not name a file
                        fix:   write `-Acairn.lock=cairn-schemas.lock`, with the path to it.""");
        }
        assertThat(said("-Acairn.lock.write=none")).isEmpty();
    }

    private static String said(String... options) {
        return FlowCompilation.text(FlowCompilation.checkOnly(options).compile(sample("int n;\n")));
    }
}
