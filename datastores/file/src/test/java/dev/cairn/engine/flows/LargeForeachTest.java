package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.ChildProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A foreach holds three copies of its list for a moment, and no fourth one: the list of the step, the stored one, and its elements,
 * encoded one by one. {@code -Dforeach.items=100000 -Dforeach.characters=940} has more and smaller ones.
 */
class LargeForeachTest {
    private static final int ITEMS = Integer.getInteger("foreach.items", 10_000);
    private static final int CHARACTERS = Integer.getInteger("foreach.characters", 9_400);

    /** All else that the process has on its heap. */
    private static final int ROOM = 64;

    @TempDir
    private Path directory;

    @Test
    void aListThatFillsAThirdOfTheHeapIsSplit() throws Exception {
        long megabytes = ((long) ITEMS * CHARACTERS >> 20) + 1;
        List<String> options = new ArrayList<>(ChildProcess.HASHING);
        options.addAll(List.of("-Xmn16m", "-Xmx" + (3 * megabytes + ROOM) + "m"));

        try (ChildProcess process = ChildProcess.start(
                options,
                ForeachOverTexts.class,
                "file:" + directory.resolve("store"),
                String.valueOf(ITEMS),
                String.valueOf(CHARACTERS))) {
            assertThat(process.lines()).containsExactly("tasks " + ITEMS, "characters " + (long) ITEMS * CHARACTERS);
            assertThat(process.waitFor()).isZero();
        }
    }
}
