package dev.cairn.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Codecs;
import dev.cairn.engine.ParameterException;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretReaderTest {
    private static final ArtifactDefinition TOKEN =
            ArtifactDefinition.parameter("apiToken", "String", Codecs.STRING).confidential();
    private static final ArtifactDefinition PIN =
            ArtifactDefinition.parameter("pin", "int", Codecs.INT).confidential();
    private static final ArtifactDefinition KEY = ArtifactDefinition.parameter(
                    "key", "IncludedFile", IncludedFile.CODEC)
            .confidential();

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private final SecretReader reader = new SecretReader("Vault", environment, (parameter, text) -> {
        if (parameter.type().equals("int")) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("Write a whole number.");
            }
        }
        return text;
    });

    private Optional<Object> find(ArtifactDefinition parameter) {
        return reader.find(parameter, null).map(SecretReader.Found::value);
    }

    private String file(String text) throws IOException {
        return Files.writeString(directory.resolve("secret"), text).toString();
    }

    @Test
    void fromTheEnvironmentOrAFileOrNowhere() throws IOException {
        assertThat(find(TOKEN)).isEmpty();
        environment.put("CAIRN_RUN_API_TOKEN", " hunter2 ");
        assertThat(find(TOKEN)).contains(" hunter2 ");
        environment.clear();
        environment.put("CAIRN_RUN_API_TOKEN_FILE", file("of the file"));
        assertThat(find(TOKEN)).contains("of the file");
    }

    @Test
    void theCommandLineCountsAlone() throws IOException {
        environment.put("CAIRN_RUN_API_TOKEN", "hunter2");
        environment.put("CAIRN_RUN_API_TOKEN_FILE", "/nowhere");

        assertThat(reader.find(TOKEN, file("of the file")).orElseThrow().value())
                .isEqualTo("of the file");
    }

    @ParameterizedTest
    @CsvSource({"'a\n', 'a'", "'a\r\n', 'a'", "'a\n\n', 'a\n'", "'a\nb', 'a\nb'", "' a ', ' a '", "'a\r', 'a\r'"})
    void aLineBreakAtTheEndOfAFileIsNoPartOfIt(String content, String value) throws IOException {
        environment.put("CAIRN_RUN_API_TOKEN_FILE", file(content));

        assertThat(find(TOKEN)).contains(value);
    }

    @Test
    void aFileThatIsIncludedIsTakenAsItIs() throws IOException {
        environment.put("CAIRN_RUN_KEY_FILE", file("-----\n"));

        IncludedFile key = (IncludedFile) find(KEY).orElseThrow();
        assertThat(key.name()).isEqualTo("secret");
        assertThat(key.text()).isEqualTo("-----\n");
    }

    @Test
    void refusesTwo() {
        environment.put("CAIRN_RUN_API_TOKEN", "hunter2");
        environment.put("CAIRN_RUN_API_TOKEN_FILE", "/run/token");

        refuses(
                TOKEN,
                "secret parameter `apiToken` is given twice: by CAIRN_RUN_API_TOKEN and by CAIRN_RUN_API_TOKEN_FILE."
                        + " Unset one of the two.");
    }

    @Test
    void refusesNothing() throws IOException {
        environment.put("CAIRN_RUN_API_TOKEN", "");
        refuses(TOKEN, "secret parameter `apiToken` is empty in CAIRN_RUN_API_TOKEN. Write its value there.");

        environment.clear();
        String file = file("\n");
        environment.put("CAIRN_RUN_API_TOKEN_FILE", file);
        refuses(TOKEN, "secret parameter `apiToken` is empty in file `" + file + "`. Write its value there.");

        String empty = file("");
        environment.put("CAIRN_RUN_KEY_FILE", empty);
        refuses(KEY, "secret parameter `key` is empty in file `" + empty + "`. Write its value there.");
    }

    /** The text may be a secret, of another parameter or with a slip of the pen. */
    @Test
    void doesNotTellWhatIsNoValue() throws IOException {
        environment.put("CAIRN_RUN_PIN", "hunter2");
        refuses(
                PIN,
                "secret parameter `pin` cannot be read: the text in CAIRN_RUN_PIN is not a value of type int."
                        + " Write a whole number.");

        environment.clear();
        String file = file("hunter2");
        environment.put("CAIRN_RUN_PIN_FILE", file);
        refuses(
                PIN,
                "secret parameter `pin` cannot be read: the text in file `" + file + "` is not a value of type int."
                        + " Write a whole number.");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path missing = directory.resolve("none");
        environment.put("CAIRN_RUN_API_TOKEN_FILE", missing.toString());
        refuses(TOKEN, "secret parameter `apiToken` cannot be read: there is no file `" + missing + "`.");

        environment.put("CAIRN_RUN_API_TOKEN_FILE", directory.toString());
        refuses(TOKEN, "secret parameter `apiToken` cannot be read: `" + directory + "` is a directory, not a file.");

        Path binary = Files.write(directory.resolve("key.bin"), new byte[] {(byte) 0xff, 0});
        environment.put("CAIRN_RUN_API_TOKEN_FILE", binary.toString());
        refuses(TOKEN, "secret parameter `apiToken` cannot be read: file `key.bin` is not valid text in UTF-8.");

        environment.put("CAIRN_RUN_API_TOKEN_FILE", "a\0b");
        refuses(TOKEN, "secret parameter `apiToken` cannot be read: `a\0b` is not the path of a file.");
    }

    private void refuses(ArtifactDefinition parameter, String message) {
        assertThatThrownBy(() -> reader.find(parameter, null))
                .isExactlyInstanceOf(ParameterException.class)
                .hasMessage(message)
                .hasNoCause();
    }
}
