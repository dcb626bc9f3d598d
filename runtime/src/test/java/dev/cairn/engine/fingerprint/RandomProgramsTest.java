package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.OtherJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that call at random: a change of one method reaches exactly the steps that reach it. {@code -Dfingerprint.programs} is
 * their number.
 */
class RandomProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("fingerprint.programs", 12);
    private static final long FIRST_SEED = 20_261_130;
    private static final int STEPS = 4;

    @TempDir
    private Path directory;

    private int compiled;

    @Test
    void aChangedMethodChangesTheStepsThatReachIt() throws Exception {
        for (int i = 0; i < PROGRAMS; i++) {
            RandomProgram program = RandomProgram.of(FIRST_SEED + i, STEPS, 3 + 2 * i % 40);
            Map<String, String> before = fingerprints(program, 0);
            int method = new Random(FIRST_SEED + i).nextInt(program.calls().size());

            Map<String, String> after = fingerprints(program.changed(method), 1);

            Set<String> changed = new TreeSet<>(before.keySet());
            changed.removeIf(step -> before.get(step).equals(after.get(step)));
            assertThat(before).as("seed %d", program.seed()).hasSize(STEPS);
            assertThat(changed)
                    .as("method %d of seed %d", method, program.seed())
                    .isEqualTo(program.reaching(method));
        }
    }

    @Test
    void isTheSameInOtherVirtualMachinesWhateverClassesAreLoadedBefore() throws Exception {
        RandomProgram program = RandomProgram.of(FIRST_SEED, STEPS, 30);
        Path classes = compile(program, 0);
        Map<String, String> here =
                TestProgram.ofSteps(TestProgram.fingerprints("com.acme.Trip", program.flow(), classes), program.flow());
        List<String> names = new ArrayList<>(List.of("com.acme.Type0", "com.acme.Type1", "com.acme.Type2"));
        Path source = Files.writeString(directory.resolve("Flow.txt"), program.flow());

        for (int i = 0; i < 2; i++) {
            Collections.shuffle(names, new Random(i));
            OtherJvm.Result other = OtherJvm.same("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                    .run(FingerprintMain.class, classes, source, String.join(",", names));

            assertThat(other.lines()).containsExactly(here.toString());
        }
    }

    private Map<String, String> fingerprints(RandomProgram program, long order) throws Exception {
        return TestProgram.ofSteps(
                TestProgram.fingerprints("com.acme.Trip", program.flow(), compile(program, order)), program.flow());
    }

    private Path compile(RandomProgram program, long order) throws Exception {
        Path here = directory.resolve("program" + compiled++);
        TestProgram.compile(
                TestProgram.write(program.sources(order), here.resolve("sources")), here.resolve("classes"));
        return here.resolve("classes");
    }
}
