package dev.cairn.processor.lock;

import static dev.cairn.processor.lock.Locked.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link LockFileProblem}: {@code [cairn:lock-file]}. */
class LockFileProblemTest {
    private static final String ROW = "record Row(int n) {}\nRow row;\n";

    @TempDir
    private Path directory;

    private Locked locked;

    @BeforeEach
    void inDirectory() {
        locked = Locked.in(directory);
    }

    @Test
    void aFileThatIsNotThere() {
        assertThat(locked.says(sample(ROW))).isEqualTo("""
                error [cairn:lock-file] there is no lock file `<directory>/cairn-schemas.lock`
                    fix:   build once with `-Acairn.lock.write=compatible`, which creates it, and commit it. If it is there, mend the path that `-Acairn.lock` gives: it is relative to the directory in which the compiler runs.""");
        assertThat(locked.file()).doesNotExist();
    }

    @Test
    void aMergeThatIsNotFinished() {
        String text = locked.having(sample(ROW)).text();
        for (String marker : new String[] {"<<<<<<< HEAD", "||||||| 1234567", "=======", ">>>>>>> topic"}) {
            locked.write(text.replace("    int n\n", "    int n\n" + marker + "\n"));
            for (String write : new String[] {"none", "compatible", "all"}) {
                assertThat(locked.says(write, sample(ROW))).as(marker).isEqualTo("""
                        error [cairn:lock-file] line 10 of `cairn-schemas.lock`: a merge conflict is not resolved
                            fix:   resolve it as in source code, then build once with `-Acairn.lock.write=compatible`.""");
            }
            assertThat(locked.text()).contains(marker);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cairn-schemas 1       | cairn               | line 1  | it does not begin with `cairn-schemas 1`",
                "cairn-schemas 1       | cairn-schemas 2     | line 1  | version 2 is not supported by this version of Cairn",
                "class com             | clas com            | line 8  | Cairn does not write `clas com.acme.Sample$Row`",
                "Sample$Row row        | Sample$Row          | line 6  | Cairn does not write `com.acme.Sample$Row`",
                "int n                 | int n extra         | line 9  | Cairn does not write `int n extra`",
                "int n                 | List<int n          | line 9  | Cairn does not write `List<int n`",
                "int n                 | Map<Integer> n      | line 9  | Cairn does not write `Map<Integer> n`",
                "int n                 | int n @FormerNames( | line 9  | Cairn does not write `int n @FormerNames(`",
                "int n                 | int n @Default(3)   | line 9  | Cairn does not write `int n @Default(3)`",
                "int n                 | int n @Default(\"\\u00 | line 9 | Cairn does not write `int n @Default(\"\\u00`",
                "class com.acme.Sample | class com.acme.Some | line 5  | `Sample` names the type `com.acme.Sample$Row`, which is not described",
            })
    void aDamagedLine(String before, String after, String line, String problem) {
        locked.having(sample(ROW));
        locked.write(locked.text().replace(before, after));
        assertThat(locked.says(sample(ROW)))
                .isEqualTo("error [cairn:lock-file] " + line + " of `cairn-schemas.lock`: " + problem
                        + "\n    fix:   restore the file from version control.");
    }

    @Test
    void whatIsThereTwice() {
        locked.having(sample(ROW));
        String text = locked.text();
        locked.write(text.replace("    int n\n", "    int n\n    long n\n"));
        assertThat(locked.says(sample(ROW)))
                .contains("line 10 of `cairn-schemas.lock`: `n` of `Sample.Row` is there twice");
        locked.write(text + text.substring(text.indexOf("class ")));
        assertThat(locked.says(sample(ROW)))
                .contains("line 10 of `cairn-schemas.lock`: `com.acme.Sample$Row` is described twice");
    }

    @Test
    void aFileThatIsEmpty() {
        locked.write("");
        assertThat(locked.says(sample(ROW))).contains("line 1 of `cairn-schemas.lock`: it does not begin with");
    }

    @Test
    void aFileThatCannotBeRead() throws IOException {
        Files.createDirectory(locked.file());
        assertThat(locked.says(sample(ROW)))
                .startsWith("error [cairn:lock-file] the lock file `cairn-schemas.lock` cannot be read\n    cause: ");
    }

    @Test
    void aFileThatCannotBeWritten() {
        Locked nowhere = Locked.in(directory.resolve("missing"));
        assertThat(nowhere.says("compatible", sample(ROW)))
                .startsWith(
                        "error [cairn:lock-file] the lock file `cairn-schemas.lock` cannot be written\n    cause: java.nio.file.NoSuchFileException: ");
    }

    @Test
    void acceptsOtherEndsOfLinesBlanksAndComments() {
        locked.having(sample(ROW));
        locked.write(locked.text().replace("\n", "\r\n").replace("class ", "# checked by hand\r\n\r\nclass "));
        assertThat(locked.says(sample(ROW))).isEmpty();
    }
}
