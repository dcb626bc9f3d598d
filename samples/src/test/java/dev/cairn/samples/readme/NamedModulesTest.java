package dev.cairn.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's application that is a module of its own, on a module path that has nothing but modules. */
class NamedModulesTest {
    private static final List<String> RUNTIME =
            List.of("cairn-annotations", "cairn-runtime", "asm", "kryo5", "jspecify", "slf4j-api", "slf4j-simple");

    private static final List<String> ALL = Stream.concat(
                    RUNTIME.stream(),
                    Stream.of(
                            "cairn-datastore-zstd",
                            "zstd-jni",
                            "cairn-datastore-file",
                            "sqlite-jdbc",
                            "cairn-transfer",
                            "cairn-view",
                            "commons-codec",
                            "commons-csv",
                            "commons-io",
                            "jackson-core",
                            "cairn-cli",
                            "picocli"))
            .toList();

    private static final String DESCRIPTOR = """
            module com.acme.squares {
                requires dev.cairn.runtime;

                provides dev.cairn.runtime.FlowProvider with
                        com.acme.SquaresProvider;
            }
            """;

    private static final String FLOW = """
            package com.acme;

            import dev.cairn.Flow;
            import dev.cairn.Item;
            import dev.cairn.Parameter;
            import dev.cairn.Step;
            import dev.cairn.datastore.Datastore;
            import java.util.List;

            @Flow
            class Squares {
                record Square(int of, long area) {}

                @Parameter
                List<Integer> numbers = List.of(1, 2, 3);

                Square square;
                long sum;

                @Step(next = "square", foreach = "numbers")
                void start() {}

                @Step(next = "end")
                void square(@Item int number) {
                    square = new Square(number, (long) number * number);
                }

                @Step
                void end(SquaresArtifacts.EndInputs inputs) {
                    sum = inputs.stream().mapToLong(each -> each.square().area()).sum();
                }

                public static void main(String[] args) {
                    System.out.println(SquaresRunner.builder().datastore(Datastore.inMemory()).run().end().sum());
                }
            }
            """;

    private static final String TALLY = """
            package com.tally;

            public final class Tally {
                private final int[] counts = new int[4];
                private long total;

                public Tally() {}

                public void add(int value) {
                    counts[value % 4]++;
                    total += value;
                }

                @Override
                public String toString() {
                    return java.util.Arrays.toString(counts) + " " + total;
                }
            }
            """;

    private static final String COUNTING = """
            package com.acme;

            import com.tally.Tally;
            import dev.cairn.Flow;
            import dev.cairn.Step;
            import dev.cairn.datastore.Datastore;

            @Flow
            class Counting {
                Tally tally;

                @Step(next = "end")
                void start() {
                    tally = new Tally();
                    tally.add(5);
                }

                @Step
                void end() {
                    tally.add(6);
                }

                public static void main(String[] args) {
                    System.out.println(CountingRunner.builder().datastore(Datastore.inMemory()).run().end().tally());
                }
            }
            """;

    private static final String WORDS = """
            package com.acme;

            import com.google.common.collect.HashMultiset;
            import com.google.common.collect.Multiset;
            import dev.cairn.Flow;
            import dev.cairn.Step;
            import dev.cairn.datastore.Datastore;

            @Flow
            class Words {
                Multiset<String> counts;

                @Step(next = "end")
                void start() {
                    counts = HashMultiset.create();
                    counts.add("ice");
                }

                @Step
                void end() {
                    counts.add("ice");
                }

                public static void main(String[] args) {
                    System.out.println(
                            WordsRunner.builder().datastore(Datastore.inMemory()).run().end().counts().count("ice"));
                }
            }
            """;

    /** A project with the flow {@code Squares}, compiled. */
    @TempDir
    private static Path squares;

    @TempDir
    private Path directory;

    @BeforeAll
    static void compile() throws IOException {
        new UserProject(squares).add("module-info.java", DESCRIPTOR).add("com/acme/Squares.java", FLOW);
        Command.Result compilation = Javac.run(
                squares,
                List.of(
                        "-Xlint:all,-processing",
                        "-Werror",
                        "-d",
                        squares.resolve("classes").toString(),
                        "-p",
                        modulePath(RUNTIME),
                        "-processorpath",
                        Toolchain.classPath(),
                        squares.resolve("module-info.java").toString(),
                        squares.resolve("com/acme/Squares.java").toString()));
        assertThat(compilation).isEqualTo(new Command.Result(0, ""));
    }

