package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which steps get another fingerprint by a change of the program: those of the row, and no others. */
class ChangesTest {
    private static final Map<String, String> PROGRAM = ProgramChange.program();
    private static final String FLOW = "com.acme.Journey";

    private static Map<String, String> before = Map.of();
    private static ReachedCode reachedBefore = ReachedCode.NONE;

    @TempDir
    private static Path program;

    @TempDir
    private Path directory;

    @BeforeAll
    static void compile() throws Exception {
        FlowFingerprints computed = computed(PROGRAM, program);
        before = TestProgram.ofSteps(computed, PROGRAM.get("Journey.java"));
        reachedBefore = ReachedCode.parse(computed.reached().bytes()); // as it is stored
    }

    static List<ProgramChange> changes() {
        return ProgramChange.all();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesTheStepsOfTheRowAndNoOthers(ProgramChange change) throws Exception {
        Map<String, String> sources = change.apply(PROGRAM);
        FlowFingerprints computed = computed(sources, directory);
        Map<String, String> after = TestProgram.ofSteps(computed, sources.get("Journey.java"));

        Set<String> changed = new TreeSet<>(before.keySet());
        changed.removeIf(step -> before.get(step).equals(after.get(step)));
        assertThat(changed).isEqualTo(change.changed());
        assertThat(changed)
                .allSatisfy(step -> assertThat(computed.reached().change(step, reachedBefore))
                        .as("what changed")
                        .isPresent());
    }

    @Test
    void eachStepHasAFingerprintAndEachIsChangedByARow() {
        Set<String> ever = new TreeSet<>();
        changes().forEach(change -> ever.addAll(change.changed()));

        assertThat(before.keySet()).containsExactlyInAnyOrderElementsOf(TestProgram.steps(PROGRAM.get("Journey.java")));
        assertThat(ever).isEqualTo(before.keySet());
        assertThat(Set.copyOf(before.values())).hasSameSizeAs(before.keySet());
        assertThat(changes()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(changes().stream().map(ProgramChange::title)).doesNotHaveDuplicates();
    }

    @Test
    void isTheSameFromAFolderAndAJarAndByAnyClassLoader() throws Exception {
        Path classes = program.resolve("classes");
        Path jar = TestProgram.jar(directory.resolve("program.jar"), classes);
        String source = PROGRAM.get("Journey.java");

        assertThat(TestProgram.ofSteps(TestProgram.fingerprints(FLOW, source, jar), source))
                .isEqualTo(before);
        assertThat(TestProgram.ofSteps(TestProgram.fingerprints(FLOW, source, classes), source))
                .isEqualTo(before);
    }

    private static FlowFingerprints computed(Map<String, String> sources, Path directory) throws Exception {
        Path classes = directory.resolve("classes");
        TestProgram.compile(TestProgram.write(sources, directory.resolve("sources")), classes);
        return TestProgram.fingerprints(FLOW, sources.get("Journey.java"), classes);
    }
}
