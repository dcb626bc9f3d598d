package dev.cairn.processor.lock;

import static dev.cairn.processor.lock.Locked.flow;
import static dev.cairn.processor.lock.Locked.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link UnrecordedChange}: {@code [cairn:unrecorded-change]}. */
class UnrecordedChangeTest {
    @TempDir
    private Path directory;

    private Locked locked;

    @BeforeEach
    void inDirectory() {
        locked = Locked.in(directory);
    }

    @Test
    void aTypeThatHasChanged() {
        assertThat(
                        locked.having(sample("record Row(double mean, int k) {}\nRow row;\n"))
                                .says(
                                        sample(
                                                "record Row(@FormerNames(\"mean\") double meanDelay, @Default String x) {}\nRow row;\n")))
                .isEqualTo("""
                        3:1 error [cairn:unrecorded-change] `Sample.Row` is not stored as `cairn-schemas.lock` says
                            lock:  - double mean
                                   - int k
                                   + double meanDelay @FormerNames("mean")
                                   + String x @Default
                                   + removed int k
                            fix:   older runs stay readable: build once with `-Acairn.lock.write=compatible`, and commit the file.""");
    }

    @Test
    void aFlowThatHasChanged() {
        assertThat(locked.having(sample("int n;\n")).says(sample("long n;\nString s;\n")))
                .isEqualTo("""
                        2:44 error [cairn:unrecorded-change] flow `Sample` is not stored as `cairn-schemas.lock` says
                            lock:  - int n
                                   + long n
                                   + String s
                            fix:   older runs stay readable: build once with `-Acairn.lock.write=compatible`, and commit the file.""");
    }

    @Test
    void aFlowThatIsNew() {
        assertThat(locked.having(sample("int n;\n"))
                        .says(sample("int n;\n"), flow("Other", "record Row(int n) {}\nRow row;\n")))
                .isEqualTo("""
                        2:44 error [cairn:unrecorded-change] flow `Other` is not in `cairn-schemas.lock`
                            fix:   build once with `-Acairn.lock.write=compatible`, and commit the file.""");
    }

    @Test
    void anotherOrder() {
        assertThat(locked.having(sample("record Row(int a, int b) {}\nRow row;\n"))
                        .says(sample("record Row(int b, int a) {}\nRow row;\n")))
                .isEqualTo("""
                        3:1 error [cairn:unrecorded-change] `Sample.Row` is not stored as `cairn-schemas.lock` says
                            lock:    class com.acme.Sample$Row
                                     int b
                                     int a
                            fix:   older runs stay readable: build once with `-Acairn.lock.write=compatible`, and commit the file.""");
    }

    @Test
    void ofManyLinesTheFirst() {
        StringBuilder constants = new StringBuilder("A");
        for (int i = 0; i < 20; i++) {
            constants.append(", B").append(i);
        }
        assertThat(locked.having(sample("enum E { A }\nE e;\n")).says(sample("enum E { " + constants + " }\nE e;\n")))
                .contains("           + B11\n           (8 more lines)\n")
                .doesNotContain("B12");
    }

    @Test
    void notSaidWhereNothingChangedThatIsStored() {
        locked.having(sample("record Row(int n) {}\nRow row;\nint a;\n"));
        assertThat(
                        locked.says(
                                sample(
                                        "record Row(int n) { int twice() { return 2 * n; } }\nint a;\ntransient Thread t;\nRow row;\n")))
                .isEmpty();
    }

    @Test
    void notSaidBesideWhatCannotBeRead() {
        assertThat(locked.having(sample("int n;\nString s;\n")).says(sample("short n;\nString s;\nint k;\n")))
                .contains("[cairn:incompatible-change]")
                .doesNotContain("[cairn:unrecorded-change]");
    }
}
