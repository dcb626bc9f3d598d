package dev.cairn.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.runtime.ByteSize;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of artifacts of tasks, one task after the other. A value that cannot be read is an error of its own: the others
 * are shown all the same. For one thread, and once.
 */
final class ValueDump implements View {
    /** Of a value that is too large to be shown whole, its beginning is, unless it is so large that reading it takes long. */
    private static final long LARGEST_PREVIEWED = 1_000_000;

    private static final int PREVIEWED_ELEMENTS = 3;
    private static final int PREVIEWED_CHARACTERS = 300;

    private final Iterator<Task> tasks;
    private final ArtifactChoice choice;
    private final long limit;
    private final Terminal terminal;
    private final Set<String> found = new HashSet<>();
    private @Nullable Task last;
    private int unreadable;

    ValueDump(Iterator<Task> tasks, ArtifactChoice choice, long limit, Terminal terminal) {
        this.tasks = tasks;
        this.choice = choice;
        this.limit = limit;
        this.terminal = terminal;
    }

    /** How many values could not be read. */
    int unreadable() {
        return unreadable;
    }

    @Override
    public void print(Surroundings surroundings) {
        while (tasks.hasNext()) {
            Task task = tasks.next();
            List<DataArtifact> artifacts = choice.of(task);
            note(task, artifacts);
            if (choice.includes(artifacts)) {
                terminal.line(task.pathspec());
                artifacts.forEach(this::print);
            }
        }
    }

    private void print(DataArtifact artifact) {
        String name = "  " + artifact.name() + ": " + artifact.type() + " = ";
        if (artifact.size() <= limit) {
            read(artifact).ifPresent(tree -> terminal.line(name + tree.text(Integer.MAX_VALUE)));
            return;
        }
        String remark = "(" + ByteSize.text(artifact.size()) + ", whole with --max-value-size " + artifact.size() + ")";
        if (artifact.size() > LARGEST_PREVIEWED) {
            terminal.line(name + remark);
        } else {
            read(artifact).ifPresent(tree -> terminal.line(name + beginning(tree) + " " + remark));
        }
    }

    private static String beginning(Tree tree) {
        String text = tree.text(PREVIEWED_ELEMENTS);
        if (text.length() <= PREVIEWED_CHARACTERS) {
            return text;
        }
        boolean insidePair = Character.isHighSurrogate(text.charAt(PREVIEWED_CHARACTERS - 1));
        return text.substring(0, insidePair ? PREVIEWED_CHARACTERS - 1 : PREVIEWED_CHARACTERS) + "...";
    }

    private Optional<Tree> read(DataArtifact artifact) {
        try {
            return Optional.of(artifact.tree());
        } catch (DatastoreException | CodecException e) {
            unreadable++;
            terminal.error(artifact.pathspec() + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("tasks");
        while (tasks.hasNext()) {
            Task task = tasks.next();
            List<DataArtifact> artifacts = choice.of(task);
            note(task, artifacts);
            if (choice.includes(artifacts)) {
                json.writeStartObject();
                json.writeStringField("pathspec", task.pathspec());
                json.writeObjectFieldStart("artifacts");
                for (DataArtifact artifact : artifacts) {
                    json.writeFieldName(artifact.name());
                    write(json, artifact);
                }
                json.writeEndObject();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(JsonGenerator json, DataArtifact artifact) throws IOException {
        json.writeStartObject();
        Values.writeReference(json, artifact);
        if (artifact.size() > limit) {
            json.writeBooleanField("tooLarge", true);
        } else {
            Optional<Tree> tree = read(artifact);
            if (tree.isPresent()) {
                json.writeFieldName("value");
                new TreeJson(json).write(tree.get());
            } else {
                json.writeBooleanField("unreadable", true);
            }
        }
        json.writeEndObject();
    }

    private void note(Task task, List<DataArtifact> artifacts) {
        last = task;
        artifacts.forEach(artifact -> found.add(artifact.name()));
    }

    /**
     * Makes sure, after all was shown, that every artifact that was asked for by its name was in some task.
     *
     * @throws dev.cairn.runtime.AbsentArtifactException if one was not
     */
    void requireAll() {
        if (last != null) {
            choice.names().stream().filter(name -> !found.contains(name)).forEach(last::artifact);
        }
    }
}
