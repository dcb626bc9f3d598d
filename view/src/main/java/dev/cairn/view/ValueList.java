package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.FirstElements;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of artifacts of tasks, one task after the other. If a value cannot be read, that is reported, and the others are
 * still shown. Can be iterated once. Not thread-safe.
 */
public final class ValueList implements JsonView {
    private final Iterator<Task> tasks;
    private final ArtifactChoice choice;
    private final ValueBounds bounds;
    private final Consumer<String> problems;
    private final Set<String> found = new HashSet<>();
    private @Nullable Task last;
    private int unreadable;
    private @Nullable DataArtifact withoutElements;

    /**
     * A task and its artifacts to show.
     *
     * @param task the task
     * @param artifacts the artifacts
     */
    public record Chosen(Task task, List<DataArtifact> artifacts) {}

    /**
     * The values of some tasks.
     *
     * @param tasks the tasks
     * @param choice which of their artifacts to show
     * @param bounds how much of them to show
     * @param problems receives a message for each value that cannot be read
     */
    public ValueList(Iterator<Task> tasks, ArtifactChoice choice, ValueBounds bounds, Consumer<String> problems) {
        this.tasks = tasks;
        this.choice = choice;
        this.bounds = bounds;
        this.problems = problems;
    }

    /** {@return the next task to list; empty after the last one} */
    public Optional<Chosen> next() {
        while (tasks.hasNext()) {
            Task task = tasks.next();
            List<DataArtifact> artifacts = choice.of(task);
            last = task;
            artifacts.forEach(artifact -> found.add(artifact.name()));
            if (choice.includes(artifacts)) {
                return Optional.of(new Chosen(task, artifacts));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a value is too large to be shown whole.
     *
     * @param artifact the artifact
     * @return whether it has more bytes than the bounds allow
     */
    public boolean isTooLarge(DataArtifact artifact) {
        return artifact.size() > bounds.bytes();
    }

    /**
     * Reads a value. If that fails, the problem is reported and counted.
     *
     * @param artifact the artifact
     * @return the value; empty if it cannot be read
     */
    public Optional<Tree> read(DataArtifact artifact) {
        return reading(artifact, artifact::shownTree);
    }

    /**
     * Reads as much of a value as is to be shown. If that fails, the problem is reported and counted.
     *
     * @param artifact the artifact
     * @return the value, its first elements, or neither if it is too large; empty if it cannot be read
     */
    public Optional<ValuePart> part(DataArtifact artifact) {
        if (bounds.elements().isPresent()) {
            int count = bounds.elements().getAsInt();
            Optional<Optional<FirstElements>> read = reading(artifact, () -> artifact.firstElements(count));
            if (read.isEmpty() || read.get().isPresent()) {
                return read.flatMap(first -> first).map(ValueList::part);
            } else if (withoutElements == null && !choice.names().isEmpty()) {
                withoutElements = artifact;
            }
        }
        return isTooLarge(artifact)
                ? Optional.of(new ValuePart(Optional.empty(), OptionalInt.empty()))
                : read(artifact).map(tree -> new ValuePart(Optional.of(tree), OptionalInt.empty()));
    }

    private static ValuePart part(FirstElements first) {
        boolean isNull = first.tree() instanceof Tree.Null;
        return new ValuePart(Optional.of(first.tree()), isNull ? OptionalInt.empty() : OptionalInt.of(first.size()));
    }

    private <T> Optional<T> reading(DataArtifact artifact, Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (DatastoreException | CodecException e) {
            unreadable++;
            problems.accept(artifact.pathspec() + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** {@return the first artifact that was named and of which elements were asked for, although it has none; empty if all have} */
    public Optional<DataArtifact> withoutElements() {
        return Optional.ofNullable(withoutElements);
    }

    /** {@return how many values could not be read so far} */
    public int unreadable() {
        return unreadable;
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("tasks");
        for (Optional<Chosen> chosen = next(); chosen.isPresent(); chosen = next()) {
            json.writeStartObject();
            json.writeStringField("pathspec", chosen.get().task().pathspec());
            json.writeObjectFieldStart("artifacts");
            for (DataArtifact artifact : chosen.get().artifacts()) {
                json.writeFieldName(artifact.name());
                write(json, artifact);
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(JsonGenerator json, DataArtifact artifact) throws IOException {
        json.writeStartObject();
        writeReferenceAndValue(json, artifact);
        json.writeEndObject();
    }

    /** Writes where a value is, and as much of it as is to be shown, into an object that is open. */
    void writeReferenceAndValue(JsonGenerator json, DataArtifact artifact) throws IOException {
        Values.writeReference(json, artifact);
        Optional<ValuePart> part = part(artifact);
        if (part.isEmpty()) {
            json.writeBooleanField("unreadable", true);
        } else if (part.get().tree().isEmpty()) {
            json.writeBooleanField("tooLarge", true);
        } else {
            if (part.get().elements().isPresent()) {
                json.writeNumberField("elements", part.get().elements().getAsInt());
            }
            json.writeFieldName("value");
            new TreeJson(json).write(part.get().tree().get());
        }
    }

    /**
     * Checks, after all tasks were listed, that each named artifact exists in at least one of them.
     *
     * @throws dev.cairn.runtime.AbsentArtifactException if one does not
     */
    public void requireAll() {
        if (last != null) {
            choice.names().stream().filter(name -> !found.contains(name)).forEach(last::artifact);
        }
    }
}
