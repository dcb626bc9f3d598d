package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.engine.ParameterException;
import dev.cairn.runtime.IncludedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IncludingTest extends OnEachStore {
    @Test
    void theContentIsPartOfTheRun() throws IOException {
        Path file = Files.writeString(directory.resolve("lines.txt"), "1\n2\n3\n");
        IncludingRun run = IncludingRunner.builder()
                .data(IncludedFile.of(file))
                .datastore(datastore)
                .run();

        assertThat(run.end().data().text()).isEqualTo("1\n2\n3\n");
        assertThat(run.end().result()).isEqualTo(IncludedFile.ofText("count.txt", "3 lines, 6 bytes"));
        assertThat(run.run().files().keys()).containsExactly("copy of lines.txt");
    }

    @Test
    void theDefaultIsAFileToo() {
        IncludingRun run = IncludingRunner.builder().datastore(datastore).run();

        assertThat(run.start().data().name()).isEqualTo("default.txt");
        assertThat(run.end().result().text()).isEqualTo("2 lines, 8 bytes");
    }

    @Test
    void missingFileIsSaidBeforeTheRunStarts() {
        Datastore datastore = Datastore.inMemory();
        Path missing = directory.resolve("none.txt");

        assertThatThrownBy(() -> IncludingRunner.builder()
                        .data(IncludedFile.of(missing))
                        .datastore(datastore)
                        .run())
                .isExactlyInstanceOf(ParameterException.class)
                .hasMessage("parameter `data` of flow Including cannot be read: there is no file `" + missing + "`.");
        assertThat(IncludingRun.all(datastore)).isEmpty();
    }
}
