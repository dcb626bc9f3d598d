package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compilers of two JDKs write different class files for the same source and release: the fingerprints are equal. Of the changes,
 * each so-manieth is tried; all with {@code -Dfingerprint.every=1}.
 */
class OtherCompilerTest {
    private static final String FLOW = "com.acme.Journey";

    private static final int EVERY = Integer.getInteger("fingerprint.every", 10);

    @TempDir
    private Path directory;

    @Test
    void eachChangedProgramHasTheSameFingerprintsByTheCompilerOfAnotherJdk() throws Exception {
        List<Path> homes = OtherJvm.homes();
        assumeTrue(homes.size() > 1, "beside " + homes.get(0) + " is no other JDK of version 17 or later");
        Map<String, Map<String, String>> programs = new TreeMap<>();
        programs.put("the program as it is", ProgramChange.program());
        List<ProgramChange> changes = ProgramChange.all();
        for (int i = 0; i < changes.size(); i += EVERY) {
            programs.put(changes.get(i).title(), changes.get(i).apply(ProgramChange.program()));
        }
        Map<String, Path> directories = new TreeMap<>();
        for (Map.Entry<String, Map<String, String>> program : programs.entrySet()) {
            Path here = Files.createDirectory(directory.resolve("program" + directories.size()));
            TestProgram.compile(
                    TestProgram.write(program.getValue(), here.resolve("sources")), here.resolve("classes"));
            directories.put(program.getKey(), here);
        }

        for (Path home : homes.subList(1, homes.size())) {
            compile(home, directories);
            int different = 0;
            for (Map.Entry<String, Path> each : directories.entrySet()) {
                String source = programs.get(each.getKey()).get("Journey.java");
                assertThat(fingerprints(source, each.getValue().resolve("others")))
                        .as("%s, by %s", each.getKey(), home)
                        .isEqualTo(fingerprints(source, each.getValue().resolve("classes")));
                different += haveSameBytes(each.getValue()) ? 0 : 1;
            }
            assertThat(different).as("programs whose class files differ").isEqualTo(programs.size());
        }
    }

    private static void compile(Path home, Map<String, Path> directories) throws IOException, InterruptedException {
        Object[] arguments = new Object[directories.size() + 1];
        arguments[0] = 17;
        System.arraycopy(directories.values().toArray(), 0, arguments, 1, directories.size());
        OtherJvm.Result result = new OtherJvm(home, List.of("-XX:+UseSerialGC")).run(CompileEach.class, arguments);
        assertThat(result.lines()).isEmpty();
        assertThat(result.exitStatus()).isZero();
    }

    private static boolean haveSameBytes(Path program) throws IOException {
        String flow = "com/acme/Journey.class";
        Path one = program.resolve("classes").resolve(flow);
        return Files.mismatch(one, program.resolve("others").resolve(flow)) == -1;
    }

    private static Map<String, String> fingerprints(String source, Path classes) throws Exception {
        return TestProgram.ofSteps(TestProgram.fingerprints(FLOW, Objects.requireNonNull(source), classes), source);
    }
}
