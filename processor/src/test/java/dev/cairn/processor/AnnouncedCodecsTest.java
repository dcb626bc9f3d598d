package dev.cairn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A library, a set of codecs for it, and flows that name neither. */
class AnnouncedCodecsTest {
    private static final String FILE = "cairn/codec/for/org.zoo.Zoo$Animal";

    @TempDir
    private static Path place;

    private static Path classes;
    private static Path jar;

    @TempDir
    private Path directory;

    /** The set and the library, as one module: as a directory, and as a jar. */
    @BeforeAll
    static void compileTheSet() throws IOException {
        Path sources = place.resolve("sources");
        classes = place.resolve("classes");
        write(
                sources,
                "module-info.java",
                "module org.zoo { requires transitive dev.cairn.runtime; exports org.zoo; }");
        write(sources, "org/zoo/Zoo.java", """
                package org.zoo;
                public final class Zoo {
                    public interface Animal { String name(); }
                }
                """);
        write(sources, "org/zoo/AnimalCodec.java", """
                package org.zoo;
                @dev.cairn.AnnouncedCodec
                public final class AnimalCodec extends dev.cairn.codec.ConverterCodec<Zoo.Animal, String> {
                    @Override protected String toStored(Zoo.Animal value) { return value.name(); }
                    @Override protected Zoo.Animal fromStored(String stored) { return () -> stored; }
                }
                """);
        assertThat(compile(ToolProvider.getSystemJavaCompiler(), sources, classes, "-p", path(List.of())))
                .isEmpty();
        jar = place.resolve("zoo.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, entries);
            }
        }
    }

    @Test
    void oneFilePerTypeNamesTheCodec() throws IOException {
        assertThat(Files.readString(classes.resolve(FILE))).isEqualTo("org.zoo.AnimalCodec\n");
    }

    /** Otherwise two sets of codecs could not be on one module path. */
    @Test
    void theFilesAreInNoPackageOfTheModule() {
        assertThat(java.lang.module.ModuleFinder.of(jar)
                        .find("org.zoo")
                        .orElseThrow()
                        .descriptor()
                        .packages())
                .containsExactly("org.zoo");
    }

    @ParameterizedTest
    @CsvSource({"javac,jar", "javac,directory", "eclipse,jar", "eclipse,directory"})
    void isFoundOnTheClassPath(String compiler, String form) throws IOException {
        Path output = compileFlow(compiler, "-cp", path(List.of(form(form))));

        assertThat(Files.readString(output.resolve("com/acme/SampleCodecs.java")))
                .contains("Codecs.converter(new AnimalCodec(), Codecs.STRING)");
    }

    @ParameterizedTest
    @CsvSource({"javac,jar", "javac,directory"})
    void isFoundOnTheModulePath(String compiler, String form) throws IOException {
        write(directory, "module-info.java", "module com.acme { requires org.zoo; }");
        Path output = compileFlow(compiler, "-p", path(List.of(form(form))));

        assertThat(Files.readString(output.resolve("com/acme/SampleCodecs.java")))
                .contains("Codecs.converter(new AnimalCodec(), Codecs.STRING)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javac", "eclipse"})
    void aCodecThatIsMissingIsNamedWithTheFileThatNamesIt(String compiler) throws IOException {
        Path broken = directory.resolve("broken");
        for (String file : List.of("org/zoo/Zoo.class", "org/zoo/Zoo$Animal.class", FILE)) {
            Files.createDirectories(broken.resolve(file).getParent());
            Files.copy(classes.resolve(file), broken.resolve(file));
        }
        Path flow = directory.resolve("flow");
        write(flow, "com/acme/Sample.java", """
                package com.acme;
                @dev.cairn.Flow
                class Sample {
                    org.zoo.Zoo.Animal animal;
                    @dev.cairn.Step(next = "end") void start() { animal = null; }
                    @dev.cairn.Step void end() {}
                }
                """);
        JavaCompiler tool = compiler.equals("javac") ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();

        assertThat(compile(tool, flow, directory.resolve("output"), "-cp", path(List.of(broken))))
                .contains(
                        "[cairn:unstorable-type] artifact `animal` cannot be stored: `Zoo.Animal` has the announced codec"
                                + " `org.zoo.AnimalCodec`, which is not on the class path, although the file"
                                + " `cairn/codec/for/org.zoo.Zoo$Animal` names it")
                .contains("fix:   add the jar that contains it, or name another codec in `@Flow(codecs = ..)`.");
    }

    @Test
    void isNotMeantForOtherTypesNorBeforeOtherCodecs() throws IOException {
        write(directory, "com/acme/Sample.java", """
                package com.acme;
                @dev.cairn.Flow
                class Sample {
                    interface Pet extends org.zoo.Zoo.Animal {}
                    Pet pet;
                    @dev.cairn.Step(next = "end") void start() {}
                    @dev.cairn.Step void end() {}
                }
                """);
        assertThat(compile(
                        ToolProvider.getSystemJavaCompiler(),
                        directory,
                        directory.resolve("output"),
                        "-cp",
                        path(List.of(jar))))
                .contains("[cairn:unstorable-type] artifact `pet` cannot be stored: `Sample.Pet` is an open interface");
        write(directory, "com/acme/Sample.java", """
                package com.acme;
                @dev.cairn.Flow(codecs = Sample.NameCodec.class)
                class Sample {
                    static class NameCodec extends dev.cairn.codec.ConverterCodec<org.zoo.Zoo.Animal, Integer> {
                        @Override protected Integer toStored(org.zoo.Zoo.Animal value) { return 1; }
                        @Override protected org.zoo.Zoo.Animal fromStored(Integer stored) { return () -> ""; }
                    }
                    org.zoo.Zoo.Animal animal;
                    @dev.cairn.Step(next = "end") void start() {}
                    @dev.cairn.Step void end() {}
                }
                """);
        Path output = directory.resolve("output");
        assertThat(compile(ToolProvider.getSystemJavaCompiler(), directory, output, "-cp", path(List.of(jar))))
                .isEmpty();
        assertThat(Files.readString(output.resolve("com/acme/SampleCodecs.java")))
                .contains("Codecs.converter(new Sample.NameCodec(), Codecs.BOXED_INT)");
    }

    private static Path form(String name) {
        return name.equals("jar") ? jar : classes;
    }

    private Path compileFlow(String compiler, String... options) throws IOException {
        write(directory, "com/acme/Sample.java", """
                package com.acme;
                @dev.cairn.Flow
                class Sample {
                    java.util.List<org.zoo.Zoo.Animal> animals;
                    @dev.cairn.Step(next = "end") void start() { animals = java.util.List.of(); }
                    @dev.cairn.Step void end() {}
                }
                """);
        Path output = directory.resolve("output");
        JavaCompiler tool = compiler.equals("javac") ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
        assertThat(compile(tool, directory, output, options))
                .doesNotContain("error")
                .doesNotContain("ERROR");
        return output;
    }

    /** What a compiler says. */
    private static String compile(JavaCompiler compiler, Path sources, Path output, String... options)
            throws IOException {
        Files.createDirectories(output);
        List<String> all = new ArrayList<>(List.of("-d", output.toString(), "-s", output.toString(), "-nowarn"));
        all.addAll(
                compiler instanceof EclipseCompiler
                        ? List.of("-source", "17", "-target", "17")
                        : List.of("--release", "17"));
        all.addAll(List.of(options));
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> inputs = Files.walk(sources)) {
            List<File> java = inputs.filter(file -> file.toString().endsWith(".java") && !file.startsWith(output))
                    .map(Path::toFile)
                    .toList();
            var task = compiler.getTask(said, files, null, all, null, files.getJavaFileObjectsFromFiles(java));
            task.setProcessors(List.of(new FlowProcessor(), new FlowRegistryProcessor()));
            task.call();
        }
        return said.toString();
    }

    private static String path(List<Path> entries) {
        return Stream.concat(
                        entries.stream().map(Path::toString),
                        CompiledAgainst.CLASS_PATH.stream().map(File::getPath))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void write(Path directory, String file, String text) throws IOException {
        Files.createDirectories(directory.resolve(file).getParent());
        Files.writeString(directory.resolve(file), text);
    }
}
