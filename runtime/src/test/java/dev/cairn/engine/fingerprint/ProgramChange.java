package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A row of {@code changes.txt}: a change of a program, and the steps that get another fingerprint. */
record ProgramChange(String title, List<Edit> edits, Set<String> changed) {
    /** Lines of a file, and what comes in their place. */
    record Edit(String file, List<String> before, List<String> after) {}

    static List<ProgramChange> all() {
        List<ProgramChange> changes = new ArrayList<>();
        String[] rows = resource("changes.txt").split("(?m)^== ");
        for (String row : List.of(rows).subList(1, rows.length)) {
            changes.add(parse(row.lines().toList()));
        }
        return changes;
    }

    private static ProgramChange parse(List<String> lines) {
        List<Edit> edits = new ArrayList<>();
        Set<String> changed = new TreeSet<>();
        String file = "";
        for (String line : lines.subList(1, lines.size())) {
            String content = line.length() > 2 ? line.substring(2) : "";
            if (line.startsWith("changed:")) {
                Arrays.stream(line.substring("changed:".length()).split(" "))
                        .filter(step -> !step.isEmpty())
                        .forEach(changed::add);
            } else if (line.startsWith("-")) {
                last(edits, file, true).before().add(content);
            } else if (line.startsWith("+")) {
                last(edits, file, false).after().add(content);
            } else if (!line.isEmpty()) {
                file = line;
            }
        }
        return new ProgramChange(lines.get(0), edits, changed);
    }

    private static Edit last(List<Edit> edits, String file, boolean before) {
        Edit last = edits.isEmpty() ? null : edits.get(edits.size() - 1);
        if (last == null || !last.file().equals(file) || before && !last.after().isEmpty()) {
            last = new Edit(file, new ArrayList<>(), new ArrayList<>());
            edits.add(last);
        }
        return last;
    }

    /** The sources by file name, after the change. */
    Map<String, String> apply(Map<String, String> sources) {
        Map<String, String> result = new TreeMap<>(sources);
        for (Edit edit : edits) {
            String source = result.get(edit.file());
            result.put(
                    edit.file(),
                    source == null
                            ? String.join("\n", edit.after())
                            : apply(edit, source.lines().toList()));
        }
        return result;
    }

    private String apply(Edit edit, List<String> lines) {
        List<String> result = new ArrayList<>(lines);
        int at = edit.before().isEmpty() ? lines.size() - 1 : find(edit, lines);
        String indentation = lines.get(at)
                .substring(
                        0, lines.get(at).length() - lines.get(at).stripLeading().length());
        result.subList(at, at + edit.before().size()).clear();
        result.addAll(at, edit.after().stream().map(line -> indentation + line).toList());
        return String.join("\n", result);
    }

    private int find(Edit edit, List<String> lines) {
        List<String> wanted = edit.before().stream().map(String::strip).toList();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i + wanted.size() <= lines.size(); i++) {
            List<String> there = lines.subList(i, i + wanted.size()).stream()
                    .map(String::strip)
                    .toList();
            if (there.equals(wanted)) {
                found.add(i);
            }
        }
        assertThat(found)
                .as("`%s` in %s, of row `%s`", wanted, edit.file(), title)
                .hasSize(1);
        return found.get(0);
    }

    /** The program before any change, by file name. */
    static Map<String, String> program() {
        Map<String, String> sources = new TreeMap<>();
        for (String name : List.of(
                "Box",
                "Colour",
                "Counters",
                "Helper",
                "Journey",
                "JourneyArtifacts",
                "JourneyCodecs",
                "JourneyProvider",
                "JourneyRun",
                "JourneyRunner",
                "Leg",
                "Limits",
                "Part",
                "Registry",
                "RoundSquare",
                "Shape",
                "Square")) {
            sources.put(name + ".java", resource("program/com/acme/" + name + ".java"));
        }
        return sources;
    }

    private static String resource(String name) {
        try (var content = ProgramChange.class.getResourceAsStream(name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
