package dev.cairn.benchmarks.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A file of figures: lines of fields that tabulators separate. A line {@code group} has its name and title; the lines after it are about
 * that group. A {@code figure} has its name, decimals, limit and the value of each round, a {@code failure} its text; every other line
 * is a circumstance and what it was.
 */
public final class FigureFile {
    private FigureFile() {}

    /** The file of the figures of a report, which is beside it. */
    public static Path beside(Path report) {
        return report.resolveSibling(report.getFileName().toString().replaceAll("\\.md$", "") + ".tsv");
    }

    /** The groups of a file; none if it does not exist. */
    public static List<Group> read(Path file) throws IOException {
        List<Group> groups = new ArrayList<>();
        if (!Files.exists(file)) {
            return groups;
        }
        for (String line : Files.readAllLines(file)) {
            List<String> fields = Arrays.asList(line.split("\t", -1));
            if (fields.get(0).equals("group")) {
                groups.add(new Group(
                        fields.get(1), fields.get(2), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>()));
            } else if (groups.isEmpty()) {
                throw new IOException(file + " does not begin with a group");
            } else {
                add(groups.get(groups.size() - 1), fields);
            }
        }
        return groups;
    }

    private static void add(Group group, List<String> fields) {
        switch (fields.get(0)) {
            case "figure" ->
                group.figures()
                        .add(new Figure(
                                fields.get(1),
                                Integer.parseInt(fields.get(2)),
                                fields.get(3),
                                fields.subList(4, fields.size()).stream()
                                        .map(Double::valueOf)
                                        .toList()));
            case "failure" -> group.failures().add(fields.get(1));
            default -> group.circumstances().put(fields.get(0), fields.get(1));
        }
    }

    /** Writes these groups and no others. */
    public static void write(Path file, List<Group> groups) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Group group : groups) {
            line(text, "group", group.name(), group.title());
            group.circumstances().forEach((name, value) -> line(text, name, value));
            for (Figure figure : group.figures()) {
                List<String> fields = new ArrayList<>(
                        List.of("figure", figure.name(), String.valueOf(figure.decimals()), figure.limit()));
                figure.values().forEach(value -> fields.add(String.valueOf(value)));
                line(text, fields.toArray(String[]::new));
            }
            group.failures().forEach(failure -> line(text, "failure", failure));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private static void line(StringBuilder text, String... fields) {
        StringJoiner line = new StringJoiner("\t", "", "\n");
        for (String field : fields) {
            line.add(field.replaceAll("\\s+", " "));
        }
        text.append(line);
    }

    /** Writes these groups in the place of those of the same names, and keeps the others; what is written. */
    public static List<Group> merge(Path file, List<Group> groups) throws IOException {
        Map<String, Group> merged = new LinkedHashMap<>();
        read(file).forEach(group -> merged.put(group.name(), group));
        groups.forEach(group -> merged.put(group.name(), group));
        List<Group> all = List.copyOf(merged.values());
        write(file, all);
        return all;
    }
}
