package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.engine.flows.FakeClock;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process whose output does not arrive says so; one whose reader has read enough does not. */
class StandardOutputTest {
    private static final File FULL = new File("/dev/full");

    @TempDir
    private Path directory;

    static boolean hasFullDevice() {
        return FULL.exists();
    }

    @BeforeEach
    void runAFlow() {
        Sums sums = new Sums(new FakeClock());
        sums.run(directory, 2);
        sums.run(directory, 2);
    }

    @ParameterizedTest
    @EnabledIf("hasFullDevice")
    @ValueSource(
            strings = {
                "list",
                "list --json",
                "show Sums/latest",
                "dump Sums/latest/start --json",
                "list --help",
                "diff Sums/latest --json",
                "dump Sums/latest/start/numbers --format csv"
            })
    void outputThatCannotBeWrittenIsAFailure(String command) throws Exception {
        Process process = start(command, ProcessBuilder.Redirect.to(FULL));

        assertThat(text(process.getErrorStream()))
                .isEqualTo("part of the output could not be written: No space left on device. Make sure that there is"
                        + " room for it, and try again.\n");
        assertThat(process.waitFor()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    @EnabledIf("hasFullDevice")
    void wrongUsageStaysWrongUsage() throws Exception {
        Process process = start("show Sums/never", ProcessBuilder.Redirect.to(FULL));

        assertThat(text(process.getErrorStream())).startsWith("there is no run Sums/never in file:");
        assertThat(process.waitFor()).isNotEqualTo(ExitStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "show Sums/latest --json",
                "show Sums/latest/work",
                "diff Sums/latest",
                "graph Sums",
                "files Sums/latest",
                "tag Sums/latest",
                "logs Sums/latest",
                "dump Sums/latest/start/numbers --format csv",
                "dump Sums/latest/start/numbers --format jsonl",
                "completion"
            })
    void aReaderThatWentAwayIsNoFailure(String command) throws Exception {
        Process process = start(command, ProcessBuilder.Redirect.PIPE);
        process.getInputStream().close();

        assertThat(text(process.getErrorStream())).isEmpty();
        assertThat(process.waitFor()).isEqualTo(ExitStatus.OK);
    }

    @Test
    @EnabledIf("hasFullDevice") // where there is a shell too
    void anArgumentThatTheLocaleCannotDecodeIsRefused() throws Exception {
        String java = String.join(" ", java()) + " list \"$(printf 'caf\\303\\251')\"";
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", java);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();

        assertThat(text(process.getErrorStream()))
                .startsWith("argument `caf")
                .endsWith("` has characters that the encoding of this locale does not support. Set LC_ALL to a locale"
                        + " that uses UTF-8, such as C.UTF-8.\n");
        assertThat(process.waitFor()).isEqualTo(ExitStatus.USAGE);
    }

    private Process start(String command, ProcessBuilder.Redirect output) throws IOException {
        List<String> words = java();
        words.addAll(List.of(command.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(output);
        builder.environment().putAll(Map.of("CAIRN_RUN_DATASTORE", "file:" + directory, "LC_ALL", "C.UTF-8"));
        return builder.start();
    }

    private static List<String> java() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
