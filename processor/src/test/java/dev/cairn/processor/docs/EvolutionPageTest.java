package dev.cairn.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Encoded;
import dev.cairn.processor.write.LoadedCodecs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/evolution.md}: what is stored by one version of a class is read by the next one. */
class EvolutionPageTest {
    @Test
    void everyRowHolds() throws IOException, ReflectiveOperationException {
        List<EvolutionRows.Change> changes = EvolutionRows.all();
        assertThat(changes).hasSizeGreaterThan(35);
        LoadedCodecs before = LoadedCodecs.of(sources(changes, true));
        LoadedCodecs after = LoadedCodecs.of(sources(changes, false));
        List<String> wrong = new ArrayList<>();
        for (EvolutionRows.Change change : changes) {
            String sample = change.flow();
            Encoded stored = ArtifactFormat.encode(before.codec(sample, "X"), before.call(sample, "x"));
            String read = read(after.codec(sample, "X"), stored).replace("com.acme.row" + change.number(), "com.acme");
            if (!read.equals(change.read())) {
                wrong.add(change.name() + ":\n  " + change.read() + "\n  " + read);
            }
        }
        assertThat(wrong.stream().collect(Collectors.joining("\n"))).isEmpty();
    }

    private static JavaFileObject[] sources(List<EvolutionRows.Change> changes, boolean storing) {
        return changes.stream()
                .flatMap(change -> change.sources(storing).stream())
                .toArray(JavaFileObject[]::new);
    }

    private static String read(ArtifactCodec<Object> codec, Encoded stored) {
        try {
            return String.valueOf(ArtifactFormat.decode(
                    codec, stored.bytes(), hash -> stored.schema().bytes()));
        } catch (CodecException e) {
            return "refused: " + e.getMessage();
        }
    }
}
