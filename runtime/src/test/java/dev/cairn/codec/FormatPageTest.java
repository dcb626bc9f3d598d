package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.collection.CollectionKind;
import dev.cairn.codec.collection.CollectionTypes;
import dev.cairn.codec.collection.MapType;
import dev.cairn.codec.schema.SchemaKeywords;
import dev.cairn.codec.union.AnyTags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/format.md} to the golden files, and to the lists of the code. Its JSON, a test of the module {@code view} holds. */
class FormatPageTest {
    private static final Path FILES = Path.of("src/test/resources/dev/cairn/codec/golden/v1");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(hex|schema) (\\S+)\n(.*?)^```$");
    private static final Pattern BYTES = Pattern.compile("^[0-9a-f]{2}(?: [0-9a-f]{2})*(?=  |$)");
    private static final Pattern TAG = Pattern.compile("`([a-z0-9]+)` (\\d+)");
    private static final Pattern WORD = Pattern.compile("`([a-z0-9]+)`");

    private static String page = "";

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("../docs/format.md"));
    }

    @Test
    void examplesAreGoldenFiles() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (MatchResult block : BLOCK.matcher(page).results().toList()) {
            shown.add(block.group(2));
            byte[] file = Files.readAllBytes(FILES.resolve(block.group(2)));
            byte[] example = block.group(1).equals("hex")
                    ? bytes(block.group(3))
                    : block.group(3).getBytes(StandardCharsets.UTF_8);
            assertThat(HexFormat.of().formatHex(example))
                    .as(block.group(2))
                    .isEqualTo(HexFormat.of().formatHex(file));
        }
        assertThat(shown)
                .contains("root-i32.artifact", "set.artifact", "sealed.artifact", "strings.items", "names.schema")
                .hasSizeGreaterThanOrEqualTo(10);
    }

    /** What stands before two blanks in each line. */
    private static byte[] bytes(String block) {
        StringBuilder hex = new StringBuilder();
        for (String line : block.split("\n")) {
            Matcher bytes = BYTES.matcher(line);
            assertThat(bytes.find()).as(line).isTrue();
            hex.append(bytes.group().replace(" ", ""));
        }
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void tagsOfObjectsAreThoseOfTheCode() {
        TreeMap<Integer, String> shown = new TreeMap<>();
        page.lines()
                .filter(line -> line.matches("\\| \\d+ to \\d+ \\|.*"))
                .forEach(line -> TAG.matcher(line).results().forEach(tag -> {
                    String array = line.contains("array of") ? "array<" + tag.group(1) + ">" : tag.group(1);
                    assertThat(shown.put(Integer.parseInt(tag.group(2)), array)).isNull();
                }));
        List<String> expected = new ArrayList<>();
        int first = AnyTags.NAMED + 2; // after the string
        for (int tag = first; tag < first + shown.size(); tag++) {
            expected.add(AnyTags.leaf(tag).type().toString());
        }

        assertThat(shown.firstKey()).isEqualTo(first);
        assertThat(List.copyOf(shown.values())).isEqualTo(expected);
        assertThat(AnyTags.leaf(first - 1)).isSameAs(Codecs.STRING);
        assertThat(shown)
                .hasSize(GoldenLeaves.oneOfEach().size()
                        - 1
                        + GoldenLeaves.oneOfEachAdded().size());
    }

    @Test
    void kindsOfCollectionsAreThoseOfTheCode() {
        for (CollectionKind kind : CollectionKind.values()) {
            if (kind != CollectionKind.ABSENT) {
                String fixed = "`" + CollectionTypes.nameOf(kind) + "`";
                fixed += kind == CollectionKind.LIST ? "" : ", `" + MapType.nameOf(kind) + "`";
                String row = "(?m)^\\| " + kind.ordinal() + " \\| [^|]+ \\| " + fixed + " \\| .*$";
                assertThat(page).containsPattern(row);
            }
        }
    }

    @Test
    void keywordsAreThoseOfTheCode() {
        String table = page.substring(page.indexOf("### Keywords"), page.indexOf("## Payloads"));
        Set<String> shown = new HashSet<>();
        table.lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(
                        line -> WORD.matcher(line.split("\\|")[1]).results().forEach(word -> shown.add(word.group(1))));

        Set<String> expected = new HashSet<>(SchemaKeywords.PRIMITIVES);
        expected.addAll(SchemaKeywords.VALUES);
        expected.addAll(SchemaKeywords.COLLECTIONS);
        expected.addAll(SchemaKeywords.MAPS);
        expected.addAll(List.of("array", "optional", "entry", "any"));
        assertThat(shown).isEqualTo(expected);
    }
}
