package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.engine.ParameterException;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterTextTest {
    @Test
    void scalars() {
        assertThat(parse("int", Codecs.INT, "42")).isEqualTo(42);
        assertThat(parse("double", Codecs.DOUBLE, "1e-3")).isEqualTo(0.001);
        assertThat(parse("boolean", Codecs.BOOLEAN, "true")).isEqualTo(true);
        assertThat(parse("String", Codecs.STRING, "[a, {b")).isEqualTo("[a, {b");
        assertThat(parse("LocalDate", Codecs.LOCAL_DATE, "2026-11-23")).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(parse("Duration", Codecs.DURATION, "PT1M")).isEqualTo(Duration.ofMinutes(1));
        assertThat(parse("Path", Codecs.PATH, "data/in.csv")).isEqualTo(Path.of("data/in.csv"));
    }

    @Test
    void enums() {
        ArtifactCodec<TimeUnit> unit = Codecs.enumeration(TimeUnit.class, TimeUnit.values());

        assertThat(parse("TimeUnit", unit, "HOURS")).isEqualTo(TimeUnit.HOURS);
        assertThatThrownBy(() -> parse("TimeUnit", unit, "hour"))
                .isExactlyInstanceOf(ParameterException.class)
                .hasMessageStartingWith("--option cannot be `hour`: ")
                .hasMessageContaining("HOURS")
                .hasMessageEndingWith(". Write the name of one of them.");
    }

    @Test
    void listsAsCommaSeparatedValuesOrJson() {
        ArtifactCodec<List<Double>> doubles = Codecs.list(Codecs.BOXED_DOUBLE);

        assertThat(parse("List<Double>", doubles, "0.1, 0.2,3")).isEqualTo(List.of(0.1, 0.2, 3.0));
        assertThat(parse("List<Double>", doubles, "[0.1, 2]")).isEqualTo(List.of(0.1, 2.0));
        assertThat(parse("List<Double>", doubles, "")).isEqualTo(List.of());
        assertThat(parse("Set<String>", Codecs.set(Codecs.STRING), "a,b")).isEqualTo(Set.of("a", "b"));
        assertThat(parse("int[]", Codecs.INT_ARRAY, "1,2")).isEqualTo(new int[] {1, 2});
        assertThat(parse("List<String>", Codecs.list(Codecs.STRING), "[\"a,b\", null]"))
                .isEqualTo(Arrays.asList("a,b", null));
    }

    @Test
    void mapsAsJson() {
        assertThat(parse("Map<String, Integer>", Codecs.map(Codecs.STRING, Codecs.BOXED_INT), "{\"a\": 1}"))
                .isEqualTo(Map.of("a", 1));
    }

    @Test
    void filesAsPaths(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("data.csv"), "a,b");
        Path missing = directory.resolve("none.csv");
        ArtifactCodec<List<IncludedFile>> files = Codecs.list(IncludedFile.CODEC);

        assertThat(parse("IncludedFile", IncludedFile.CODEC, file.toString()))
                .isEqualTo(IncludedFile.ofText("data.csv", "a,b"));
        assertThat(parse("List<IncludedFile>", files, file + "," + file))
                .isEqualTo(List.of(IncludedFile.of(file), IncludedFile.of(file)));
        assertThatThrownBy(() -> parse("IncludedFile", IncludedFile.CODEC, missing.toString()))
                .isExactlyInstanceOf(ParameterException.class)
                .hasMessage("--option cannot be `" + missing + "`: there is no file `" + missing
                        + "`. Write the path of a file.");
    }

    @Test
    void unreadableText() {
        assertThatThrownBy(() -> parse("int", Codecs.INT, "many"))
                .isExactlyInstanceOf(ParameterException.class)
                .hasMessage("--option cannot be `many`: \"many\" is not an int. Write a whole number.");
        assertThatThrownBy(() -> parse("BigDecimal", Codecs.BIG_DECIMAL, "many"))
                .hasMessage(
                        "--option cannot be `many`: \"many\" is not a BigDecimal. Write it in the format of BigDecimal.");
        assertThatThrownBy(() -> parse("List<Double>", Codecs.list(Codecs.BOXED_DOUBLE), "0.1,x"))
                .hasMessage("--option cannot be `0.1,x`: [1]: \"x\" is not a double."
                        + " Write comma-separated values or a JSON array.");
        assertThatThrownBy(() -> parse("List<Double>", Codecs.list(Codecs.BOXED_DOUBLE), "[0.1"))
                .hasMessage("--option cannot be `[0.1`: not valid JSON from column 5 on."
                        + " Write comma-separated values or a JSON array.");
        assertThatThrownBy(() -> parse("Map<String, Integer>", Codecs.map(Codecs.STRING, Codecs.BOXED_INT), "a=1"))
                .hasMessage("--option cannot be `a=1`: not valid JSON from column 1 on. Write a JSON object.");
        assertThatThrownBy(() -> parse(
                        "Map<String, Integer>", Codecs.map(Codecs.STRING, Codecs.BOXED_INT), "{\"a\": 1, \"a\": 2}"))
                .hasMessageContaining("it has \"a\" twice");
        assertThatThrownBy(() -> parse("List<Double>", Codecs.list(Codecs.BOXED_DOUBLE), "[1] 2"))
                .hasMessage("--option cannot be `[1] 2`: more text follows the JSON value."
                        + " Write comma-separated values or a JSON array.");
    }

    private static @Nullable Object parse(String type, ArtifactCodec<?> codec, String text) {
        return ParameterText.parse(
                ArtifactDefinition.parameter("parameter", type, codec).option("option"), text);
    }
}
