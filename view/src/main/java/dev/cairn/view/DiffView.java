package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.ArtifactDiff;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.FieldDiff;
import dev.cairn.client.Run;
import dev.cairn.client.RunDiff;
import dev.cairn.client.StepCodeDiff;
import dev.cairn.client.TaskDiff;
import dev.cairn.client.TaskDifferences;
import dev.cairn.codec.Tree;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is different in two runs.
 *
 * @param diff the two runs
 * @param limit how many tasks of each step to show
 * @param fields how many parts of each value to show
 * @param largest the size in bytes of the largest value that is read to compare its parts
 */
public record DiffView(RunDiff diff, int limit, int fields, long largest) implements JsonView {
    /**
     * A fact about runs that differs.
     *
     * @param name what it is: {@code flow}, {@code commit}, {@code cairnVersion}, {@code javaVersion}
     * @param first that of the first run; empty if it is not known
     * @param second that of the second run; empty if it is not known
     */
    public record Fact(String name, Optional<String> first, Optional<String> second) {}

    /** {@return the facts in which the runs differ} */
    public List<Fact> facts() {
        return Stream.of(
                        fact("flow", run -> Optional.of(run.flow())),
                        fact("commit", Run::commit),
                        fact("cairnVersion", run -> Optional.of(run.cairnVersion())),
                        fact("javaVersion", run -> Optional.of(run.javaVersion())))
                .filter(fact -> !fact.first().equals(fact.second()))
                .toList();
    }

    private Fact fact(String name, Function<Run, Optional<String>> get) {
        return new Fact(name, get.apply(diff.first()), get.apply(diff.second()));
    }

    /** {@return the steps whose code is not known to be the same} */
    public List<StepCodeDiff> code() {
        return diff.code().stream()
                .filter(step -> step.change() != StepCodeDiff.Change.SAME)
                .toList();
    }

    /**
     * Whether both values of an artifact are small enough to be compared part by part.
     *
     * @param artifact the artifact, of which one of the runs may have no value
     * @return whether none of its values is larger than {@link #largest}
     */
    public boolean isRead(ArtifactDiff artifact) {
        return Stream.of(artifact.first(), artifact.second())
                .flatMap(Optional::stream)
                .allMatch(value -> value.size() <= largest);
    }

    /**
     * The word for what became of the code of a step.
     *
     * @param change what became of it
     * @return the word, as JSON and the command line have it
     */
    public static String word(StepCodeDiff.Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("first", diff.first().pathspec());
        json.writeStringField("second", diff.second().pathspec());
        json.writeArrayFieldStart("facts");
        for (Fact fact : facts()) {
            json.writeStartObject();
            json.writeStringField("name", fact.name());
            writeText(json, "first", fact.first());
            writeText(json, "second", fact.second());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("parameters");
        for (ArtifactDiff parameter : diff.parameters()) {
            write(json, parameter);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("code");
        for (StepCodeDiff step : code()) {
            json.writeStartObject();
            json.writeStringField("step", step.step());
            json.writeStringField("change", word(step.change()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("steps");
        for (String step : diff.steps()) {
            writeStep(json, step);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        }
    }

    private void writeStep(JsonGenerator json, String step) throws IOException {
        json.writeStartObject();
        json.writeStringField("step", step);
        json.writeArrayFieldStart("tasks");
        long different = 0;
        try (TaskDifferences tasks = diff.differences(step)) {
            for (; tasks.hasNext(); different++) {
                TaskDiff task = tasks.next();
                if (different < limit) {
                    write(json, task);
                }
            }
            json.writeEndArray();
            json.writeNumberField("different", different);
            json.writeNumberField("compared", tasks.compared());
        }
        json.writeEndObject();
    }

    private void write(JsonGenerator json, TaskDiff task) throws IOException {
        json.writeStartObject();
        json.writeStringField("task", task.id());
        writeText(json, "first", task.first().map(TaskView::word));
        writeText(json, "second", task.second().map(TaskView::word));
        json.writeArrayFieldStart("artifacts");
        for (ArtifactDiff artifact : task.artifacts()) {
            write(json, artifact);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(JsonGenerator json, ArtifactDiff artifact) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", artifact.name());
        writeText(json, "first", artifact.first().map(DataArtifact::sha));
        writeText(json, "second", artifact.second().map(DataArtifact::sha));
        if (!isRead(artifact)) {
            json.writeBooleanField("tooLarge", true);
        } else if (artifact.first().isPresent() && artifact.second().isPresent()) {
            writeFields(json, artifact);
        }
        json.writeEndObject();
    }

    private void writeFields(JsonGenerator json, ArtifactDiff artifact) throws IOException {
        json.writeArrayFieldStart("fields");
        try (Stream<FieldDiff> stream = artifact.fields()) {
            Page<FieldDiff> page = new Page<>(stream.iterator(), fields);
            while (page.hasNext()) {
                FieldDiff field = page.next();
                json.writeStartObject();
                json.writeStringField("path", field.path());
                writeTree(json, "first", field.first());
                writeTree(json, "second", field.second());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeBooleanField("moreFields", page.isCut());
        }
    }

    private static void writeTree(JsonGenerator json, String name, Optional<Tree> tree) throws IOException {
        if (tree.isPresent()) {
            json.writeFieldName(name);
            new TreeJson(json).write(tree.get());
        }
    }
}