    @Test
    void runsInMemoryWithTheRuntimeAlone() throws IOException, InterruptedException {
        assertThat(java(RUNTIME, "com.acme.squares/com.acme.Squares")).isEqualTo(new Command.Result(0, "14\n"));
    }

    @Test
    void saysWhatIsMissingWhereTheRuntimeIsAlone() throws IOException, InterruptedException {
        assertThat(java(RUNTIME, "com.acme.squares/com.acme.SquaresRunner", "run"))
                .isEqualTo(new Command.Result(
                        2,
                        "the command line of flow `Squares` needs an artifact that is not on the class path: add"
                                + " `dev.cairn:cairn-cli` to the dependencies.\n"));
    }

    @Test
    void runsFromTheCommandLineOnTheFileStore() throws IOException, InterruptedException {
        Command.Result run = java(ALL, "com.acme.squares/com.acme.SquaresRunner", "run", "--numbers", "3,4");
        assertThat(run.output()).contains(" succeeded in ");
        assertThat(run.exitStatus()).isZero();

        assertThat(java(ALL, "com.acme.squares/com.acme.SquaresRunner", "dump", "latest/end", "--artifact", "sum")
                        .output())
                .endsWith("/end\n  sum: long = 25\n");
        assertThat(java(ALL, "dev.cairn.cli/dev.cairn.cli.Main", "show", "Squares/latest/square/1", "--json")
                        .output())
                .contains("\"type\": \"Squares.Square\"");
    }

    @Test
    void runsTasksInOtherProcessesWithTheSameModules() throws IOException, InterruptedException {
        Command.Result run = java(
                ALL, "com.acme.squares/com.acme.SquaresRunner", "run", "--numbers", "5,6", "--isolation", "process");

        assertThat(run.output()).contains(" succeeded in ");
        assertThat(run.exitStatus()).isZero();
        assertThat(java(ALL, "com.acme.squares/com.acme.SquaresRunner", "dump", "latest/end", "--artifact", "sum")
                        .output())
                .endsWith("/end\n  sum: long = 61\n");
    }

    @Test
    void keepsPrivateStateOfItsOwnModuleAlsoInAPackageThatIsNotExported() throws IOException, InterruptedException {
        new UserProject(directory)
                .add("one/module-info.java", "module com.acme.counting { requires dev.cairn.runtime; }")
                .add("one/com/tally/Tally.java", TALLY)
                .add("one/com/acme/Counting.java", COUNTING);

        assertThat(compile(
                        "one-classes",
                        RUNTIME,
                        "one/module-info.java",
                        "one/com/tally/Tally.java",
                        "one/com/acme/Counting.java"))
                .isEqualTo(new Command.Result(0, ""));
        assertThat(counting("one-classes")).isEqualTo(new Command.Result(0, "[0, 1, 1, 0] 11\n"));
    }

    @Test
    void keepsPrivateStateOfAnotherModuleWhereThatOpensItsPackage() throws IOException, InterruptedException {
        new UserProject(directory)
                .add("closed/module-info.java", "module com.tally { exports com.tally; }")
                .add(
                        "open/module-info.java",
                        "module com.tally { exports com.tally; opens com.tally to com.acme.counting; }")
                .add("com/tally/Tally.java", TALLY)
                .add(
                        "two/module-info.java",
                        "module com.acme.counting { requires dev.cairn.runtime; requires com.tally; }")
                .add("two/com/acme/Counting.java", COUNTING);
        assertThat(compile("closed-classes", List.of(), "closed/module-info.java", "com/tally/Tally.java"))
                .isEqualTo(new Command.Result(0, ""));
        assertThat(compile("open-classes", List.of(), "open/module-info.java", "com/tally/Tally.java"))
                .isEqualTo(new Command.Result(0, ""));

        Command.Result closed = compile(
                "two-classes" + File.pathSeparator + "closed-classes",
                RUNTIME,
                "two/module-info.java",
                "two/com/acme/Counting.java");
        assertThat(closed.output()).contains("""
                error: [cairn:unstorable-type] artifact `tally` cannot be stored: `Tally` has fields `counts` and `total` that package `com.acme` cannot read, because the class is in another module
                    Tally tally;
                          ^
                    path:  tally: Tally
                    fix:   add getters, such as `counts()` or `getCounts()`, let its module open the package with `opens com.tally;`, or name a codec with `@Codec(TallyCodec.class)`.
                """);
        assertThat(compile(
                        "two-classes" + File.pathSeparator + "open-classes",
                        RUNTIME,
                        "two/module-info.java",
                        "two/com/acme/Counting.java"))
                .isEqualTo(new Command.Result(0, ""));
        assertThat(counting("two-classes" + File.pathSeparator + "open-classes"))
                .isEqualTo(new Command.Result(0, "[0, 1, 1, 0] 11\n"));
        assertThat(counting("two-classes" + File.pathSeparator + "closed-classes")
                        .output())
                .contains("the private members of com.tally.Tally cannot be reached from com.acme.counting;"
                        + " let its module open the package `com.tally`");
    }

