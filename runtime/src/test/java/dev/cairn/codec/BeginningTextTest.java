package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.RandomTypes.Type;
import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.Samples.Optimizer;
import dev.cairn.codec.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The beginning of a value as text is the beginning of its tree as text, however few of its bytes are at hand. */
final class BeginningTextTest {
    private static final int TYPES = 500;

    /** Of a value, with this many of its bytes at hand. */
    private static <T> Optional<String> beginning(
            ArtifactCodec<T> codec, @Nullable T value, int bytes, int characters) {
        byte[] artifact = ArtifactFormat.encode(codec, value).bytes();
        byte[] beginning = Arrays.copyOf(artifact, Math.min(bytes, artifact.length));
        return ArtifactFormat.beginningText(codec.schema(), beginning, artifact.length, characters);
    }

    private static <T> String beginning(ArtifactCodec<T> codec, @Nullable T value, int characters) {
        return beginning(codec, value, 4096, characters).orElseThrow();
    }

    @Test
    void whatIsShortIsShownWhole() {
        Config config = new Config(0.01, 32, "a\"b", Optimizer.ADAM);
        assertThat(beginning(Samples.CONFIG, config, 300))
                .isEqualTo("Config{learningRate: 0.01, batchSize: 32, label: \"a\\\"b\", optimizer: ADAM}");
        assertThat(beginning(Samples.CONFIG, null, 300)).isEqualTo("null");
        assertThat(beginning(Codecs.list(Codecs.INT), List.of(), 300)).isEqualTo("[]");
    }

    @Test
    void whatIsLongEndsWithDots() {
        assertThat(beginning(Codecs.INT_ARRAY, new int[1_000_000], 10)).isEqualTo("[0, 0, 0, ...");
        assertThat(beginning(Codecs.STRING, "ab".repeat(1_000_000), 7)).isEqualTo("\"ababab...");
        assertThat(beginning(Codecs.STRING, "\uD83D\uDE00".repeat(1000), 4)).isEqualTo("\"\uD83D\uDE00...");
        assertThat(beginning(Codecs.list(Codecs.STRING), List.of("one", "two", "three"), 8))
                .isEqualTo("[\"one\", ...");
        assertThat(beginning(Codecs.treeMap(Codecs.STRING, Codecs.INT), new TreeMap<>(Map.of("a", 1, "b", 2)), 7))
                .isEqualTo("{\"a\": 1...");
        assertThat(beginning(Samples.CONFIG, new Config(0.01, 32, "", Optimizer.ADAM), 0))
                .isEqualTo("...");
    }

    @Test
    void whereTheBytesEndSoDoesTheText() {
        String text = "\u00e9".repeat(10_000);
        assertThat(beginning(Codecs.STRING, text, 36 + 3 + 21, 300)).contains("\"" + "\u00e9".repeat(10) + "...");
        assertThat(beginning(Codecs.INT_ARRAY, new int[100], 36 + 1 + 11, 300)).contains("[0, 0, ...");
        assertThat(beginning(Codecs.INT_ARRAY, new int[100], 36, 300)).contains("...");
        assertThat(beginning(Codecs.INT_ARRAY, new int[100], 35, 300)).isEmpty();
    }

    @Test
    void aCharacterOfWhichBytesAreMissingIsNotShown() {
        String text = "a\u00e9\u20ac\uD83D\uDE00b";
        int[] bytesOfCharacters = {1, 2, 3, 4};
        int bytes = 36 + 1;
        for (int i = 0, shown = 0; i < bytesOfCharacters.length; shown += bytesOfCharacters[i++] / 4 + 1) {
            for (int missing = bytesOfCharacters[i]; missing > 0; missing--, bytes++) {
                assertThat(beginning(Codecs.STRING, text, bytes, 300))
                        .as("%d bytes", bytes)
                        .contains("\"" + text.substring(0, shown) + "...");
            }
        }
        assertThat(beginning(Codecs.STRING, text, bytes, 300)).contains("\"a\u00e9\u20ac\uD83D\uDE00...");
        assertThat(beginning(Codecs.STRING, text, bytes + 1, 300)).contains("\"a\u00e9\u20ac\uD83D\uDE00b\"");
    }

    @Test
    void arraysEntriesAndObjects() {
        assertThat(beginning(Codecs.array(String.class, Codecs.STRING), new String[] {"a", null}, 300))
                .isEqualTo("[\"a\", null]");
        assertThat(beginning(Codecs.entry(Codecs.STRING, Codecs.INT), Map.entry("a", 1), 300))
                .isEqualTo("{\"a\": 1}");
        assertThat(beginning(Codecs.entry(Codecs.STRING, Codecs.INT), null, 300))
                .isEqualTo("null");
        assertThat(beginning(Codecs.any(), Arrays.asList(new int[] {1, 2}, "b", null, 2L), 300))
                .isEqualTo("[[1, 2], \"b\", null, 2]");
    }

    @Test
    void whatOnlyItsOwnCodecCanReadHasNone() {
        assertThat(ArtifactFormat.beginningText(
                        Schema.parse(
                                "cairn schema 0\ncom.acme.A\ncustom com.acme.A{a}\n".getBytes(StandardCharsets.UTF_8)),
                        new byte[100],
                        100,
                        300))
                .isEmpty();
    }

    @Test
    void everyBeginningIsTheBeginningOfTheTree() {
        long seed = Long.getLong("cairn.seed", 20261129);
        Random random = new Random(seed);
        RandomTypes types = new RandomTypes(random);
        for (int i = 0; i < TYPES; i++) {
            check(types.type(i * 4 / TYPES), random, seed);
        }
    }

    private static <T> void check(Type<T> type, Random random, long seed) {
        T value = type.values().get();
        Schemas schemas = new Schemas();
        byte[] artifact = schemas.encode(type.codec(), value);
        String whole = schemas.tree(artifact).text(Integer.MAX_VALUE);
        int characters = random.nextInt(whole.length() + 10);
        String description = "seed " + seed + ": " + type.codec().schema() + " of " + whole;

        String shown =
                beginning(type.codec(), value, artifact.length, characters).orElseThrow();
        if (whole.length() <= characters) {
            assertThat(shown).as(description).isEqualTo(whole);
        } else {
            assertThat(shown).as(description).endsWith("...").hasSizeBetween(characters - 1 + 3, characters + 3);
            assertThat(whole).as(description).startsWith(shown.substring(0, shown.length() - 3));
        }

        int bytes = 36 + random.nextInt(artifact.length - 36);
        String part = beginning(type.codec(), value, bytes, 1_000_000).orElseThrow();
        assertThat(part).as(description).endsWith("...");
        assertThat(whole).as(description).startsWith(part.substring(0, part.length() - 3));
    }
}
