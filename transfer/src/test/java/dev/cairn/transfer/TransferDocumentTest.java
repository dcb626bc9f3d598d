package dev.cairn.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/transfer.md} names every entry of an export, in order, and every field of its records. */
class TransferDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "transfer.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir
    private Path directory;

    @Test
    void describesWhatAnExportHas() throws IOException {
        Path file = directory.resolve("runs.tar.zst");
        List<RunId> runs;
        try (Datastore store = Datastore.inMemory()) {
            runs = List.of(Parcels.run(store, 2, "nightly"), Parcels.run(store, 13));
            RunExporter.export(store, runs, file);
        }
        Map<String, Set<String>> described = described();
        Set<String> entries = new LinkedHashSet<>();
        for (Archive.Entry entry : Archive.read(file).entries) {
            String name = entry.name()
                    .replaceFirst("logs/.*\\.jsonl", "logs/<run>.jsonl")
                    .replaceFirst("blobs/.*", "blobs/<address>");
            entries.add(name);
            if (name.endsWith("jsonl") || name.endsWith("json")) {
                for (String line : entry.text().lines().toList()) {
                    assertThat(described.get(name)).as(name).containsAll(fields(line));
                }
            }
        }
        assertThat(described.keySet()).containsExactlyElementsOf(entries);
    }

    /** The words in code of the second column, by the entry in the first one. */
    private static Map<String, Set<String>> described() throws IOException {
        Map<String, Set<String>> described = new LinkedHashMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split("\\|");
            if (line.startsWith("| `")) {
                List<String> words = words(cells[2]);
                described.put(words(cells[1]).get(0), new LinkedHashSet<>(words));
            }
        }
        return described;
    }

    private static List<String> words(String cell) {
        List<String> words = new ArrayList<>();
        Matcher matcher = CODE.matcher(cell);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }

    private static Set<String> fields(String json) throws IOException {
        Set<String> fields = new LinkedHashSet<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                fields.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return fields;
    }
}
