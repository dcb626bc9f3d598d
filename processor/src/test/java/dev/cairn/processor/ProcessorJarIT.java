package dev.cairn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar of the processor, as users get it, alone on the processor path. What it generates is compiled and run with the
 * runtime, and what that needs, alone on the class path.
 */
class ProcessorJarIT {
    private static final Path JAR = Path.of(System.getProperty("processor.jar"));

    private static final String FLOW = """
            package com.acme;

            import dev.cairn.Flow;
            import dev.cairn.Item;
            import dev.cairn.Step;
            import dev.cairn.datastore.Datastore;
            import java.util.List;

            @Flow
            class Squares {
                List<Integer> numbers;
                int square;
                int sum;

                @Step(next = "square", foreach = "numbers")
                void start() {
                    numbers = List.of(1, 2, 3);
                }

                @Step(next = "add")
                void square(@Item int number) {
                    square = number * number;
                }

                @Step(next = "end")
                void add(SquaresArtifacts.AddInputs inputs) {
                    sum = inputs.stream().mapToInt(each -> each.square()).sum();
                }

                @Step
                void end() {}

                public static void main(String[] args) {
                    if (args.length > 0) {
                        SquaresRunner.main(args);
                    }
                    try (Datastore memory = Datastore.inMemory()) {
                        System.out.println(SquaresRunner.builder().datastore(memory).run().end().sum());
                    }
                }
            }
            """;

    @TempDir
    private static Path directory;

    @Test
    void needsNoOtherJar() throws IOException, InterruptedException {
        assertThat(run("java", "-cp", "classes" + File.pathSeparator + runtime(), "com.acme.Squares"))
                .isEqualTo("14\n");
    }

    @Test
    void generatesCodeThatNamesTheCommandLineWhereThatIsMissing() throws IOException, InterruptedException {
        assertThat(run("java", "-cp", "classes" + File.pathSeparator + runtime(), "com.acme.Squares", "run"))
                .isEqualTo("the command line of flow `Squares` needs an artifact that is not on the class path: add"
                        + " `dev.cairn:cairn-cli` to the dependencies.\n");
    }

    @Test
    void holdsNothingThatOthersCouldMistakeForTheirs() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")))
                    .allMatch(name -> name.startsWith("dev/cairn/"))
                    .contains("dev/cairn/Flow.class", "dev/cairn/processor/internal/javapoet/TypeSpec.class")
                    .doesNotContain("module-info.class");
        }
    }

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("Squares.java"), FLOW);
        assertThat(run(
                        "javac",
                        "-Xlint:all,-processing",
                        "-Werror",
                        "-d",
                        "classes",
                        "-cp",
                        runtime(),
                        "-processorpath",
                        JAR.toString(),
                        "Squares.java"))
                .isEmpty();
    }

    /** The runtime, and all that it needs. */
    private static String runtime() {
        List<String> needed = List.of(
                "/runtime/target/classes",
                "/annotations/target/classes",
                "/cairn-runtime-",
                "/cairn-annotations-",
                "/asm-",
                "/kryo5-",
                "/jspecify-",
                "/slf4j-");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> needed.stream().anyMatch(entry.replace('\\', '/')::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
        String prefix = program.equals("java") ? "" : "-J";
        command.addAll(List.of(prefix + "-XX:TieredStopAtLevel=1", prefix + "-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.replace("\r\n", "\n");
    }
}
