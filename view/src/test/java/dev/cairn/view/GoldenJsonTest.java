package dev.cairn.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each golden artifact, read with its schema alone, is the JSON that lies with it. {@code -Dgolden.add=true} writes the JSON of an
 * artifact that has none; nothing writes one that is there.
 */
class GoldenJsonTest {
    static List<Golden> artifacts() throws IOException {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void anArtifactIsTheSameJsonForEver(Golden golden) throws IOException {
        byte[] schema = Files.readAllBytes(golden.schema());
        Tree tree = ArtifactFormat.tree(Files.readAllBytes(golden.artifact()), hash -> schema);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonOutput.print(json, generator -> new TreeJson(generator).write(tree));
        if (!Files.exists(golden.json())) {
            if (!Boolean.getBoolean("golden.add")) {
                fail("there is no " + golden.json() + "; -Dgolden.add=true writes it");
            }
            Files.write(golden.json(), json.toByteArray());
        }
        assertThat(JsonValue.parse(json.toByteArray()))
                .as("the JSON of a golden case is frozen: " + golden)
                .isEqualTo(JsonValue.parse(Files.readAllBytes(golden.json())));
    }

    @Test
    void noJsonIsWithoutItsArtifact() throws IOException {
        try (var files = Files.list(Golden.DIRECTORY)) {
            List<Path> json = files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(json).isEqualTo(artifacts().stream().map(Golden::json).toList());
        }
    }
}
