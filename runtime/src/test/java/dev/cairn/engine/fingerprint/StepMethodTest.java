package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.OtherJvm;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.StepDefinition;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which method a step is, which initialisers a join has, and code of a later Java. */
class StepMethodTest {
    private static final String FLOW = """
            package com.acme;

            import dev.cairn.Index;
            import dev.cairn.Item;
            import dev.cairn.Step;

            class Trip extends Base {
                long total = 1;

                @Step(next = "join")
                void start() {
                    work(1);
                }

                void start(int other) {
                    work(2);
                }

                @Step(next = "end")
                void join() {
                    work(3);
                }

                @Step(next = "end")
                void train(@Item("rates") int rate, @Index int index, @Deprecated int other) {
                    work(7);
                }

                @Step
                void end() {
                    work(4);
                }

                void work(int number) {}
            }

            class Base {
                int inherited = 5;

                void elsewhere() {
                    System.out.println(6);
                }
            }
            """;

    @TempDir
    private Path directory;

    private int programs;

    @Test
    void isTheAnnotatedOneOfSeveralWithTheName() throws Exception {
        assertThat(isChanged("start", "work(1)", "work(11)", step -> step)).isTrue();
        assertThat(isChanged("start", "work(2)", "work(12)", step -> step)).isFalse();
    }

    @Test
    void getsTheElementOfAForeach() throws Exception {
        assertThat(isChanged("train", "@Item(\"rates\")", "@Item(\"words\")", step -> step))
                .isTrue();
        assertThat(isChanged("train", "@Index int", "@Index(\"rates\") int", step -> step))
                .isTrue();
        assertThat(isChanged("train", "@Deprecated int", "int", step -> step)).isFalse();
    }

    @Test
    void mayBeInherited() throws Exception {
        assertThat(isChanged("elsewhere", "println(6)", "println(16)", step -> step))
                .isTrue();
        assertThat(isChanged("elsewhere", "work(1)", "work(11)", step -> step)).isFalse();
    }

    @Test
    void aJoinHasTheInitialisersOfWhatItMayChange() throws Exception {
        Access none = Access.nothing();

        assertThat(isChanged(
                        "join", "total = 1", "total = 2", step -> step.join().access(none)))
                .isFalse();
        assertThat(isChanged(
                        "join", "total = 1", "total = 2", step -> step.join().access(none.mayChange("total"))))
                .isTrue();
        assertThat(isChanged(
                        "join", "total = 1", "total = 2", step -> step.join().access(Access.everything())))
                .isTrue();
        assertThat(isChanged("join", "total = 1", "total = 2", step -> step.access(Access.everything())))
                .isFalse();
    }

    @Test
    void theFirstStepHasTheConstructorOfASuperclass() throws Exception {
        assertThat(isChanged("start", "inherited = 5", "inherited = 6", step -> step))
                .isTrue();
        assertThat(isChanged("end", "inherited = 5", "inherited = 6", step -> step))
                .isFalse();
    }

    @Test
    void readsSwitchesOnPatternsOfLaterVersions() throws Exception {
        Optional<Path> found =
                OtherJvm.homes().stream().filter(StepMethodTest::isLater).findFirst();
        Assumptions.assumeTrue(found.isPresent(), "there is no JDK of version 21 or later beside that of the test");
        Path later = found.get();
        String flow = """
                package com.acme;
                import dev.cairn.Step;
                sealed interface Stop {}
                record Town(String name, int size) implements Stop {}
                record Hut(boolean open) implements Stop {}
                enum Season { WARM, COLD }
                class Trip {
                    Object result;
                    Stop stop;
                    Season season;
                    @Step void start() {
                        result = switch (stop) {
                            case Town(String name, int size) when size > 5 -> name;
                            case Town town -> town.name() + "!";
                            case Hut(var open) -> open ? 1 : 2;
                        };
                    }
                    @Step void end() {
                        Object any = season;
                        result = switch (any) {
                            case Season.WARM -> "warm";
                            case String text -> text;
                            default -> "none";
                        };
                    }
                }
                """;
        List<String> before = fingerprintsBy(later, flow);
        assertThat(before).singleElement().asString().matches("\\{end=2:65:[0-9a-f]{64}, start=2:65:[0-9a-f]{64}}");

        List<String> guard = fingerprintsBy(later, flow.replace("size > 5", "size > 6"));
        List<String> constant = fingerprintsBy(later, flow.replace("case Season.WARM", "case Season.COLD"));
        List<String> moved = fingerprintsBy(later, flow.replace("Object result;", "\n\n    Object result;"));

        assertThat(end(guard)).isEqualTo(end(before));
        assertThat(guard).isNotEqualTo(before);
        assertThat(end(constant)).isNotEqualTo(end(before));
        assertThat(moved).isEqualTo(before);
    }

    /** Whether a JDK is of version 21 or later. */
    private static boolean isLater(Path home) {
        try {
            return Files.readString(home.resolve("release")).matches("(?s).*JAVA_VERSION=\"(2[1-9]|[3-9][0-9]).*");
        } catch (IOException e) {
            return false;
        }
    }

    private static String end(List<String> printed) {
        return printed.get(0).replaceAll(", start=.*", "");
    }

    private List<String> fingerprintsBy(Path home, String flow) throws IOException, InterruptedException {
        Path here = Files.createDirectory(directory.resolve("program" + programs++));
        TestProgram.write(Map.of("Trip.java", flow), here.resolve("sources"));
        OtherJvm jvm = new OtherJvm(home, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        assertThat(jvm.run(CompileEach.class, 21, here).lines()).isEmpty();
        return jvm.run(FingerprintMain.class, here.resolve("others"), here.resolve("sources/Trip.java"), "com.acme.Hut")
                .lines();
    }

    private boolean isChanged(String step, String text, String other, UnaryOperator<StepDefinition> change)
            throws Exception {
        assertThat(FLOW).contains(text);
        return !fingerprint(FLOW, step, change).equals(fingerprint(FLOW.replace(text, other), step, change));
    }

    private String fingerprint(String source, String step, UnaryOperator<StepDefinition> change) throws Exception {
        Path here = directory.resolve("program" + programs++);
        Path classes = here.resolve("classes");
        TestProgram.compile(TestProgram.write(Map.of("Trip.java", source), here.resolve("sources")), classes);
        try (URLClassLoader loader = TestProgram.loader(classes)) {
            List<StepDefinition> steps = List.of(
                    StepDefinition.end("start"),
                    StepDefinition.end("elsewhere"),
                    StepDefinition.end("train"),
                    change.apply(StepDefinition.end("join")),
                    StepDefinition.end("end"));
            return new FingerprintComputation(
                            TestProgram.definition(loader.loadClass("com.acme.Trip"), steps), Set.of())
                    .compute()
                    .ofStep(step)
                    .orElseThrow();
        }
    }
}
