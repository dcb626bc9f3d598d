package dev.cairn.view;

import dev.cairn.client.DataArtifact;
import dev.cairn.codec.FirstElements;
import dev.cairn.codec.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Values as lines: the elements of one artifact, or the artifacts of many tasks. Of a list, a set, a map or an array a few elements are in
 * memory at a time.
 *
 * @param head how many elements to print; empty for all
 */
public record ValueRows(OptionalInt head) {
    /**
     * Prints the elements of an artifact as JSON, a line each; a value without elements is one line.
     *
     * @param artifact the artifact
     * @param lines where to print; it stays open
     * @throws IOException if {@code lines} cannot be written
     */
    public void writeElements(DataArtifact artifact, JsonLines lines) throws IOException {
        try {
            boolean hasElements = forEach(artifact, element -> {
                try {
                    lines.write(element);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            if (!hasElements) {
                lines.write(artifact.shownTree());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Prints the elements of an artifact as CSV, a row each; a value without elements is one row.
     *
     * @param artifact the artifact
     * @param csv where to print; it stays open
     * @throws NotFlatException if an element has a part that is not a single number or text, or other columns than the first one
     * @throws java.io.UncheckedIOException if {@code csv} cannot be written
     */
    public void writeElements(DataArtifact artifact, CsvOutput csv) {
        long[] position = new long[1];
        boolean hasElements = forEach(
                artifact, element -> csv.row(element, "element " + position[0]++ + " of " + artifact.pathspec()));
        if (!hasElements) {
            csv.row(artifact.shownTree(), artifact.pathspec());
        }
    }

    private boolean forEach(DataArtifact artifact, Consumer<Tree> receiver) {
        if (head.isEmpty()) {
            return artifact.forEachElement(receiver);
        }
        Optional<FirstElements> first = artifact.firstElements(head.getAsInt());
        first.ifPresent(elements -> DataArtifact.elements(elements.tree()).forEach(receiver));
        return first.isPresent();
    }

    /**
     * Prints a row for each task, with a column for each artifact.
     *
     * @param values the tasks that it has not listed yet; a value that cannot be read leaves its columns out
     * @param csv where to print; it stays open
     * @throws NotFlatException if a value has a part that is not a single number or text, or a task other columns than the first one
     * @throws java.io.UncheckedIOException if {@code csv} cannot be written
     */
    public void writeTasks(ValueList values, CsvOutput csv) {
        for (Optional<ValueList.Chosen> chosen = values.next(); chosen.isPresent(); chosen = values.next()) {
            Map<String, Tree> cells = new LinkedHashMap<>();
            cells.put("task", Tree.of(chosen.get().task().id()));
            for (DataArtifact artifact : chosen.get().artifacts()) {
                values.read(artifact)
                        .map(value -> FlatRow.of(value, artifact.pathspec()))
                        .ifPresent(row -> row.forEach((column, cell) -> cells.put(
                                column.equals(FlatRow.VALUE) ? artifact.name() : artifact.name() + "." + column,
                                cell)));
            }
            csv.row(cells, "task " + chosen.get().task().pathspec());
        }
    }

    /**
     * Prints a line of JSON for each artifact of each task.
     *
     * @param values the tasks that it has not listed yet; a value that cannot be read is marked as such
     * @param lines where to print; it stays open
     * @throws IOException if {@code lines} cannot be written
     */
    public void writeTasks(ValueList values, JsonLines lines) throws IOException {
        for (Optional<ValueList.Chosen> chosen = values.next(); chosen.isPresent(); chosen = values.next()) {
            for (DataArtifact artifact : chosen.get().artifacts()) {
                lines.write(json -> {
                    json.writeStartObject();
                    json.writeStringField("pathspec", artifact.pathspec());
                    values.writeReferenceAndValue(json, artifact);
                    json.writeEndObject();
                });
            }
        }
    }
}
