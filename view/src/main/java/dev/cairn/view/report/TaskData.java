package dev.cairn.view.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tasks of a run as data, from which a page makes the rows of its table when they are scrolled to. Columns are stored one by one, times
 * as differences, and positions that count up as the first of them and their number, so that a task takes some ten bytes.
 */
final class TaskData {
    private static final int MOST_CHARACTERS = 2_200_000;
    private static final int MOST_OF_LINES = 1_600_000;
    private static final int MOST_OF_DETAILS = 1_000_000;

    private final RunFacts facts;
    private final TaskDetails details;
    private final Map<String, Map<Integer, String>> detailed = new HashMap<>();
    private long size;
    private int detailedTasks;

    TaskData(RunFacts facts) {
        this.facts = facts;
        this.details = new TaskDetails(facts.state().startedAt());
        int lines = text().length();
        while (lines > MOST_OF_LINES) {
            facts.thin();
            lines = text().length();
        }
        choose(Math.min(MOST_OF_DETAILS, MOST_CHARACTERS - lines));
    }

    /** Steps with few tasks come first: what happened once is what people look for. */
    private void choose(long most) {
        List<StepFacts> steps = new ArrayList<>(facts.steps().values());
        steps.sort(Comparator.comparingLong(StepFacts::tasks));
        for (StepFacts step : steps) {
            Map<Long, Integer> lines = new HashMap<>();
            for (int line = 0; line < step.rows().size(); line++) {
                lines.put(step.rows().get(line).ordinal(), line);
            }
            Map<Integer, String> chosen = new HashMap<>();
            for (Map.Entry<Long, Task> task : step.selection().detailed().entrySet()) {
                Integer line = lines.get(task.getKey());
                if (line != null && size < most) {
                    String text = DataBlock.of(json -> details.write(json, task.getValue()));
                    size += text.length();
                    chosen.put(line, text);
                    detailedTasks++;
                }
            }
            detailed.put(step.name(), chosen);
        }
    }

    /** How many tasks have a line. */
    long lines() {
        return facts.steps().values().stream()
                .mapToLong(step -> step.rows().size())
                .sum();
    }

    /** Of how many tasks all is told. */
    int detailedTasks() {
        return detailedTasks;
    }

    /** The data, which can stand in an element of HTML. */
    String text() {
        return DataBlock.of(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("run", facts.run().pathspec());
        json.writeArrayFieldStart("steps");
        for (StepFacts step : facts.steps().values()) {
            write(json, step);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(JsonGenerator json, StepFacts step) throws IOException {
        List<Row> rows = step.rows();
        json.writeStartObject();
        json.writeStringField("name", step.name());
        json.writeNumberField("tasks", step.tasks());
        positions(json, rows);
        json.writeArrayFieldStart("start");
        long before = 0;
        for (Row row : rows) {
            json.writeNumber(row.start() - before);
            before = row.start();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("took");
        for (Row row : rows) {
            json.writeNumber(row.took());
        }
        json.writeEndArray();
        StringBuilder states = new StringBuilder(rows.size());
        rows.forEach(row -> states.append(row.state().letter()));
        json.writeStringField("state", states.toString());
        json.writeObjectFieldStart("attempts");
        for (int line = 0; line < rows.size(); line++) {
            if (rows.get(line).attempts() > 1) {
                json.writeNumberField(String.valueOf(line), rows.get(line).attempts());
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("details");
        for (Map.Entry<Integer, String> task :
                detailed.getOrDefault(step.name(), Map.of()).entrySet()) {
            json.writeFieldName(String.valueOf(task.getKey()));
            json.writeRawValue(task.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** {@code "/3#1"}; for several at even distances, what is before their numbers, the first number, how many there are, and the distance. */
    private static void positions(JsonGenerator json, List<Row> rows) throws IOException {
        json.writeArrayFieldStart("position");
        for (int line = 0; line < rows.size(); ) {
            String position = rows.get(line).position();
            String before = position.substring(0, numberAt(position));
            int count = 1;
            if (before.length() < position.length() && line + 1 < rows.size()) {
                long first = Long.parseLong(position.substring(before.length()));
                long distance = distance(before, first, rows.get(line + 1).position());
                while (distance > 0
                        && line + count < rows.size()
                        && rows.get(line + count).position().equals(before + (first + count * distance))) {
                    count++;
                }
                if (count > 1) {
                    json.writeStartArray();
                    json.writeString(before);
                    json.writeNumber(first);
                    json.writeNumber(count);
                    json.writeNumber(distance);
                    json.writeEndArray();
                }
            }
            if (count == 1) {
                json.writeString(position);
            }
            line += count;
        }
        json.writeEndArray();
    }

    /** Where the number at the end of a position begins. */
    private static int numberAt(String position) {
        int digits = position.length();
        while (digits > 0 && Character.isDigit(position.charAt(digits - 1))) {
            digits--;
        }
        return digits;
    }

    /** From the first number to that of the next position; 0 if that begins otherwise. */
    private static long distance(String before, long first, String next) {
        return next.length() > before.length() && next.startsWith(before) && numberAt(next) == before.length()
                ? Math.max(0, Long.parseLong(next.substring(before.length())) - first)
                : 0;
    }
}
