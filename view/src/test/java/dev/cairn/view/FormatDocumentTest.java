package dev.cairn.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the JSON in {@code docs/format.md} to the golden files; and the page as a whole to the decoder in Python, which was written
 * from it alone: what it makes of each golden artifact is the JSON that lies with it.
 */
class FormatDocumentTest {
    private static final Path DECODER = Path.of("../docs/format/decode.py");
    private static final int MOST_LINES = 400;
    private static final Pattern JSON = Pattern.compile("(?ms)^```json (\\S+)\n(.*?)^```$");

    @Test
    void examplesAreGoldenFiles() throws IOException {
        String page = Files.readString(Path.of("../docs/format.md"));
        List<MatchResult> examples = JSON.matcher(page).results().toList();

        assertThat(examples).isNotEmpty();
        for (MatchResult example : examples) {
            assertThat(example.group(2)).isEqualTo(Files.readString(Golden.DIRECTORY.resolve(example.group(1))));
        }
    }

    @Test
    void aDecoderInPythonReadsEachGoldenArtifact(@TempDir Path directory) throws Exception {
        requirePython();
        List<Golden> artifacts = Golden.all();
        // Isolated, and without what is installed besides the standard library.
        List<String> command = new ArrayList<>(List.of("python3", "-I", "-S", DECODER.toString()));
        for (Golden golden : artifacts) {
            command.add(golden.artifact().toString());
            command.add(golden.schema().toString());
        }
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        int status = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();

        assertThat(Files.readString(errors)).isEmpty();
        assertThat(status).isZero();
        List<String> lines = Files.readAllLines(output);
        assertThat(lines).hasSameSizeAs(artifacts);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(JsonValue.parse(lines.get(i).getBytes(StandardCharsets.UTF_8)))
                    .as(artifacts.get(i).name())
                    .isEqualTo(
                            JsonValue.parse(Files.readAllBytes(artifacts.get(i).json())));
        }
    }

    /** Damaged bytes are an exit status and a message, neither a value nor a stack trace. */
    @Test
    void aDecoderInPythonRefusesWhatIsNoArtifact(@TempDir Path directory) throws Exception {
        requirePython();
        Golden golden = new Golden("struct-with-fields");
        byte[] bytes = Files.readAllBytes(golden.artifact());
        Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 1));
        Path longer = Files.write(directory.resolve("longer"), Arrays.copyOf(bytes, bytes.length + 1));
        bytes[2] = 2;
        Path later = Files.write(directory.resolve("later"), bytes);
        for (Path artifact : List.of(cut, longer, later, golden.schema(), directory.resolve("missing"))) {
            Call call = Call.of(artifact, golden.schema());
            assertThat(call.status()).as(artifact.toString()).isEqualTo(1);
            assertThat(call.output()).isEmpty();
            assertThat(call.errors()).isNotEmpty().doesNotContain("Traceback");
        }
    }

    @Test
    void aDecoderInPythonEndsAtTheFirstThatIsNoArtifact() throws Exception {
        requirePython();
        Golden golden = new Golden("root-i32");
        Path artifact = golden.artifact();
        Path schema = golden.schema();

        Call call = Call.of(artifact, schema, schema, schema, artifact, schema);
        assertThat(call.status()).isEqualTo(1);
        assertThat(call.output()).isEqualTo("300\n");
        assertThat(call.errors().lines()).hasSize(1);
        assertThat(Call.of().status()).isEqualTo(2);
        assertThat(Call.of(artifact).status()).isEqualTo(2);
        assertThat(Call.of(artifact).output()).isEmpty();
    }

    /** A call of the decoder. */
    private record Call(int status, String output, String errors) {
        static Call of(Path... paths) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of("python3", "-I", "-S", DECODER.toString()));
            for (Path path : paths) {
                command.add(path.toString());
            }
            Process process = new ProcessBuilder(command).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Call(process.waitFor(), output.replace("\r\n", "\n"), errors);
        }
    }

    @Test
    void theDecoderIsShort() throws IOException {
        assertThat(Files.readAllLines(DECODER)).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    /** On a machine of a developer Python may be missing; where {@code python.required} is set, it must not. */
    private static void requirePython() throws InterruptedException {
        boolean found;
        try {
            found = new ProcessBuilder("python3", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            found = false;
        }
        assumeTrue(found || Boolean.getBoolean("python.required"), "there is no python3 on the PATH");
    }
}
