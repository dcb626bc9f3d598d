package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step of a run: its tasks with their artifacts. Finished tasks come first, in item order; then tasks that never finished.
 *
 * @param step the step
 * @param limit how many tasks to show
 */
public record StepView(StepTasks step, int limit) implements JsonView {
    /** {@return all tasks, also those beyond the limit} Close the stream after use. */
    public Stream<Task> tasks() {
        return Stream.concat(step.stream(), unfinished());
    }

    /** The last attempts of the tasks that never finished; a run that succeeded has none. */
    private Stream<Task> unfinished() {
        return step.run().successful() ? Stream.empty() : step.run().attempts().filter(this::isLastOfUnfinished);
    }

    private boolean isLastOfUnfinished(Task attempt) {
        if (!attempt.step().equals(step.name()) || attempt.finished()) {
            return false;
        }
        List<Task> attempts = attempt.attempts();
        return attempts.get(attempts.size() - 1).attempt() == attempt.attempt();
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pathspec", step.pathspec());
        json.writeStringField("step", step.name());
        json.writeArrayFieldStart("tasks");
        try (Stream<Task> tasks = tasks()) {
            Page<Task> page = new Page<>(tasks.iterator(), limit);
            while (page.hasNext()) {
                new TaskView(page.next()).write(json);
            }
            json.writeEndArray();
            json.writeBooleanField("more", page.isCut());
        }
        json.writeEndObject();
    }
}