    @Test
    void storesTypesOfALibraryByTheCodecsOfAModuleThatItRequires() throws IOException, InterruptedException {
        List<String> library =
                List.of("cairn-codec-guava", "guava", "failureaccess", "error_prone_annotations", "j2objc-annotations");
        List<String> modules = Stream.concat(RUNTIME.stream(), library.stream()).toList();
        new UserProject(directory)
                .add("three/module-info.java", "module com.acme.words { requires dev.cairn.codec.guava; }")
                .add("three/com/acme/Words.java", WORDS);

        assertThat(compile("three-classes", modules, "three/module-info.java", "three/com/acme/Words.java"))
                .isEqualTo(new Command.Result(0, ""));
        assertThat(run(
                        "-p",
                        "three-classes" + File.pathSeparator + modulePath(modules),
                        "-m",
                        "com.acme.words/com.acme.Words"))
                .isEqualTo(new Command.Result(0, "2\n"));
    }

    /** Compiles into the first of the directories; the others are on the module path. */
    private Command.Result compile(String directories, List<String> modules, String... sources) throws IOException {
        List<String> path = Stream.of(directories.split(File.pathSeparator))
                .map(each -> directory.resolve(each).toString())
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> arguments =
                new ArrayList<>(List.of("-Xlint:all,-processing,-module", "-Werror", "-d", path.remove(0)));
        path.add(modulePath(modules));
        arguments.addAll(
                modules.isEmpty()
                        ? List.of("-proc:none")
                        : List.of(
                                "-p", String.join(File.pathSeparator, path), "-processorpath", Toolchain.classPath()));
        Stream.of(sources).map(source -> directory.resolve(source).toString()).forEach(arguments::add);
        return Javac.run(directory, arguments);
    }

    private Command.Result counting(String directories) throws IOException, InterruptedException {
        return run(
                "-p",
                directories + File.pathSeparator + modulePath(RUNTIME),
                "-m",
                "com.acme.counting/com.acme.Counting");
    }

    private Command.Result java(List<String> modules, String main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "-p",
                squares.resolve("classes") + File.pathSeparator + modulePath(modules),
                "--add-modules",
                "com.acme.squares"));
        if (modules.equals(ALL)) {
            command.add("--enable-native-access=org.xerial.sqlitejdbc,com.github.luben.zstd_jni");
        }
        command.addAll(List.of("-m", main));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private Command.Result run(String... arguments) throws IOException, InterruptedException {
        return new Command(directory, Map.of())
                .run(Stream.concat(Toolchain.shortLivedJava().stream(), Stream.of(arguments))
                        .toList());
    }

    private static String modulePath(List<String> artifacts) throws IOException {
        Map<String, Path> own = PublishedModule.all().stream()
                .collect(Collectors.toMap(PublishedModule::artifact, PublishedModule::classes));
        return artifacts.stream()
                .map(artifact -> own.containsKey(artifact) ? own.get(artifact).toString() : library(artifact))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The jar of a library. */
    private static String library(String artifact) {
        Pattern name = Pattern.compile(Pattern.quote(artifact) + "-[0-9][^/]*\\.jar");
        return Stream.of(Toolchain.classPath().split(File.pathSeparator))
                .filter(entry ->
                        name.matcher(Path.of(entry).getFileName().toString()).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the tests have no " + artifact));
    }
}
